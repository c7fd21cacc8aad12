using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Masp.Domain.Echeances;

namespace Masp.Demonstration;

/// <summary>Orders given in turn (R11), by choice now and then, and turns given back.</summary>
internal sealed class Attributions(Monde monde, ViesDeBon vies, Echeanciers echeanciers)
{
    public void Allocate(Dossier dossier)
    {
        var demande = dossier.Demande;
        var lot = demande.LotCode;
        var tour = monde.TourOf(lot);
        foreach (var entree in tour.Seat(monde.SiegesOf(lot), monde.Jour))
            Write(lot, entree, null);
        var voulu = dossier.TitulaireVoulu is { } v && tour.ActivesOn(monde.Jour).Any(p => p.TitulaireId == v.TitulaireId) ? v : null;
        var mouvement = (voulu is null ? tour.Allocate(monde.Jour) : tour.AllocateTo(voulu.TitulaireId, voulu.Categorie, monde.Jour)).Value;
        _ = demande.Allocate().Value;
        var bon = new BonDeCommande(new EmissionBon(
            monde.NextId(),
            Reperes.Departement,
            Numeros.BonDeCommande(Reperes.Departement, lot, mouvement.Numero!.Value),
            mouvement.Numero.Value,
            lot,
            mouvement.TitulaireId,
            mouvement.ConventionId,
            demande.Id,
            demande.BeneficiaireId,
            demande.ServiceReferentId,
            demande.CommuneInsee,
            demande.Decision!.AvecGestion!.Value,
            demande.Decision.DureeMois!.Value,
            monde.Jour,
            mouvement.Explication));
        monde.Jeu.BonsDeCommande.Add(bon);
        echeanciers.Record(bon, new BonEmis(bon));
        Write(lot, mouvement, bon.Id, voulu?.Motif);
        vies.Begin(dossier, bon, this);
    }

    public void GiveBack(BonDeCommande bon, RaisonRestitution raison) =>
        Write(bon.LotCode, monde.TourOf(bon.LotCode).GiveBack(bon.ConventionId, bon.NumeroTour, raison), bon.Id);

    private void Write(string lot, Mouvement mouvement, Guid? bonId, string? motifChoix = null)
    {
        var auteur = mouvement.Nature == NatureInscription.Manuelle ? Agents.Decideur : Agents.Agent;
        var inscription = new Inscription(monde.NextId(), Reperes.Departement, lot, mouvement, monde.Jour, auteur);
        monde.Jeu.Inscriptions.Add(bonId is { } id ? inscription.About(id, motifChoix) : inscription);
    }
}
