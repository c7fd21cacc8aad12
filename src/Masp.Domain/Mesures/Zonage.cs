using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Mesures;

/// <summary>The Zone of each commune over time (R38, R64), for pricing many contracts without reading again.</summary>
/// <param name="affectations">Per INSEE code, sorted by first day.</param>
public sealed class Zonage(IReadOnlyDictionary<string, IReadOnlyList<(LocalDate Debut, Zone Zone)>> affectations)
{
    /// <summary>Of the last mapping that began by that day; the first known one before it, and Urbaine for a commune without any.</summary>
    public Zone ZoneOf(string communeInsee, LocalDate date)
    {
        if (!affectations.TryGetValue(communeInsee, out var known) || known.Count == 0)
            return Zone.Urbaine;
        var zone = known[0].Zone;
        for (var i = 1; i < known.Count && known[i].Debut <= date; i++)
            zone = known[i].Zone;
        return zone;
    }

    /// <summary>The contract as the tariff wants it: changes of gestion, moves and new mappings that fall inside it.</summary>
    public ContratAFacturer Price(
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
    public ContratAFacturer Price(
        FaitsDuContrat faits, IReadOnlyList<Periode> suspensions, IReadOnlyList<(LocalDate Date, bool AvecGestion)> changements, IReadOnlyList<(LocalDate Debut, string Commune)> residences)
    {
        var periode = Periode.Of(faits.Debut, faits.FinReelle ?? faits.FinPrevue);
        var first = residences[0].Commune;
        foreach (var (debut, commune) in residences)
            first = debut <= faits.Debut ? commune : first;
        var changes = ZoneChanges(periode, first, residences).ToList();
        changes.AddRange(changements.Where(c => c.Date > faits.Debut && periode.Contains(c.Date)).Select(c => new Changement(c.Date, c.AvecGestion, null)));
        if (changes.Count > 1)
            changes.Sort((a, b) => a.Date.CompareTo(b.Date));
        return new ContratAFacturer(
            faits.Debut, faits.FinPrevue, faits.FinReelle, faits.AvecGestion, ZoneOf(first, faits.Debut),
            suspensions.Count == 0 ? [] : [.. suspensions.Select(s => s.Intersect(periode)).OfType<Periode>()],
            changes,
            faits.DateGel);
    }

    private IEnumerable<Changement> ZoneChanges(Periode periode, string first, IReadOnlyList<(LocalDate Debut, string Commune)> residences)
    {
        var last = periode.Fin!.Value;
        var from = periode.Debut;
        var commune = first;
        foreach (var (debut, next) in residences.Where(r => r.Debut > periode.Debut && r.Debut <= last))
        {
            foreach (var change in MappingChanges(commune, from, debut))
                yield return change;
            yield return new Changement(debut, null, ZoneOf(next, debut));
            (from, commune) = (debut, next);
        }

        foreach (var change in MappingChanges(commune, from, last.PlusDays(1)))
            yield return change;
    }

    private IEnumerable<Changement> MappingChanges(string commune, LocalDate from, LocalDate until) =>
        affectations.TryGetValue(commune, out var known)
            ? known.Skip(1).Where(a => a.Debut > from && a.Debut < until).Select(a => new Changement(a.Debut, null, a.Zone))
            : [];
}

/// <summary>The dates and nature of one contract.</summary>
public sealed record FaitsDuContrat(LocalDate Debut, LocalDate FinPrevue, LocalDate? FinReelle, bool AvecGestion, LocalDate? DateGel);
