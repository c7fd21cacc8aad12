using Masp.Application.Commun;
using Masp.Application.Demandes;
using Masp.Application.Territoires;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Attributions;

/// <summary>A BonDeCommande, whole.</summary>
/// <param name="ReceptionReputeeLe">R12: when it is deemed received, if nobody acknowledges it.</param>
/// <param name="PremiereRencontreLimite">R13: last day for it, from the reception, acknowledged or deemed.</param>
public sealed record BonDto(
    Guid Id,
    string Numero,
    int NumeroTour,
    string Lot,
    EtatBonDeCommande Etat,
    TitulaireRefDto Titulaire,
    DemandeRefDto Demande,
    BeneficiaireDto Beneficiaire,
    CommuneRefDto Commune,
    string ServiceReferent,
    bool AvecGestion,
    int DureeMois,
    LocalDate EmisLe,
    LocalDate ReceptionReputeeLe,
    LocalDate? RecuLe,
    bool ReceptionReputee,
    LocalDate? PremiereRencontreLe,
    LocalDate PremiereRencontreLimite,
    LocalDate? SigneLe,
    LocalDate? ClosLe,
    string? MotifCloture,
    EtatForfait Forfait,
    string Explication,
    IReadOnlyList<DeplacementDto> Deplacements,
    MesureRefDto? Mesure,
    string Version) : IVersionne;

public sealed record DemandeRefDto(Guid Id, string Numero);

public sealed record MesureRefDto(Guid Id, string Numero);

public sealed record DeplacementDto(Guid Id, LocalDate Date, string Lieu, string Intervenant);

internal static class LectureBon
{
    public static Error Introuvable => Refus.Introuvable("bon-de-commande", "Ce bon de commande n'existe pas, ou ne vous est pas visible.");

    /// <returns>Refused with <c>bon-de-commande.introuvable</c>, or as <see cref="BonDeCommande.FirstRencontreLimit"/>.</returns>
    public static async Task<Result<BonDto>> ReadBonAsync(this IMaspDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var bon = await db.BonsDeCommande.FirstOrDefaultAsync(b => b.Id == id, cancellationToken);
        if (bon is null)
            return Introuvable;
        var titulaire = await db.Titulaires.AsNoTracking().Where(t => t.Id == bon.TitulaireId).Select(t => t.Nom).FirstAsync(cancellationToken);
        var demande = await db.Demandes.AsNoTracking().Where(d => d.Id == bon.DemandeId).Select(d => d.Numero).FirstOrDefaultAsync(cancellationToken);
        var person = await db.Beneficiaires.AsNoTracking().FirstAsync(b => b.Id == bon.BeneficiaireId, cancellationToken);
        var commune = await db.Communes.AsNoTracking().Where(c => c.CodeInsee == bon.CommuneInsee).Select(c => c.Nom).FirstAsync(cancellationToken);
        var service = await db.ServicesReferents.AsNoTracking().Where(s => s.Id == bon.ServiceReferentId).Select(s => s.Nom).FirstAsync(cancellationToken);
        var mesure = await db.Mesures.AsNoTracking().Where(m => m.BonDeCommandeId == id).Select(m => new MesureRefDto(m.Id, m.Numero)).FirstOrDefaultAsync(cancellationToken);
        var reglements = await db.ReglementsAsync(cancellationToken);
        var reputee = bon.DeemedReception(reglements.On(bon.EmisLe));
        var reception = bon.CountedReception(reglements.On(bon.EmisLe));
        var limite = BonDeCommande.FirstRencontreLimit(reception, reglements.On(reception));
        if (!limite.IsSuccess)
            return limite.Error;

        return new BonDto(
            bon.Id, bon.Numero, bon.NumeroTour, bon.LotCode, bon.Etat,
            new TitulaireRefDto(bon.TitulaireId, titulaire),
            new DemandeRefDto(bon.DemandeId, demande ?? string.Empty),
            new BeneficiaireDto(person.Id, person.Nom, person.Prenom, person.DateNaissance),
            new CommuneRefDto(bon.CommuneInsee, commune),
            service, bon.AvecGestion, bon.DureeMois, bon.EmisLe, reputee, bon.RecuLe, bon.ReceptionReputee, bon.PremiereRencontreLe,
            limite.Value, bon.SigneLe, bon.ClosLe, bon.MotifCloture, bon.Forfait, bon.Explication,
            [.. bon.Deplacements.OrderBy(d => d.Date).Select(d => new DeplacementDto(d.Id, d.Date, d.Lieu, d.Intervenant))],
            mesure,
            bon.ETag());
    }
}
