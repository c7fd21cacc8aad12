using FsCheck;
using FsCheck.Fluent;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Facturation;
using Masp.Domain.Territoires;
using Masp.Domain.Tests.Echeances;
using Masp.Domain.Tests.Facturation;
using NodaTime;

namespace Masp.Domain.Tests;

/// <summary>What the properties draw from: everything a calculation accepts, with the ends of months more often than chance would.</summary>
public static class Generateurs
{
    public static Arbitrary<LocalDate> Dates() => Day(DatesAdmises.Premiere, DatesAdmises.Derniere).ToArbitrary();

    public static Arbitrary<Delai> Delais() => (
        from evenement in Day(DatesAdmises.Premiere, DatesAdmises.Derniere)
        from jours in Gen.Frequency((4, Gen.Choose(0, 100)), (1, Gen.Choose(0, JoursFrancs.JoursMax)))
        from sens in Gen.Elements(Enum.GetValues<Sens>())
        from mode in Gen.Elements(Enum.GetValues<ModeDelai>())
        from calendrier in Gen.Elements(Enum.GetValues<Calendrier>())
        select new Delai(evenement, jours, sens, mode, calendrier)).ToArbitrary();

    public static Arbitrary<Periode> Periodes() => (
        from debut in Day(new LocalDate(2022, 1, 1), new LocalDate(2022, 3, 31))
        from jours in Gen.Choose(-10, 60)
        select Periode.Of(debut, jours < 0 ? null : debut.PlusDays(jours))).ToArbitrary();

    public static Arbitrary<CasTarif> CasTarifs() => (
        from debut in FirstDay()
        from fin in LastDay(debut)
        from finReelle in Optional(Day(debut, fin))
        from avecGestion in Gen.Elements(true, false)
        from zone in Gen.Elements(Enum.GetValues<Zone>())
        from suspensions in AtMost(3, Inside(debut, fin))
        from changements in AtMost(3, Change(debut, fin))
        from gel in Optional(Day(debut, fin))
        from prix in PriceLists()
        from seuil in Gen.Frequency((2, Gen.Constant(15)), (1, Gen.Choose(0, 31)))
        select new CasTarif(new ContratAFacturer(debut, fin, finReelle, avecGestion, zone, suspensions, changements, gel), prix, seuil)).ToArbitrary();

    private static Gen<LocalDate> Day(LocalDate first, LocalDate last) =>
        Gen.Choose(0, Period.DaysBetween(first, last)).Select(first.PlusDays);

    private static Gen<LocalDate> FirstDay() => Gen.OneOf(
        Day(new LocalDate(2021, 1, 1), new LocalDate(2028, 12, 31)),
        from month in Gen.Choose(0, 95)
        from back in Gen.Choose(0, 3)
        select new LocalDate(2021, 2, 1).PlusMonths(month).PlusDays(-1 - back));

    private static Gen<LocalDate> LastDay(LocalDate debut) => Gen.OneOf(
        Gen.Choose(6, 24).Select(mois => debut.PlusMonths(mois).PlusDays(-1)),
        Gen.Choose(0, 800).Select(debut.PlusDays));

    private static Gen<Periode> Inside(LocalDate debut, LocalDate fin) =>
        from a in Day(debut, fin)
        from b in Day(debut, fin)
        select Periode.Of(LocalDate.Min(a, b), LocalDate.Max(a, b));

    private static Gen<Changement> Change(LocalDate debut, LocalDate fin) =>
        from date in Day(debut, fin)
        from avecGestion in Gen.Elements<bool?>(null, true, false)
        from zone in Gen.Elements<Zone?>(null, Zone.Urbaine, Zone.Rurale)
        select new Changement(date, avecGestion, zone);

    private static Gen<IReadOnlyList<Prix>> PriceLists() =>
        from jours in AtMost(3, Day(new LocalDate(2021, 1, 2), new LocalDate(2030, 12, 31)))
        from cents in Gen.ArrayOf(Gen.Choose(1, 40_000), 16)
        select (IReadOnlyList<Prix>)[.. jours.Append(new LocalDate(2021, 1, 1).PlusYears(-1)).Distinct().Order().Select((jour, rang) => new Prix(
            new Guid(rang + 1, 0, 0, new byte[8]), "A", jour, new Money(cents[4 * rang]), new Money(cents[(4 * rang) + 1]),
            new Money(cents[(4 * rang) + 2]), new Money(cents[(4 * rang) + 3]), new Money(6000)))];

    private static Gen<T[]> AtMost<T>(int count, Gen<T> gen) => Gen.Choose(0, count).SelectMany(n => Gen.ArrayOf(gen, n));

    private static Gen<LocalDate?> Optional(Gen<LocalDate> gen) => Gen.OneOf(Gen.Constant<LocalDate?>(null), gen.Select(date => (LocalDate?)date));
}
