using System.Globalization;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>Four fictional Titulaires, two per Lot, with conventions of three years (R59).</summary>
internal static class Conventionnement
{
    private const int DureeAns = 3;

    private static readonly string[] Lots = ["1", "2", "3"];

    /// <summary>2022-2024, per Lot: indexes of the Titulaires, in order of rank.</summary>
    private static readonly int[][] PremiersTitulaires = [[0, 1], [2, 3], [0, 3]];

    /// <summary>From 2025 on the fourth is not kept anywhere: its running contracts go to term at the price of 2024 (R44).</summary>
    private static readonly int[][] TitulairesSuivants = [[1, 0], [2, 1], [0, 2]];

    /// <summary>Periods of conventions begun on the date or before, the first one always.</summary>
    public static IEnumerable<Periode> Periodes(LocalDate date)
    {
        for (var debut = Reperes.PremieresConventions; debut <= date; debut = debut.PlusYears(DureeAns))
            yield return Periode.Of(debut, debut.PlusYears(DureeAns).PlusDays(-1));
    }

    public static IReadOnlyList<Titulaire> Titulaires(Reperes reperes, LocalDate date)
    {
        List<Titulaire> titulaires =
        [
            Create(reperes, "Association Garrigue (démonstration)", "00000101600013", "FR7699999000340000000100112", "1 rue de l'Exemple, 34000 Montpellier", "GA"),
            Create(reperes, "Association Tramontane (démonstration)", "00000102400017", "FR7699999000340000000100209", "2 rue de l'Exemple, 34000 Montpellier", "TR"),
            Create(reperes, "Fondation Micocoulier (démonstration)", "00000103200010", "FR7699999000340000000100306", "3 rue de l'Exemple, 34200 Sète", "MI"),
            Create(reperes, "Union Salicorne (démonstration)", "00000104000013", "FR7699999000340000000100403", "4 rue de l'Exemple, 34500 Béziers", "SA"),
        ];
        foreach (var periode in Periodes(date))
        {
            var retenus = periode.Debut == Reperes.PremieresConventions ? PremiersTitulaires : TitulairesSuivants;
            for (var lot = 0; lot < Lots.Length; lot++)
                Open(reperes, titulaires, retenus[lot], Lots[lot], periode);
        }

        return titulaires;
    }

    /// <summary>The places of one Lot in its turn, over every period.</summary>
    public static IReadOnlyList<Siege> Sieges(IReadOnlyList<Titulaire> titulaires, string lotCode) =>
    [
        .. from titulaire in titulaires
           from convention in titulaire.Conventions
           where convention.LotCode == lotCode
           select new Siege(convention.Id, titulaire.Id, titulaire.Nom, convention.Rang, convention.Periode),
    ];

    private static Titulaire Create(Reperes reperes, string nom, string siret, string iban, string adresse, string serie) =>
        new(reperes.Next(), Reperes.Departement, nom, siret, adresse, iban, serie);

    private static void Open(Reperes reperes, List<Titulaire> titulaires, int[] retenus, string lotCode, Periode periode)
    {
        for (var rang = 1; rang <= retenus.Length; rang++)
        {
            var numero = string.Create(CultureInfo.InvariantCulture, $"DEMO-{periode.Debut.Year}-L{lotCode}-{rang}");
            _ = titulaires[retenus[rang - 1]].Open(reperes.Next(), lotCode, numero, periode, rang).Value;
        }
    }
}
