using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Facturation;

/// <summary>What a contract is paid, month by month (R36 to R39, R43, R44). Pure: no clock, no state.</summary>
public static class CalculTarif
{
    /// <summary>Every mois-mesure of the contract, in order, due or not: they cover its days without gap or overlap.</summary>
    /// <param name="prixTriesParDebut">Ascending by first day.</param>
    /// <param name="joursSeuil">0 to 31; used by the modes that compare with it (R37).</param>
    /// <returns>
    /// Refused with <c>contrat.hors-bornes</c>, <c>contrat.inverse</c>, <c>fin-reelle.avant-debut</c>, <c>fin-reelle.apres-fin-prevue</c>,
    /// <c>suspension.ouverte</c>, <c>suspension.hors-contrat</c>, <c>changement.hors-contrat</c>, <c>seuil.hors-bornes</c>;
    /// with <c>bareme.absent</c> when no price is known on the first day of a month, due or not.
    /// </returns>
    public static Result<IReadOnlyList<MoisMesure>> Months(
        ContratAFacturer contrat, IReadOnlyList<Prix> prixTriesParDebut, ModeMoisMesure mode, int joursSeuil) =>
        Compute(contrat, prixTriesParDebut, mode, joursSeuil, null).Map<IReadOnlyList<MoisMesure>>(mois => mois);

    /// <summary>The months of <see cref="Months"/> that belong to the quarter (R39), without computing the others.</summary>
    /// <returns>Refused as <see cref="Months"/>; a price is needed only for the months that touch the quarter.</returns>
    public static Result<IReadOnlyList<MoisMesure>> MonthsOfQuarter(
        ContratAFacturer contrat, IReadOnlyList<Prix> prixTriesParDebut, ModeMoisMesure mode, int joursSeuil, Trimestre trimestre) =>
        Compute(contrat, prixTriesParDebut, mode, joursSeuil, trimestre).Map<IReadOnlyList<MoisMesure>>(mois => mois);

    /// <summary>Due months grouped by type, unit price and Bareme; the months of several contracts may be mixed.</summary>
    public static DecompteTarif Lines(IEnumerable<MoisMesure> months)
    {
        var lignes = months.Where(mois => mois.Du)
            .GroupBy(mois => (mois.Type, mois.PrixUnitaire, mois.BaremeId))
            .Select(g => new LigneTarif(g.Key.Type, g.Count(), g.Key.PrixUnitaire, g.Key.BaremeId, Money.Sum(g.Select(mois => mois.Montant))))
            .OrderBy(ligne => ligne.Type)
            .ToList();
        return new DecompteTarif(lignes, Money.Sum(lignes.Select(ligne => ligne.Montant)));
    }

    private static Result<List<MoisMesure>> Compute(
        ContratAFacturer contrat, IReadOnlyList<Prix> prix, ModeMoisMesure mode, int joursSeuil, Trimestre? seulement)
    {
        if (VerificationContrat.Check(contrat, joursSeuil) is { Count: > 0 } errors)
            return Result<List<MoisMesure>>.Refuse(errors);

        var fin = contrat.FinReelle ?? contrat.FinPrevue;
        var arret = seulement is { } t ? LocalDate.Min(fin, t.Fin) : fin;
        var suspendus = JoursSuspendus.Of(contrat.Suspensions);
        var mois = new List<MoisMesure>();
        for (var rang = FirstRank(contrat.Debut, seulement); ; rang++)
        {
            var tranche = TrancheMois.Cut(contrat.Debut, fin, mode, rang);
            if (tranche.Debut > arret)
                return mois;
            var trimestre = Trimestre.Of(suspendus.LastServed(tranche.Debut, tranche.Fin));
            if (seulement is { } voulu && trimestre != voulu)
                continue;
            if (FindPrix(prix, PriceDate(contrat, tranche)) is not { } enVigueur)
                return Error.Conflict("bareme.absent", $"Aucun barème n'est en vigueur le {Francais.Date(PriceDate(contrat, tranche))}.");
            mois.Add(Price(contrat, tranche, suspendus, enVigueur, mode, joursSeuil, trimestre));
        }
    }

    private static MoisMesure Price(
        ContratAFacturer contrat, TrancheMois tranche, JoursSuspendus suspendus, Prix prix, ModeMoisMesure mode, int joursSeuil, Trimestre trimestre)
    {
        var type = TypeOn(contrat, tranche.Debut);
        var servis = tranche.Jours - suspendus.Count(tranche.Debut, tranche.Fin);
        var (du, motif) = RegleMois.Decide(tranche, servis, mode, joursSeuil);
        if (contrat.DateGel is { } gel && tranche.Debut > gel)
            motif += $" ; prix gelé au {Francais.Date(gel)} (R44, art. 5)";
        var unitaire = prix.Of(type);
        var montant = !du ? Money.Zero : mode == ModeMoisMesure.ProrataCalendaire ? unitaire.Prorata(servis, tranche.JoursEntiers) : unitaire;
        return new MoisMesure(tranche.Rang + 1, tranche.Debut, tranche.Fin, type, servis, du, unitaire, montant, prix.BaremeId, motif, trimestre);
    }

    /// <summary>A month begins in the calendar month of its rank and ends in it or in the next: the one before the quarter may still reach it.</summary>
    private static int FirstRank(LocalDate debut, Trimestre? trimestre) => trimestre is { } t
        ? Math.Max(0, ((t.Debut.Year - debut.Year) * 12) + t.Debut.Month - debut.Month - 1)
        : 0;

    /// <summary>The freeze holds the price of its date for the months that begin after it (R44).</summary>
    private static LocalDate PriceDate(ContratAFacturer contrat, TrancheMois tranche) =>
        contrat.DateGel is { } gel ? LocalDate.Min(gel, tranche.Debut) : tranche.Debut;

    private static Prix? FindPrix(IReadOnlyList<Prix> prix, LocalDate date)
    {
        for (var i = prix.Count - 1; i >= 0; i--)
        {
            if (prix[i].Debut <= date)
                return prix[i];
        }

        return null;
    }

    /// <summary>A change that falls inside a month waits for the next one to begin (R38); of two on the same day the last listed holds.</summary>
    private static TypeMesure TypeOn(ContratAFacturer contrat, LocalDate premierJour)
    {
        var (avecGestion, zone) = (contrat.AvecGestion, contrat.Zone);
        if (contrat.Changements.Count == 0)
            return TypesMesure.Of(avecGestion, zone);
        foreach (var changement in contrat.Changements.OrderBy(c => c.Date).TakeWhile(c => c.Date <= premierJour))
            (avecGestion, zone) = (changement.AvecGestion ?? avecGestion, changement.Zone ?? zone);
        return TypesMesure.Of(avecGestion, zone);
    }
}
