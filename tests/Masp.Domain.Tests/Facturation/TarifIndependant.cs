using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Tests.Facturation;

/// <summary>
/// A second way to the same months, written apart: every day of the contract is dealt to its month, then counted, on the days of
/// the base library and with decimal rounding.
/// </summary>
internal static class TarifIndependant
{
    public static List<MoisMesure> Months(CasTarif cas, ModeMoisMesure mode)
    {
        var debut = cas.Contrat.Debut.ToDateOnly();
        var fin = (cas.Contrat.FinReelle ?? cas.Contrat.FinPrevue).ToDateOnly();
        var calendaire = mode is ModeMoisMesure.ProrataCalendaire or ModeMoisMesure.EntreeDueSortieNon;
        var origine = calendaire ? new DateOnly(debut.Year, debut.Month, 1) : debut;

        var jours = Enumerable.Range(0, fin.DayNumber - debut.DayNumber + 1).Select(debut.AddDays);
        return [.. jours.GroupBy(jour => Rank(origine, jour)).Select(mois => Price(cas, mode, origine, mois.Key, [.. mois]))];
    }

    private static int Rank(DateOnly origine, DateOnly jour)
    {
        var rang = 0;
        while (origine.AddMonths(rang + 1) <= jour)
            rang++;
        return rang;
    }

    private static MoisMesure Price(CasTarif cas, ModeMoisMesure mode, DateOnly origine, int rang, List<DateOnly> jours)
    {
        var entier = origine.AddMonths(rang + 1).DayNumber - origine.AddMonths(rang).DayNumber;
        var servis = jours.Where(jour => !cas.Contrat.Suspensions.Any(s => s.Contains(LocalDate.FromDateOnly(jour)))).ToList();
        var premier = LocalDate.FromDateOnly(jours[0]);
        var dernier = LocalDate.FromDateOnly(servis.Count == 0 ? jours[^1] : servis[^1]);
        var sortie = jours[^1] < origine.AddMonths(rang + 1).AddDays(-1);

        var du = servis.Count > 0 && mode switch
        {
            ModeMoisMesure.DateADate => servis.Count == entier || servis.Count >= cas.Seuil,
            ModeMoisMesure.EntreeDueSortieNon => !sortie && (servis.Count == jours.Count || entier - (jours.Count - servis.Count) >= cas.Seuil),
            _ => true,
        };
        var type = Type(cas.Contrat, premier);
        var prix = cas.Prix.Last(p => p.Debut <= (premier > cas.Contrat.DateGel ? cas.Contrat.DateGel.Value : premier));
        var unitaire = type switch { TypeMesure.SGU => prix.Sgu, TypeMesure.AGU => prix.Agu, TypeMesure.SGR => prix.Sgr, _ => prix.Agr };
        var part = mode == ModeMoisMesure.ProrataCalendaire ? (servis.Count, Sur: entier) : (1, Sur: 1);
        var cents = decimal.Round((decimal)unitaire.Cents * part.Item1 / part.Sur, 0, MidpointRounding.AwayFromZero);
        return new MoisMesure(
            rang + 1, premier, LocalDate.FromDateOnly(jours[^1]), type, servis.Count, du, unitaire, du ? new Money((long)cents) : Money.Zero, prix.BaremeId,
            string.Empty, Trimestre.FromIndex((dernier.Year * 4) + ((dernier.Month - 1) / 3)));
    }

    private static TypeMesure Type(ContratAFacturer contrat, LocalDate premier)
    {
        var passes = contrat.Changements.Where(c => c.Date <= premier).OrderBy(c => c.Date).ToList();
        var avecGestion = passes.LastOrDefault(c => c.AvecGestion is not null)?.AvecGestion ?? contrat.AvecGestion;
        var zone = passes.LastOrDefault(c => c.Zone is not null)?.Zone ?? contrat.Zone;
        return Enum.Parse<TypeMesure>((avecGestion ? "AG" : "SG") + (zone == Zone.Urbaine ? "U" : "R"));
    }
}
