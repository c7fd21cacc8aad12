using System.Diagnostics;
using Masp.Benchmarks.Banc;
using Masp.Domain.Attributions;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Benchmarks.Travaux;

/// <summary>Every deadline of a département's Mesures, from order to term, by the domain's own events on one core; then twice as many, to see that it is linear.</summary>
internal static class CreationDesEcheances
{
    private const int Mesures = Comparaison.Grand;
    private const double But = 1.3;

    private static readonly Parametres Parametres = new();
    private static readonly Reglements Reglements = new([]);
    private static int _ids;

    public static IEnumerable<Ligne> Run(Options options)
    {
        _ = Create(Mesures / 10);
        var rounds = Enumerable.Range(0, options.Rondes).Select(_ => (Une: Create(Mesures), Deux: Create(2 * Mesures))).ToList();
        var rate = Statistiques.Median(rounds.Select(r => r.Une.Nombre / r.Une.Secondes));
        var growth = Statistiques.Median(rounds.Select(r => r.Deux.Secondes / (2 * r.Une.Secondes)));
        return
        [
            new Ligne(
                $"all deadlines of {Tableau.Number(Mesures)} measures ({Tableau.Number(rounds[0].Une.Nombre)}), then of twice as many: time for each", $"{Tableau.Number(rate)} /s", "–", Tableau.Number(growth), "≤ 1.3",
                growth <= But),
        ];
    }

    private static (int Nombre, double Secondes) Create(int mesures)
    {
        var start = Stopwatch.GetTimestamp();
        var created = 0;
        for (var i = 0; i < mesures; i++)
            created += Live(new LocalDate(2022, 1, 3).PlusDays(i % 1000), 6 * (1 + (i % 4)), i % 2 == 0);
        return (created, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static Guid Next() => new(++_ids, 0, 0, new byte[8]);

    private static int Live(LocalDate emis, int dureeMois, bool avecGestion)
    {
        var toutes = new List<Echeance>();
        var bon = new BonDeCommande(new EmissionBon(
            Next(), "34", "BC-34-1-0001", 1, "1", Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty, "34172", avecGestion, dureeMois, emis, string.Empty));
        Record(emis, new BonEmis(bon));
        _ = bon.Acknowledge(emis, emis).Value;
        Record(emis, new BonRecu(bon));
        var signe = emis.PlusDays(20);
        _ = bon.Sign(signe, signe, Parametres, signe).Value;
        var mesure = Mesure.Open(Next(), "34-2022-0001", bon, Next(), ChaineDeContrats.Vide, Parametres, signe).Value;
        Record(signe, new PremiereRencontreTenue(bon, signe, null));
        Record(signe, new ContratSigne(mesure, mesure.DernierContrat));
        for (var jour = signe.PlusMonths(1); jour <= mesure.FinPrevue; jour = jour.PlusMonths(1))
            Record(jour, new JourVenu(mesure));
        return toutes.Count;

        void Record(LocalDate jour, Evenement evenement)
        {
            var echeancier = new Echeancier("34", Guid.Empty, Reglements, Next, jour, toutes);
            _ = echeancier.Record(evenement).Value;
            toutes.AddRange(echeancier.Nouvelles);
        }
    }
}
