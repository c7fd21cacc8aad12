using Masp.Domain.Attributions;
using Masp.Domain.Demandes;
using Masp.Domain.Echeances;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>
/// What is prepared for the orders that wait for their signature on the date given (R13 to R15): appointments taken, some missed with their
/// cause, contracts written and pre-signed. Has dice of its own, so that nothing else depends on them.
/// </summary>
internal sealed class PremieresRencontres(Monde monde, ulong graine)
{
    private readonly Hasard _hasard = new(graine ^ 0x13);
    private Identifiants? _identifiants;

    public void Prepare()
    {
        _identifiants = new Identifiants(new Hasard(_hasard.Next()));
        var demandes = monde.Jeu.Demandes.ToDictionary(d => d.Id);
        foreach (var bon in monde.Jeu.BonsDeCommande.Where(b => b.Etat is EtatBonDeCommande.Emis or EtatBonDeCommande.Recu))
        {
            if (_hasard.Chance(250))
                continue;
            var preparation = new PreparationDeContrat(bon);
            monde.Jeu.Preparations.Add(preparation);
            Meet(preparation, bon);
            if (_hasard.Chance(600))
                Write(preparation, bon, demandes[bon.DemandeId]);
        }
    }

    private void Meet(PreparationDeContrat preparation, BonDeCommande bon)
    {
        var premier = JoursOuvres.NextWorkingDay(bon.EmisLe.PlusDays(_hasard.Between(6, 12)), Calendrier.Metropole);
        if (premier < monde.Fin && _hasard.Chance(250))
        {
            _ = preparation.Meet(_identifiants!.Next(monde.Fin), bon, premier, new LocalTime(10, 0), "Domicile de la personne", bon.EmisLe).Value;
            _ = preparation.Settle(
                tenu: false, _hasard.Weigh((CauseRetard.Beneficiaire, 70), (CauseRetard.ServiceReferent, 20), (CauseRetard.Titulaire, 10)), "Absente au rendez-vous.", premier).Value;
        }

        if (_hasard.Chance(700))
        {
            var date = JoursOuvres.NextWorkingDay(monde.Fin.PlusDays(_hasard.Between(1, 15)), Calendrier.Metropole);
            _ = preparation.Meet(_identifiants!.Next(monde.Fin), bon, date, new LocalTime(_hasard.Between(9, 16), 0), "Domicile de la personne", monde.Fin).Value;
        }
    }

    private void Write(PreparationDeContrat preparation, BonDeCommande bon, Demande demande)
    {
        var autorisations = bon.AvecGestion
            ? demande.Prestations.Where(c => Prestations.Find(c) is not null).Distinct()
                .Select(c => (c, Prestations.Find(c)!.Groupe == GroupePrestation.B ? "Le loyer n'est plus payé." : null)).ToList()
            : [];
        if (bon.AvecGestion && autorisations.Count == 0)
            return;
        var contenu = ContenuDeContrat.Usuel with { Depenses = bon.AvecGestion ? [DepenseReglee.Loyer, DepenseReglee.Charges, DepenseReglee.Energie] : [] };
        _ = preparation.Write(bon, contenu, autorisations).Value;
        if (_hasard.Chance(700))
            _ = preparation.PreSign(bon, LocalDate.Min(bon.EmisLe.PlusDays(_hasard.Between(0, 5)), monde.Fin), monde.Fin).Value;
    }
}
