using System.Globalization;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>Baremes and Reglements. The source fixes the prices of 2021 only: every later one is invented and says so.</summary>
internal static class Arretes
{
    private const long Majoration = 10_00;

    private static readonly Money Forfait = new(60_00);

    /// <summary>Yearly revisions in thousandths, taken in turn; 0 means no arrete that year, so the last price continues (R35).</summary>
    private static readonly int[] Revisions = [0, 20, 25, 15, 12, 0];

    public static IEnumerable<Bareme> Baremes(Reperes reperes, LocalDate date)
    {
        var sansGestionUrbaine = 202_57L;
        var dernier = new LocalDate(2021, 1, 1);
        yield return Create(reperes, "Tarifs 2021 de l'appel à candidature (RC 4)", dernier, sansGestionUrbaine, null);
        for (var annee = 2022; annee <= date.Year; annee++)
        {
            var revision = Revisions[(annee - 2022) % Revisions.Length];
            if (revision == 0)
                continue;
            sansGestionUrbaine = new Money(sansGestionUrbaine).Prorata(1000 + revision, 1000).Cents;
            var debut = new LocalDate(annee, 1, 1);
            var reference = string.Create(CultureInfo.InvariantCulture, $"Arrêté {annee} de démonstration (prix inventés)");
            yield return Create(reperes, reference, debut, sansGestionUrbaine, dernier);
            dernier = debut;
        }
    }

    /// <summary>One per period of conventions; their parameters are the same, so that only the dates differ.</summary>
    public static IEnumerable<Reglement> Reglements(Reperes reperes, LocalDate date)
    {
        yield return new Reglement(
            reperes.Next(), Reperes.Departement, Reperes.PremieresConventions, "Cahier des charges MASP 2022-2024 (annexe 1)", new Parametres());
        foreach (var periode in Conventionnement.Periodes(date).Skip(1))
        {
            var reference = string.Create(
                CultureInfo.InvariantCulture, $"Cahier des charges MASP {periode.Debut.Year}-{periode.Fin!.Value.Year} (démonstration)");
            yield return new Reglement(reperes.Next(), Reperes.Departement, periode.Debut, reference, new Parametres());
        }
    }

    private static Bareme Create(Reperes reperes, string reference, LocalDate debut, long base_, LocalDate? dernier)
    {
        var prix = new Prix(
            reperes.Next(),
            reference,
            debut,
            new Money(base_),
            new Money(base_ + Majoration),
            new Money(base_ + Majoration),
            new Money(base_ + (2 * Majoration)),
            Forfait);
        return Bareme.Create(Reperes.Departement, prix, dernier).Value;
    }
}
