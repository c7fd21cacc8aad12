using System.Globalization;
using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Mesures;

/// <summary>
/// The time a person has already spent under contract (R3): elapsed calendar time of every contract, suspensions included.
/// A contract counts to its real end, or to its term while it runs.
/// </summary>
public sealed record ChaineDeContrats(int Mois, int Jours)
{
    /// <summary>Leftover days of broken months add up; thirty make a month.</summary>
    private const int JoursParMois = 30;

    public static readonly ChaineDeContrats Vide = new(0, 0);

    /// <param name="periodes">Both ends included, closed.</param>
    public static ChaineDeContrats Of(IEnumerable<Periode> periodes)
    {
        int mois = 0, jours = 0;
        foreach (var periode in periodes)
        {
            if (periode.Fin is not { } fin)
                throw new ArgumentException("A contract has a last day.", nameof(periodes));
            var elapsed = Period.Between(periode.Debut, fin.PlusDays(1), PeriodUnits.Months | PeriodUnits.Days);
            mois += elapsed.Months;
            jours += elapsed.Days;
        }

        return new ChaineDeContrats(mois + (jours / JoursParMois), jours % JoursParMois);
    }

    /// <summary>Whole months, a begun one counted whole: what is left of the bound is the bound minus this.</summary>
    public int MoisEntames => Mois + (Jours > 0 ? 1 : 0);

    /// <summary>Both chains, one after the other.</summary>
    public ChaineDeContrats Plus(ChaineDeContrats autre) =>
        new(Mois + autre.Mois + ((Jours + autre.Jours) / JoursParMois), (Jours + autre.Jours) % JoursParMois);

    /// <summary>Whether a further contract of that many whole months would pass the bound: exactly the bound is allowed.</summary>
    public Error? Refuses(int dureeMois, int dureeTotaleMaxMois)
    {
        var total = Mois + dureeMois;
        if (total < dureeTotaleMaxMois || (total == dureeTotaleMaxMois && Jours == 0))
            return null;
        var known = Mois == 0 && Jours == 0 ? "aucun contrat antérieur" : string.Create(CultureInfo.InvariantCulture, $"{Mois} mois et {Francais.Compte(Jours, "jour")} déjà contractualisés");
        return Error.Conflict(
            "mesure.duree-totale-depassee",
            string.Create(CultureInfo.InvariantCulture, $"La durée totale ne peut excéder {dureeTotaleMaxMois} mois ({known}) (R3, art. 2, L271-2)."),
            "dureeMois");
    }
}
