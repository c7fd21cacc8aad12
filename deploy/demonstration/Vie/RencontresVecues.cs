using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>
/// The meetings of every measure, once its life is known (R18): eight or nine in the first three months, then about two a month, some
/// missed with a cause, some by telephone, and the plan of the next weeks. Has dice of its own, so that nothing else depends on them.
/// </summary>
internal sealed class RencontresVecues
{
    private static readonly LocalTime[] Heures =
        [new(9, 0), new(9, 30), new(10, 0), new(10, 30), new(11, 0), new(14, 0), new(14, 30), new(15, 0), new(15, 30), new(16, 0), new(16, 30)];

    private static readonly string[] Notes =
    [
        "Courriers triés ensemble.", "Budget du mois revu.", "Plan d'apurement suivi avec le bailleur.", "Dossier de droits complété.",
        "Rendez-vous pris avec le service social.", "Factures réglées ensemble.", "Point sur les objectifs du projet.",
    ];

    private readonly Monde _monde;
    private readonly Hasard _hasard;
    private readonly Identifiants _identifiants;
    private readonly Dictionary<Guid, Intervenant> _equipe;

    public RencontresVecues(Monde monde, ulong graine)
    {
        _monde = monde;
        _hasard = new Hasard(graine ^ 0x18);
        _identifiants = new Identifiants(new Hasard(_hasard.Next()));
        _equipe = monde.Jeu.Intervenants.ToDictionary(i => i.Id);
    }

    public void Live()
    {
        foreach (var mesure in _monde.Jeu.Mesures)
        {
            var vie = VieDeMesure.Of(mesure);
            for (var rang = 0; rang < vie.Contrats.Count; rang++)
                LiveContract(vie, vie.Contrats[rang], rang == 0);
            if (mesure.Etat == EtatMesure.EnCours)
                Plan(vie);
        }
    }

    private void LiveContract(VieDeMesure vie, Periode contrat, bool premier)
    {
        var fin = LocalDate.Min(contrat.Fin!.Value, _monde.Fin);
        for (var mois = 0; contrat.Debut.PlusMonths(mois) is var debut && debut <= fin; mois++)
        {
            var dernier = LocalDate.Min(contrat.Debut.PlusMonths(mois + 1).PlusDays(-1), fin);
            var prevues = premier && mois < 3 ? _hasard.Weigh((3, 80), (2, 15), (4, 5)) : _hasard.Weigh((2, 84), (3, 11), (1, 5));
            for (var n = 0; n < prevues; n++)
            {
                var jour = JoursOuvres.NextWorkingDay(debut.PlusDays((n * 30 / prevues) + _hasard.Between(1, 6)), Calendrier.Metropole);
                if (_hasard.Chance(45))
                    Record(vie, Missed(JoursOuvres.NextWorkingDay(jour.PlusDays(-3), Calendrier.Metropole)), debut);
                if (jour <= dernier)
                    Record(vie, Held(jour), debut);
            }

            if (_hasard.Chance(350))
                Record(vie, Called(debut.PlusDays(_hasard.Between(0, 27))), debut);
        }
    }

    /// <summary>One or two in the next weeks, and some today: the plan that a worker opens in the morning.</summary>
    private void Plan(VieDeMesure vie)
    {
        if (_hasard.Chance(80))
            Record(vie, Planned(_monde.Fin), _monde.Fin);
        Record(vie, Planned(JoursOuvres.NextWorkingDay(_monde.Fin.PlusDays(_hasard.Between(1, 16)), Calendrier.Metropole)), _monde.Fin);
    }

    private FaitsDeRencontre Held(LocalDate jour) => Journey(new FaitsDeRencontre(
        EtatRencontre.Tenue, jour, _hasard.Weigh((LieuRencontre.Domicile, 70), (LieuRencontre.Locaux, 17), (LieuRencontre.Demarche, 11), (LieuRencontre.Autre, 2)), default,
        _hasard.Between(6, 18) * 5, _hasard.Pick(Heures), Note: _hasard.Chance(300) ? _hasard.Pick(Notes) : null));

    private FaitsDeRencontre Missed(LocalDate jour)
    {
        var cause = _hasard.Weigh(
            (CauseRencontreManquee.PersonneAbsente, 55), (CauseRencontreManquee.PersonneDesistee, 25), (CauseRencontreManquee.IntervenantEmpeche, 12), (CauseRencontreManquee.PersonneHospitalisee, 8));
        return Journey(new FaitsDeRencontre(EtatRencontre.Manquee, jour, LieuRencontre.Domicile, default, Heure: _hasard.Pick(Heures), Cause: cause));
    }

    private FaitsDeRencontre Called(LocalDate jour) => new(EtatRencontre.Tenue, jour, LieuRencontre.Telephone, default, _hasard.Between(1, 5) * 5);

    private FaitsDeRencontre Planned(LocalDate jour) => new(
        EtatRencontre.Prevue, jour, _hasard.Weigh((LieuRencontre.Domicile, 75), (LieuRencontre.Locaux, 25)), default, Heure: _hasard.Pick(Heures));

    private FaitsDeRencontre Journey(FaitsDeRencontre faits) => faits.Lieu is LieuRencontre.Domicile or LieuRencontre.Demarche
        ? faits with { TrajetMinutes = _hasard.Between(2, 14) * 5, TrajetKm = _hasard.Between(2, 45) }
        : faits;

    /// <summary>By who follows the measure that day, or stands in; what a rule refuses (a suspension, nobody in charge) did not happen.</summary>
    private void Record(VieDeMesure vie, FaitsDeRencontre faits, LocalDate pasAvant)
    {
        if (faits.Date < pasAvant || (faits.Etat != EtatRencontre.Prevue && faits.Date > _monde.Fin) || vie.IntervenantOn(faits.Date) is not { } enCharge)
            return;
        var intervenant = _equipe[enCharge].AbsenceOn(faits.Date)?.RemplacantId ?? enCharge;
        var enregistree = LocalDate.Min(faits.Date, _monde.Fin);
        var nouvelle = new NouvelleRencontre(_identifiants.Next(enregistree), Reperes.Departement, enregistree);
        var recorded = Rencontre.Record(nouvelle, faits with { IntervenantId = intervenant }, vie, _equipe);
        if (recorded.IsSuccess)
            _monde.Jeu.Rencontres.Add(recorded.Value);
    }
}
