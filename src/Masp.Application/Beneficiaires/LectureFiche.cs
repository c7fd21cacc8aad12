using System.Text.Json;
using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Application.Territoires;
using Masp.Domain.Beneficiaires;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Beneficiaires;

/// <summary>Reads a person with what the rights of R63 need, on the connection of the transaction under way when there is one.</summary>
internal sealed class LectureFiche(IMaspDbContext db, LectureDirecte lecture, Horloge horloge)
{
    private const string DernierContact =
        """
        select c.date, c.nature, masp.dossier_ouvert($1) from masp.contacts c
        where c.departement_code = masp.departement() and c.beneficiaire_id = $1 order by c.date desc, c.nature limit 1
        """;

    private const string Rectifications =
        "select date, avant, apres, motif from masp.rectifications where departement_code = masp.departement() and beneficiaire_id = $1 order by date, id";

    private const string Archivages =
        "select nature, date, explication from masp.archivages where departement_code = masp.departement() and beneficiaire_id = $1 order by date, id";

    private const string Visas =
        """
        select reference, date, service, document, enregistre_le, utilisateur_id from masp.visas_archives
        where departement_code = masp.departement() and beneficiaire_id = $1 and archive_le = $2
        """;

    public static Error Introuvable => Refus.Introuvable("beneficiaire", "Cette personne n'est pas connue, ou ne vous est pas visible.");

    /// <returns>Refused with <c>beneficiaire.introuvable</c>, also when the file was erased.</returns>
    public async Task<Result<FicheDto>> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var personne = await db.Beneficiaires.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id && b.EffaceLe == null, cancellationToken);
        if (personne is null)
            return Introuvable;
        var demandes = await db.Demandes.AsNoTracking().Where(d => d.BeneficiaireId == id).OrderBy(d => d.DeposeeLe).Select(d => new RefDto(d.Id, d.Numero)).ToListAsync(cancellationToken);
        var mesures = await db.Mesures.AsNoTracking().Where(m => m.BeneficiaireId == id).OrderBy(m => m.Debut).Select(m => new RefDto(m.Id, m.Numero)).ToListAsync(cancellationToken);
        return new FicheDto(
            personne.Id, personne.Nom, personne.Prenom, personne.DateNaissance, personne.Civilite, personne.ArchiveLe,
            await ConservationAsync(id, cancellationToken),
            await VisaAsync(personne, cancellationToken),
            await RectificationsAsync(id, cancellationToken),
            await ListAsync(
                r => new ArchivageDto(Enum.Parse<NatureArchivage>(r.GetString(0)), r.GetFieldValue<LocalDate>(1), r.GetString(2)), Archivages, id, cancellationToken),
            demandes, mesures, personne.ETag());
    }

    public async Task<VisaDto?> VisaAsync(Beneficiaire personne, CancellationToken cancellationToken)
    {
        if (personne.ArchiveLe is not { } archive)
            return null;
        var command = LectureDirecte.Command(Visas, LectureDirecte.Value(personne.Id), LectureDirecte.Value(archive));
        return await lecture.StreamAsync(
            r => new VisaDto(r.GetString(0), r.GetFieldValue<LocalDate>(1), r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3), r.GetFieldValue<LocalDate>(4), r.GetGuid(5)),
            command, db.TransactionConnection, cancellationToken).FirstOrDefaultAsync(cancellationToken);
    }

    public ValueTask<List<RectificationDto>> RectificationsAsync(Guid id, CancellationToken cancellationToken) => ListAsync(
        r => new RectificationDto(r.GetFieldValue<LocalDate>(0), Read(r.GetString(1)), Read(r.GetString(2)), r.GetString(3)), Rectifications, id, cancellationToken);

    private async Task<ConservationDto?> ConservationAsync(Guid id, CancellationToken cancellationToken)
    {
        var contacts = await ListAsync(r => (Date: r.GetFieldValue<LocalDate>(0), Nature: NaturesDeContact.Parse(r.GetString(1)), Ouvert: r.GetBoolean(2)), DernierContact, id, cancellationToken);
        if (contacts is not [var dernier])
            return null;
        var today = horloge.Aujourdhui;
        var parametres = await db.ParametresOnAsync(today, cancellationToken);
        var conservation = Conservation.Of(dernier.Date, dernier.Nature, dernier.Ouvert, parametres.ConservationAns, today);
        return new ConservationDto(conservation.Echue, dernier.Date, dernier.Nature, conservation.ActifJusquau, conservation.Explication);
    }

    private ValueTask<List<T>> ListAsync<T>(Func<Npgsql.NpgsqlDataReader, T> row, string sql, Guid id, CancellationToken cancellationToken) =>
        lecture.StreamAsync(row, LectureDirecte.Command(sql, LectureDirecte.Value(id)), db.TransactionConnection, cancellationToken).ToListAsync(cancellationToken);

    private static Identite Read(string json) => JsonSerializer.Deserialize<Identite>(json, Json.Options)!;
}

internal static class NaturesDeContact
{
    /// <summary>As <c>masp.contacts</c> writes them: lower camel case.</summary>
    public static NatureContact Parse(string text) => Enum.Parse<NatureContact>(text, ignoreCase: true);
}
