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
        LocalDate? dateGel)
    {
        var periode = contrat.Periode;
        var first = residences.Where(r => r.Debut <= contrat.Debut).MaxBy(r => r.Debut) ?? residences[0];
        var changes = changements.Where(c => c.Date > contrat.Debut && periode.Contains(c.Date)).Select(c => new Changement(c.Date, c.AvecGestion, null)).ToList();
        changes.AddRange(ZoneChanges(contrat, first, residences));
        return new ContratAFacturer(
            contrat.Debut,
            contrat.FinPrevue,
            contrat.FinReelle,
            contrat.AvecGestion,
            ZoneOf(first.CommuneInsee, contrat.Debut),
            [.. suspensions.Select(s => s.Periode.Intersect(periode)).OfType<Commun.Periode>()],
            [.. changes.OrderBy(c => c.Date)],
            dateGel);
    }

    private IEnumerable<Changement> ZoneChanges(Contrat contrat, Residence first, IReadOnlyList<Residence> residences)
    {
        var stays = residences.Where(r => r.Debut > contrat.Debut && r.Debut <= contrat.Periode.Fin).OrderBy(r => r.Debut).Prepend(first).ToList();
        for (var i = 0; i < stays.Count; i++)
        {
            var from = LocalDate.Max(stays[i].Debut, contrat.Debut);
            var until = i + 1 < stays.Count ? stays[i + 1].Debut : contrat.Periode.Fin!.Value.PlusDays(1);
            if (i > 0)
                yield return new Changement(from, null, ZoneOf(stays[i].CommuneInsee, from));
            if (!affectations.TryGetValue(stays[i].CommuneInsee, out var known))
                continue;
            foreach (var (debut, zone) in known.Skip(1).Where(a => a.Debut > from && a.Debut < until))
                yield return new Changement(debut, null, zone);
        }
    }
}
