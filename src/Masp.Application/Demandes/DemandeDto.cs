using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Titulaires;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Demandes;

/// <summary>A Demande, whole.</summary>
/// <param name="Rapprochement">Told to the SAFPM only: who filed may not learn that somebody of that name is known.</param>
/// <param name="Version">What <c>ETag</c> tells.</param>
public sealed record DemandeDto(
    Guid Id,
    string Numero,
    EtatDemande Etat,
    BeneficiaireDto Beneficiaire,
    CommuneRefDto Commune,
    string Lot,
    string? Adresse,
    ServiceRefDto ServiceReferent,
    LocalDate DeposeeLe,
    LocalDate AccordLe,
    Eligibilite Eligibilite,
    IReadOnlyList<string> Prestations,
    string? Motif,
    bool? GestionSouhaitee,
    int? DureeSouhaitee,
    IReadOnlyList<AvisDto> Avis,
    DecisionDto? Decision,
    BonRefDto? BonDeCommande,
    Rapprochement? Rapprochement,
    string Version) : IVersionne;

public sealed record BeneficiaireDto(Guid Id, string Nom, string Prenom, LocalDate DateNaissance);

public sealed record CommuneRefDto(string CodeInsee, string Nom);

public sealed record ServiceRefDto(Guid Id, string Nom, NatureService Nature);

public sealed record AvisDto(Guid CommissionId, LocalDate Date, SensAvis Sens, string Motif)
{
    internal static AvisDto Of(Avis avis) => new(avis.CommissionId, avis.Date, avis.Sens, avis.Motif);
}

/// <param name="Notifications">Those made, the person's first; the Decision is wholly notified with two (R9).</param>
public sealed record DecisionDto(
    SensDecision Sens,
    LocalDate Date,
    bool? AvecGestion,
    int? DureeMois,
    string? Lot,
    string? Motif,
    string? Fondement,
    string? MotifDivergence,
    string? MotifIneligibilite,
    IReadOnlyList<Notification> Notifications)
{
    /// <returns>Null while nothing is decided.</returns>
    internal static DecisionDto? Of(Decision? decision) => decision is { } d
        ? new DecisionDto(d.Sens, d.Date, d.AvecGestion, d.DureeMois, d.LotCode, d.Motif, d.Fondement, d.MotifDivergence, d.MotifIneligibilite, d.Notifications)
        : null;
}

/// <summary>The order it led to.</summary>
public sealed record BonRefDto(Guid Id, string Numero);

internal static class LectureDemande
{
    /// <returns>Refused with <c>demande.introuvable</c>.</returns>
    public static async Task<Result<DemandeDto>> ReadDemandeAsync(this IMaspDbContext db, ActeurCourant acteur, Guid id, CancellationToken cancellationToken)
    {
        var demande = await db.Demandes.FirstOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (demande is null)
            return Introuvable;
        var person = await db.Beneficiaires.FirstAsync(b => b.Id == demande.BeneficiaireId, cancellationToken);
        var commune = await db.Communes.AsNoTracking().FirstAsync(c => c.CodeInsee == demande.CommuneInsee, cancellationToken);
        var service = await db.ServicesReferents.AsNoTracking().FirstAsync(s => s.Id == demande.ServiceReferentId, cancellationToken);
        var bon = await db.BonsDeCommande.AsNoTracking()
            .Where(b => b.DemandeId == id && b.Etat != Domain.Attributions.EtatBonDeCommande.Annule)
            .Select(b => new BonRefDto(b.Id, b.Numero))
            .FirstOrDefaultAsync(cancellationToken);
        return new DemandeDto(
            demande.Id, demande.Numero, demande.Etat,
            new BeneficiaireDto(person.Id, person.Nom, person.Prenom, person.DateNaissance),
            new CommuneRefDto(commune.CodeInsee, commune.Nom),
            demande.LotCode, demande.Adresse,
            new ServiceRefDto(service.Id, service.Nom, service.Nature),
            demande.DeposeeLe, demande.AccordLe, demande.Eligibilite, demande.Prestations, demande.Motif, demande.GestionSouhaitee, demande.DureeSouhaitee,
            [.. demande.Avis.OrderBy(a => a.Date).Select(AvisDto.Of)],
            DecisionDto.Of(demande.Decision),
            bon,
            acteur.Acteur.IsSafpm ? demande.Rapprochement : null,
            demande.ETag());
    }

    public static Error Introuvable => Refus.Introuvable("demande", "Cette demande n'existe pas, ou ne vous est pas visible.");
}
