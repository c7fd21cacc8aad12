using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Mesures;

/// <summary>The Zone of each commune over time (R38, R64), for pricing many contracts without reading again.</summary>
/// <param name="affectations">Per INSEE code, sorted by first day.</param>
public sealed class Zonage(IReadOnlyDictionary<string, IReadOnlyList<(LocalDate Debut, Zone Zone)>> affectations)
{
    /// <summary>Of the last mapping that began by that day; null before the first one, and for a commune without any.</summary>
    public Zone? ZoneOf(string communeInsee, LocalDate date)
    {
        Zone? zone = null;
        if (!affectations.TryGetValue(communeInsee, out var known))
            return zone;
        for (var i = 0; i < known.Count && known[i].Debut <= date; i++)
            zone = known[i].Zone;
        return zone;
    }

    /// <summary>No price without a Zone: none is guessed (R38).</summary>
    /// <param name="communeInsee">Of residence.</param>
    /// <param name="date">On which it has none.</param>
    /// <param name="field">That named the commune, when a caller did.</param>
    public static Error SansZone(string communeInsee, LocalDate date, string? field = null) => Error.Conflict(
        "commune.sans-zone", $"La commune {communeInsee} n'a pas de zone le {Francais.Date(date)} (R38, R64).", field);

    /// <summary>The contract as the tariff wants it: changes of gestion, moves and new mappings that fall inside it.</summary>
    /// <returns>Refused with <c>commune.sans-zone</c>.</returns>
    public Result<ContratAFacturer> Price(
        Contrat contrat,
        IReadOnlyList<Suspension> suspensions,
        IReadOnlyList<ChangementDeGestion> changements,
        IReadOnlyList<Residence> residences,
        LocalDate? dateGel) => Price(
            new FaitsDuContrat(contrat.Debut, contrat.FinPrevue, contrat.FinReelle, contrat.AvecGestion, dateGel),
            [.. suspensions.Select(s => s.Periode)],
            [.. changements.Select(c => (c.Date, c.AvecGestion))],
            [.. residences.OrderBy(r => r.Debut).Select(r => (r.Debut, r.CommuneInsee))]);

    /// <summary>The same from bare facts, as a hand-written read brings them.</summary>
    /// <param name="faits">Of the contract itself.</param>
    /// <param name="suspensions">Of the Mesure, any contract.</param>
    /// <param name="changements">Of the Mesure, any contract.</param>
    /// <param name="residences">Of the Mesure, by first day; at least one.</param>
    /// <returns>Refused with <c>commune.sans-zone</c>.</returns>
    public Result<ContratAFacturer> Price(
        FaitsDuContrat faits, IReadOnlyList<Periode> suspensions, IReadOnlyList<(LocalDate Date, bool AvecGestion)> changements, IReadOnlyList<(LocalDate Debut, string Commune)> residences)
    {
        var periode = Periode.Of(faits.Debut, faits.FinReelle ?? faits.FinPrevue);
        var first = residences[0].Commune;
        foreach (var (debut, commune) in residences)
            first = debut <= faits.Debut ? commune : first;
        if (ZoneOf(first, faits.Debut) is not { } zone)
            return SansZone(first, faits.Debut);
        var changes = new List<Changement>();
        if (AddZoneChanges(changes, periode, first, residences) is { } refusal)
            return refusal;
        changes.AddRange(changements.Where(c => periode.Contains(c.Date)).Select(c => new Changement(c.Date, c.AvecGestion, null)));
        if (changes.Count > 1)
            changes.Sort((a, b) => a.Date.CompareTo(b.Date));
        return new ContratAFacturer(
            faits.Debut, faits.FinPrevue, faits.FinReelle, faits.AvecGestion, zone,
            suspensions.Count == 0 ? [] : [.. suspensions.Select(s => s.Intersect(periode)).OfType<Periode>()],
            changes,
            faits.DateGel);
    }

    private Error? AddZoneChanges(List<Changement> changes, Periode periode, string first, IReadOnlyList<(LocalDate Debut, string Commune)> residences)
    {
        var last = periode.Fin!.Value;
        var from = periode.Debut;
        var commune = first;
        foreach (var (debut, next) in residences.Where(r => r.Debut > periode.Debut && r.Debut <= last))
        {
            changes.AddRange(MappingChanges(commune, from, debut));
            if (ZoneOf(next, debut) is not { } zone)
                return SansZone(next, debut);
            changes.Add(new Changement(debut, null, zone));
            (from, commune) = (debut, next);
        }

        changes.AddRange(MappingChanges(commune, from, last.PlusDays(1)));
        return null;
    }

    private IEnumerable<Changement> MappingChanges(string commune, LocalDate from, LocalDate until) =>
        affectations.TryGetValue(commune, out var known)
            ? known.Where(a => a.Debut > from && a.Debut < until).Select(a => new Changement(a.Debut, null, a.Zone))
            : [];
}

/// <summary>The dates and nature of one contract.</summary>
public sealed record FaitsDuContrat(LocalDate Debut, LocalDate FinPrevue, LocalDate? FinReelle, bool AvecGestion, LocalDate? DateGel);
