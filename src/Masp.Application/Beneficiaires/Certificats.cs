using System.Text.Json;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Masp.Application.Beneficiaires;

/// <summary>The certificates of erasure, latest first (R63).</summary>
public sealed record ListCertificats(Pagination Pagination) : IQuery<Liste<CertificatDto>>;

/// <summary>The certificate of one erased file.</summary>
/// <param name="BeneficiaireId">The key the file had: it leads to nobody any more.</param>
public sealed record GetCertificat(Guid BeneficiaireId) : IQuery<CertificatDto>;

/// <summary>What is left of an erased file: no name.</summary>
/// <param name="Numero"><c>CE-34-2026-0001</c>, gap-free per year.</param>
/// <param name="DossierId">The key the file had: it leads to nobody any more.</param>
/// <param name="Lignes">By table: how many rows went, how many were emptied because a Facture speaks of them.</param>
public sealed record CertificatDto(
    Guid Id, string Numero, LocalDate Date, Guid DossierId, string VisaReference, LocalDate VisaDate, string VisaService, IReadOnlyList<LignesEffaceesDto> Lignes);

public sealed record LignesEffaceesDto(string Table, int Supprimees, int Videes);

internal sealed class LectureCertificats(IMaspDbContext db, LectureDirecte lecture)
{
    private const string Sql =
        """
        select id, numero, date, beneficiaire_id, visa_reference, visa_date, visa_service, lignes from masp.certificats_effacement
        where departement_code = masp.departement() and ($1::uuid is null or beneficiaire_id = $1) and ($2::date is null or (date, id) < ($2, $3))
        order by date desc, id desc limit $4
        """;

    public async Task<CertificatDto?> FindAsync(Guid beneficiaireId, CancellationToken cancellationToken) =>
        (await ReadAsync(beneficiaireId, null, null, 1, cancellationToken)).FirstOrDefault();

    public ValueTask<List<CertificatDto>> ReadAsync(Guid? beneficiaireId, LocalDate? date, Guid? id, int limite, CancellationToken cancellationToken) => lecture.StreamAsync(
        Row,
        LectureDirecte.Command(
            Sql,
            LectureDirecte.Nullable(beneficiaireId, NpgsqlDbType.Uuid), LectureDirecte.Nullable(date, NpgsqlDbType.Date), LectureDirecte.Nullable(id, NpgsqlDbType.Uuid),
            LectureDirecte.Value(limite)),
        db.TransactionConnection, cancellationToken).ToListAsync(cancellationToken);

    private static CertificatDto Row(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<LocalDate>(2), reader.GetGuid(3), reader.GetString(4), reader.GetFieldValue<LocalDate>(5), reader.GetString(6),
        [.. JsonSerializer.Deserialize<Dictionary<string, Compte>>(reader.GetString(7), Json.Options)!
            .Select(l => new LignesEffaceesDto(l.Key, l.Value.Supprimees, l.Value.Videes)).OrderBy(l => l.Table, StringComparer.Ordinal)]);

    private sealed record Compte(int Supprimees, int Videes);
}

internal sealed class ListCertificatsHandler(LectureCertificats lecture) : IRequestHandler<ListCertificats, Result<Liste<CertificatDto>>>
{
    public async Task<Result<Liste<CertificatDto>>> Handle(ListCertificats request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        if (!Curseurs.ReadDate(curseur, out var date, out var id))
            return Curseurs.Refuse;
        return Liste<CertificatDto>.Cut(await lecture.ReadAsync(null, date, id, taille + 1, cancellationToken), taille, c => Curseurs.Of(c.Date, c.Id));
    }
}

internal sealed class GetCertificatHandler(LectureCertificats lecture, IMaspDbContext db) : IRequestHandler<GetCertificat, Result<CertificatDto>>
{
    public async Task<Result<CertificatDto>> Handle(GetCertificat request, CancellationToken cancellationToken)
    {
        if (await lecture.FindAsync(request.BeneficiaireId, cancellationToken) is { } certificat)
            return certificat;
        return await db.Beneficiaires.AnyAsync(b => b.Id == request.BeneficiaireId, cancellationToken)
            ? Error.Conflict("certificat.dossier-non-efface", "Ce dossier n'est pas effacé : il n'a pas de certificat (R63).")
            : Refus.Introuvable("certificat", "Aucun dossier effacé ne porte cette clé.");
    }
}
