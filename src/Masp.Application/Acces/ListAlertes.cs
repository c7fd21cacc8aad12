using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;
using Npgsql;

namespace Masp.Application.Acces;

/// <summary>Accounts whose use was unusual and was stopped, latest first.</summary>
/// <param name="Etat">Only those in that state; all when null.</param>
public sealed record ListAlertes(EtatAlerte? Etat, Pagination Pagination) : IQuery<Liste<AlerteDto>>;

public enum EtatAlerte
{
    Ouverte,
    Acquittee,
}

/// <summary>Who, when and how much; never which file.</summary>
/// <param name="Nom">Of the account as it was; null for a program.</param>
/// <param name="Limite">What was reached: looks an hour, or sign-ins that failed.</param>
/// <param name="AcquitteeLe">When an Administrateur said to have seen it.</param>
public sealed record AlerteDto(Guid Id, Instant Instant, NatureAlerte Nature, Guid UtilisateurId, string? Nom, Role Role, int Limite, Instant? AcquitteeLe);

internal sealed class ListAlertesHandler(LectureDirecte lecture) : IRequestHandler<ListAlertes, Result<Liste<AlerteDto>>>
{
    private const string Sql =
        """
        select id, instant, nature, utilisateur_id, nom, role, limite, acquittee_le
        from masp.alertes
        where departement_code = $1 and ($2::boolean is null or (acquittee_le is null) = $2) and ($3::uuid is null or id < $3)
        order by id desc
        limit $4
        """;

    public async Task<Result<Liste<AlerteDto>>> Handle(ListAlertes request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        Guid? avant = null;
        if (curseur is not null)
        {
            if (!Guid.TryParse(curseur.Cle, out var cle))
                return Curseurs.Refuse;
            avant = cle;
        }

        var command = LectureDirecte.Command(
            Sql,
            LectureDirecte.Value(lecture.Departement),
            LectureDirecte.Nullable(request.Etat is { } etat ? etat == EtatAlerte.Ouverte : null, NpgsqlTypes.NpgsqlDbType.Boolean),
            LectureDirecte.Nullable(avant, NpgsqlTypes.NpgsqlDbType.Uuid),
            LectureDirecte.Value(taille + 1));
        return Liste<AlerteDto>.Cut(await lecture.ListAsync(Row, command, cancellationToken), taille, a => new Curseur(null, a.Id.ToString()));
    }

    private static AlerteDto Row(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetFieldValue<Instant>(1), Enum.Parse<NatureAlerte>(reader.GetString(2), ignoreCase: true), reader.GetGuid(3),
        reader.IsDBNull(4) ? null : reader.GetString(4), Enum.Parse<Role>(reader.GetString(5)), reader.GetInt32(6), reader.IsDBNull(7) ? null : reader.GetFieldValue<Instant>(7));
}
