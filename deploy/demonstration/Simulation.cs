using Masp.Domain.Echeances;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>
/// The life of a fictional département since October 2021, lived day after day with the domain's own methods. Pure: the same
/// arguments give the same data to the byte, and nothing comes from a clock or a file outside the assembly.
/// </summary>
public static class Simulation
{
    /// <summary>Seed of the demonstration that everybody sees.</summary>
    public const ulong GraineParDefaut = 20_220_101;

    /// <summary>Running measures expected by the source: 280, 100 and 180 (RC 2).</summary>
    public const int MesuresEnCoursParDefaut = 560;

    private static readonly (string Lot, int Part)[] PartsDesLots = [("1", 280), ("2", 100), ("3", 180)];

    /// <param name="graine">Another seed gives other people and other fates, with the same rules.</param>
    /// <param name="date">Last day lived: 1 March 2022 to 31 December 2099.</param>
    /// <param name="mesuresEnCours">About how many measures run on that date, over the three Lots: 1 to 200,000.</param>
    public static JeuDeDonnees Run(ulong graine, LocalDate date, int mesuresEnCours = MesuresEnCoursParDefaut)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date, new LocalDate(2022, 3, 1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(date, new LocalDate(2099, 12, 31));
        ArgumentOutOfRangeException.ThrowIfLessThan(mesuresEnCours, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mesuresEnCours, 200_000);

        var monde = new Monde(graine, date);
        var effectifs = PartsDesLots.ToDictionary(
            p => p.Lot, p => new Effectifs(p.Lot, Math.Max(1, mesuresEnCours * p.Part / MesuresEnCoursParDefaut), date), StringComparer.Ordinal);
        var facturations = new Facturations(monde);
        var equipes = new Equipes(monde, graine);
        var bilans = new Bilans(monde, graine);
        var echeanciers = new Echeanciers(monde, graine);
        var mesures = new ViesDeMesure(monde, equipes, facturations, echeanciers, effectifs, bilans, new Ecrits(monde, graine));
        var attributions = new Attributions(monde, new ViesDeBon(monde, mesures, equipes, facturations, echeanciers, effectifs), echeanciers);
        var seances = new Seances(monde, new Decisions(monde, attributions, effectifs), bilans);
        var depots = new Depots(monde, seances);

        facturations.Start();
        equipes.Start();
        echeanciers.Start();
        new Relais(monde, equipes, facturations).Start();
        var prochaineSemaine = Reperes.Ouverture;
        for (var jour = Reperes.Ouverture; jour <= date; jour = jour.PlusDays(1))
        {
            if (!JoursOuvres.IsWorkingDay(jour, Calendrier.Metropole))
                continue;
            monde.Agenda.Live(jour);
            if (jour >= prochaineSemaine)
            {
                PlanWeek(monde, depots, effectifs.Values, jour);
                prochaineSemaine = jour.Next(IsoDayOfWeek.Monday);
            }

            seances.Live();
        }

        depots.FileUnaware(effectifs["1"]);
        new RencontresVecues(monde, graine).Live();
        new PremieresRencontres(monde, graine).Prepare();
        echeanciers.Count();
        monde.Jeu.Series = monde.Series.Derniers;
        return monde.Jeu;
    }

    private static void PlanWeek(Monde monde, Depots depots, IEnumerable<Effectifs> effectifs, LocalDate jour)
    {
        foreach (var lot in effectifs)
        {
            for (var n = lot.DrawWeek(jour); n > 0; n--)
                monde.Agenda.Plan(jour.PlusDays(monde.Hasard.Between(1, 6)), () => depots.File(lot));
        }
    }
}
