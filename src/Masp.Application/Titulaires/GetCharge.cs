using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Titulaires;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace Masp.Application.Titulaires;

/// <summary>The board of a team: measures per worker against the capacity, what has nobody, who came and went (R25, R51).</summary>
/// <param name="TitulaireId">The caller's own when not told; the SAFPM tells it.</param>
public sealed record GetCharge(Guid? TitulaireId) : IQuery<ChargeDto>;

internal sealed class GetChargeHandler(IMaspDbContext db, LectureDirecte lecture, Portee portee, ActeurCourant acteur, Horloge horloge) : IRequestHandler<GetCharge, Result<ChargeDto>>
{
    public async Task<Result<ChargeDto>> Handle(GetCharge request, CancellationToken cancellationToken)
    {
        var titulaire = await TitulaireDeLAppelant.FindAsync(db, acteur.Acteur, request.TitulaireId, cancellationToken);
        if (!titulaire.IsSuccess)
            return titulaire.Error;
        var today = horloge.Aujourdhui;
        var parametres = await db.ParametresOnAsync(today, cancellationToken);
        var nom = await db.Titulaires.AsNoTracking().Where(t => t.Id == titulaire.Value).Select(t => t.Nom).FirstAsync(cancellationToken);
        var trimestre = Trimestre.Of(today);
        return await lecture.ReadAsync(
            async (reader, token) =>
            {
                var intervenants = await RowsAsync(reader, r => Intervenant(r, parametres.MesuresParEtp), token);
                await reader.NextResultAsync(token);
                var seuls = await RowsAsync(reader, SansIntervenant, token);
                await reader.NextResultAsync(token);
                var mouvements = (await RowsAsync(reader, r => new MouvementsDto(trimestre.ToString(), r.GetInt32(0), r.GetInt32(1), r.GetInt32(2)), token))[0];
                var equipe = new Capacite(intervenants.Where(i => !i.EstChef).Sum(i => i.Capacite.Etp), intervenants.Sum(i => i.Capacite.Mesures) + seuls.Count(s => s.Type == "mesure"), parametres.MesuresParEtp);
                return new ChargeDto(new RefDto(titulaire.Value, nom), today, parametres.MesuresParEtp, CapaciteDto.Of(equipe), intervenants, seuls, mouvements);
            },
            cancellationToken,
            LectureDirecte.Command(SqlDeCharge.Intervenants(portee), LectureDirecte.Value(titulaire.Value), LectureDirecte.Value(today)),
            LectureDirecte.Command(SqlDeCharge.SansIntervenant(portee), LectureDirecte.Value(titulaire.Value), LectureDirecte.Value(today)),
            LectureDirecte.Command(SqlDeCharge.Mouvements, LectureDirecte.Value(titulaire.Value), LectureDirecte.Value(trimestre.Debut), LectureDirecte.Value(trimestre.Fin)));
    }

    private static ChargeIntervenantDto Intervenant(NpgsqlDataReader reader, int mesuresParEtp) => new(
        reader.GetGuid(0), reader.GetString(1), Enum.Parse<Diplome>(reader.GetString(2)), reader.GetBoolean(3),
        CapaciteDto.Of(new Capacite(reader.GetDecimal(4), reader.GetInt32(5), mesuresParEtp)),
        reader.IsDBNull(6) ? null : new PeriodeDto(reader.GetFieldValue<LocalDate>(6), reader.GetFieldValue<LocalDate>(7)),
        reader.IsDBNull(8) ? null : reader.GetString(8),
        reader.GetFieldValue<LocalDate>(9), reader.IsDBNull(10) ? null : reader.GetFieldValue<LocalDate>(10));

    private static SansIntervenantDto SansIntervenant(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetFieldValue<LocalDate>(6));

    private static async Task<List<T>> RowsAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(row(reader));
        return rows;
    }
}
