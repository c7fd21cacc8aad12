using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures.Bilans;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Mesures.Avenants;

/// <summary>What a change of a Mesure does to its months, their price, its Bilans and its total length, shown before it is signed (R3, R21, R36 to R39).</summary>
/// <param name="Mois">Those that differ, in order.</param>
/// <param name="Bilans">Those whose day differs.</param>
public sealed record Consequences(
    LocalDate FinAvant,
    LocalDate FinApres,
    ChaineDeContrats ChaineAvant,
    ChaineDeContrats ChaineApres,
    Money TotalAvant,
    Money TotalApres,
    IReadOnlyList<MoisCompare> Mois,
    IReadOnlyList<BilanCompare> Bilans)
{
    /// <summary>Compares a Mesure with itself, changed: pure, and by the rules that will pay it.</summary>
    /// <returns>Refused as <see cref="CalculTarif.Months"/> and <see cref="Zonage.Price(Contrat, IReadOnlyList{Suspension}, IReadOnlyList{ChangementDeGestion}, IReadOnlyList{Residence}, LocalDate?)"/>.</returns>
    public static Result<Consequences> Of(Mesure avant, Mesure apres, ChaineDeContrats anterieurs, Tarification tarification)
    {
        var before = tarification.Months(avant);
        if (!before.IsSuccess)
            return before.Error;
        var after = tarification.Months(apres);
        if (!after.IsSuccess)
            return after.Error;
        return new Consequences(
            avant.FinReelle ?? avant.FinPrevue, apres.FinReelle ?? apres.FinPrevue, anterieurs.Plus(avant.Chaine), anterieurs.Plus(apres.Chaine),
            Sum(before.Value), Sum(after.Value),
            [.. Compare(before.Value, after.Value)],
            [.. Compare(Dates(avant, tarification), Dates(apres, tarification))]);
    }

    private static Money Sum(Dictionary<(Guid Contrat, int Numero), MoisMesure> months) => Money.Sum(months.Values.Select(m => m.Montant));

    private static IEnumerable<MoisCompare> Compare(Dictionary<(Guid Contrat, int Numero), MoisMesure> before, Dictionary<(Guid Contrat, int Numero), MoisMesure> after) =>
        from cle in before.Keys.Union(after.Keys)
        let was = before.GetValueOrDefault(cle)
        let becomes = after.GetValueOrDefault(cle)
        where was is null || becomes is null || (was.Du, was.Type, was.Montant) != (becomes.Du, becomes.Type, becomes.Montant)
        orderby (was ?? becomes)!.Debut
        select new MoisCompare(cle.Contrat, cle.Numero, was, becomes);

    private static IEnumerable<BilanCompare> Compare(Dictionary<(Guid Contrat, int? Mois), LocalDate> before, Dictionary<(Guid Contrat, int? Mois), LocalDate> after) =>
        from cle in before.Keys.Union(after.Keys)
        let was = before.TryGetValue(cle, out var b) ? b : (LocalDate?)null
        let becomes = after.TryGetValue(cle, out var a) ? a : (LocalDate?)null
        where was != becomes
        orderby was ?? becomes
        select new BilanCompare(cle.Mois, was, becomes);

    /// <summary>Of contracts that have not ended: a null month is the final one.</summary>
    private static Dictionary<(Guid Contrat, int? Mois), LocalDate> Dates(Mesure mesure, Tarification tarification)
    {
        var dates = new Dictionary<(Guid Contrat, int? Mois), LocalDate>();
        foreach (var contrat in mesure.Contrats.Where(c => c.FinReelle is null))
        {
            var parametres = tarification.ParametresOn(contrat.Debut);
            foreach (var etape in CalendrierDesBilans.Etapes(contrat.Debut, contrat.FinPrevue, parametres))
                dates[(contrat.Id, etape.Mois)] = etape.Date;
            dates[(contrat.Id, null)] = CalendrierDesBilans.Final(contrat.FinPrevue, parametres);
        }

        return dates;
    }
}

/// <param name="Avant">Null for a month that was not.</param>
/// <param name="Apres">Null for a month that is no more.</param>
public sealed record MoisCompare(Guid ContratId, int Numero, MoisMesure? Avant, MoisMesure? Apres);

/// <param name="Mois">Null for the final Bilan.</param>
public sealed record BilanCompare(int? Mois, LocalDate? Avant, LocalDate? Apres);

/// <summary>All that prices the months of a Mesure.</summary>
/// <param name="Prix">By first day.</param>
/// <param name="ParametresOn">The Reglement of a day.</param>
/// <param name="GelOf">As <see cref="Titulaires.Titulaire.DateGel"/>, by Convention.</param>
public sealed record Tarification(Zonage Zonage, IReadOnlyList<Prix> Prix, Func<LocalDate, Parametres> ParametresOn, Func<Guid, LocalDate?> GelOf)
{
    internal Result<Dictionary<(Guid Contrat, int Numero), MoisMesure>> Months(Mesure mesure)
    {
        var all = new Dictionary<(Guid Contrat, int Numero), MoisMesure>();
        foreach (var contrat in mesure.Contrats)
        {
            var parametres = ParametresOn(contrat.Debut);
            var tenues = mesure.Tenues.Where(t => t.ContratId == contrat.Id).OrderBy(t => t.Debut).Select(t => (t.ConventionId, Periode.Of(t.Debut, t.Fin ?? contrat.FinPrevue)));
            var gel = parametres.GelApresConvention ? Tenue.Freeze(tenues, GelOf) : null;
            var priced = Zonage.Price(contrat, mesure.Suspensions, mesure.Changements, mesure.Residences, gel);
            if (!priced.IsSuccess)
                return priced.Error;
            var months = CalculTarif.Months(priced.Value, Prix, parametres.ModeMoisMesure, parametres.JoursSeuil);
            if (!months.IsSuccess)
                return months.Error;
            foreach (var mois in months.Value)
                all[(contrat.Id, mois.Numero)] = mois;
        }

        return all;
    }
}
