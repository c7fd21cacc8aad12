using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NpgsqlTypes;

namespace Masp.Application.Attributions;

/// <summary>The turn of a Lot: net counts, who is next and why, and the register, latest line first (R11).</summary>
public sealed record GetTourDeRole(string Lot, Pagination Pagination) : IQuery<TourDeRoleDto>;

/// <param name="Prochain">Null when no Convention is in force.</param>
public sealed record TourDeRoleDto(string Lot, string Nom, IReadOnlyList<CompteDuTitulaireDto> Comptes, ProchainDto? Prochain, Liste<InscriptionDto> Registre);

/// <param name="Compte">Net, since the Convention took its place.</param>
/// <param name="DernierNumero">Of its last Attribution; null when it had none.</param>
public sealed record CompteDuTitulaireDto(TitulaireRefDto Titulaire, int Rang, int Compte, bool Actif, int? DernierNumero, LocalDate Debut, LocalDate? Fin);

public sealed record ProchainDto(TitulaireRefDto Titulaire, string Explication);

/// <param name="Ordre">1..n over every line.</param>
/// <param name="Numero">1..n over the Attributions; null for other lines.</param>
/// <param name="Comptes">Every seated place after this line.</param>
/// <param name="Motif">Written reason of a manual choice; the SAFPM alone reads it.</param>
public sealed record InscriptionDto(
    int Ordre,
    int? Numero,
    NatureInscription Nature,
    LocalDate Date,
    TitulaireRefDto Titulaire,
    int CompteAvant,
    int CompteApres,
    IReadOnlyList<Compte> Comptes,
    string Explication,
    string? Motif,
    BonEmisDto? BonDeCommande);

internal sealed class GetTourDeRoleHandler(IMaspDbContext db, LectureDirecte lecture, Portee portee, ServiceDeLot service, ActeurCourant acteur, Horloge horloge)
    : IRequestHandler<GetTourDeRole, Result<TourDeRoleDto>>
{
    private readonly string _sql =
        $"""
        select i.ordre, i.numero, i.nature, i.date, i.titulaire_id, t.nom, i.compte_avant, i.compte_apres, i.comptes, i.explication, i.motif_choix,
          i.bon_de_commande_id, b.numero
        from masp.inscriptions i
        join masp.titulaires t on t.departement_code = i.departement_code and t.id = i.titulaire_id
        left join masp.bons_de_commande b on b.departement_code = i.departement_code and b.id = i.bon_de_commande_id{portee.Bons("b")}
        where i.departement_code = masp.departement(){portee.Registre("i")} and i.lot_code = $1 and ($2::int is null or i.ordre < $2)
        order by i.ordre desc
        limit $3
        """;

    public async Task<Result<TourDeRoleDto>> Handle(GetTourDeRole request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        if (curseur is not null && !int.TryParse(curseur.Cle, out _))
            return Curseurs.Refuse;
        var lot = await db.Lots.AsNoTracking().FirstOrDefaultAsync(l => l.Code == request.Lot, cancellationToken);
        var tour = await db.ToursDeRole.AsNoTracking().FirstOrDefaultAsync(t => t.LotCode == request.Lot, cancellationToken);
        if (lot is null || tour is null)
            return Refus.Introuvable("lot", "Ce lot n'existe pas, ou son tour de rôle ne vous est pas visible.");
        LocalDate today = horloge.Aujourdhui;
        tour.Seat(await service.SiegesAsync(lot.Code, cancellationToken), today);
        var next = tour.Next(today);
        return new TourDeRoleDto(
            lot.Code,
            lot.Nom,
            [.. tour.Places.OrderByDescending(p => p.IsActiveOn(today)).ThenByDescending(p => p.Debut).ThenBy(p => p.Rang).Select(p => new CompteDuTitulaireDto(
                new TitulaireRefDto(p.TitulaireId, p.TitulaireNom), p.Rang, p.Compte, p.IsActiveOn(today), p.DernierServi == 0 ? null : p.DernierServi, p.Debut, p.Fin))],
            next.IsSuccess ? new ProchainDto(new TitulaireRefDto(next.Value.Place.TitulaireId, next.Value.Place.TitulaireNom), next.Value.Explication) : null,
            await RegisterAsync(lot.Code, taille, curseur, cancellationToken));
    }

    private async Task<Liste<InscriptionDto>> RegisterAsync(string lot, int taille, Curseur? curseur, CancellationToken cancellationToken)
    {
        var readsReasons = acteur.Acteur.SeesEveryFile;
        var rows = await lecture.ListAsync(
            reader => new InscriptionDto(
                reader.GetInt32(0), reader.IsDBNull(1) ? null : reader.GetInt32(1), Enum.Parse<NatureInscription>(reader.GetString(2)), reader.GetFieldValue<LocalDate>(3),
                new TitulaireRefDto(reader.GetGuid(4), reader.GetString(5)), reader.GetInt32(6), reader.GetInt32(7),
                System.Text.Json.JsonSerializer.Deserialize<List<Compte>>(reader.GetString(8), Json.Options)!, reader.GetString(9),
                readsReasons && !reader.IsDBNull(10) ? reader.GetString(10) : null,
                reader.IsDBNull(11) || reader.IsDBNull(12) ? null : new BonEmisDto(reader.GetGuid(11), reader.GetString(12))),
            LectureDirecte.Command(
                _sql,
                LectureDirecte.Value(lot),
                LectureDirecte.Nullable(curseur is null ? null : int.Parse(curseur.Cle, System.Globalization.CultureInfo.InvariantCulture), NpgsqlDbType.Integer),
                LectureDirecte.Value(taille + 1)),
            cancellationToken);
        return Liste<InscriptionDto>.Cut(rows, taille, i => new Curseur(null, i.Ordre.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
