using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Attributions;

/// <summary>
/// The register of one Lot: whose turn it is (R11). The only serial point of an allocation: it is locked, asked, written,
/// and no other Lot waits. The next Titulaire is computed from net counts, never from the last line.
/// </summary>
public sealed class TourDeRole : AggregateRoot
{
    private readonly List<Place> _places = [];

    private TourDeRole()
    {
    }

    public TourDeRole(string departementCode, string lotCode)
    {
        DepartementCode = departementCode;
        LotCode = lotCode;
    }

    public string LotCode { get; private set; } = string.Empty;

    /// <summary>Number of the last Attribution; the next one is this plus one.</summary>
    public int DernierNumero { get; private set; }

    /// <summary>Rank of the last line of the register, whatever its nature.</summary>
    public int DernierOrdre { get; private set; }

    public IReadOnlyList<Place> Places => _places;

    /// <summary>The places that may be served on that day, in order of rank.</summary>
    public IReadOnlyList<Place> ActivesOn(LocalDate date) =>
        [.. _places.Where(p => p.IsActiveOn(date)).OrderBy(p => p.Rang).ThenBy(p => p.ConventionId)];

    /// <summary>
    /// Seats the Conventions that have begun and unseats those that ended. A newcomer starts at the smallest net count of the
    /// others, 0 when there is no other: it is neither flooded nor starved (R11*).
    /// </summary>
    public IReadOnlyList<Mouvement> Seat(IReadOnlyCollection<Siege> sieges, LocalDate date)
    {
        var mouvements = new List<Mouvement>();
        foreach (var gone in _places.Where(p => p.Assis && !p.IsActiveOn(date)).ToList())
        {
            gone.Leave();
            mouvements.Add(Write(gone, NatureInscription.Sortie, gone.Compte, Explications.Sortie(gone)));
        }

        var start = ActivesOn(date) is { Count: > 0 } others ? others.Min(p => p.Compte) : 0;
        foreach (var siege in sieges.Where(s => s.Periode.Contains(date) && !_places.Exists(p => p.ConventionId == s.ConventionId)).OrderBy(s => s.Rang))
        {
            var place = new Place(siege, start);
            _places.Add(place);
            mouvements.Add(Write(place, NatureInscription.Entree, start, Explications.Entree(place, start)));
        }

        return mouvements;
    }

    /// <summary>Whose turn it is on that day and why, without changing anything.</summary>
    /// <returns>Refused with <c>attribution.aucun-titulaire</c> when no Convention of the Lot is in force.</returns>
    public Result<Choix> Next(LocalDate date)
    {
        var actives = ActivesOn(date);
        if (actives.Count == 0)
            return Error.Conflict("attribution.aucun-titulaire", "Aucune convention n'est en vigueur sur ce lot à cette date.");
        var fewest = actives.Min(p => p.Compte);
        var chosen = actives.Where(p => p.Compte == fewest).OrderBy(p => p.DernierServi).ThenBy(p => p.Rang).ThenBy(p => p.ConventionId).First();
        return new Choix(chosen, Explications.Automatique(chosen, actives));
    }

    /// <summary>Serves the one whose turn it is (R11).</summary>
    public Result<Mouvement> Allocate(LocalDate date) =>
        Next(date) is { IsSuccess: true } next
            ? Serve(next.Value.Place, NatureInscription.Automatique, next.Value.Explication)
            : Next(date).Error!;

    /// <summary>Serves a chosen Titulaire, for a reason; it counts, so the next turns compensate (R11).</summary>
    /// <returns>Refused with <c>attribution.titulaire-hors-lot</c>.</returns>
    public Result<Mouvement> AllocateTo(Guid titulaireId, CategorieChoix categorie, LocalDate date)
    {
        var place = ActivesOn(date).FirstOrDefault(p => p.TitulaireId == titulaireId);
        return place is null
            ? Error.Conflict("attribution.titulaire-hors-lot", "Ce titulaire n'a pas de convention en vigueur sur ce lot.", "titulaireId")
            : Serve(place, NatureInscription.Manuelle, Explications.Manuelle(place, categorie));
    }

    /// <summary>
    /// An order was cancelled, or abandoned before signature: the turn goes back to whom it was given (R11). The place may have
    /// ended meanwhile; its count is then only history.
    /// </summary>
    public Mouvement GiveBack(Guid conventionId, int numero, RaisonRestitution raison)
    {
        var place = _places.Find(p => p.ConventionId == conventionId)
            ?? throw new InvalidOperationException("A turn is given back to a place that was served.");
        place.GiveBack();
        return Write(place, NatureInscription.Restitution, place.Compte + 1, Explications.Restitution(place, numero, raison));
    }

    private Mouvement Serve(Place place, NatureInscription nature, string explication)
    {
        var before = place.Compte;
        DernierNumero++;
        place.Serve(DernierNumero);
        return Write(place, nature, before, explication, DernierNumero);
    }

    private Mouvement Write(Place place, NatureInscription nature, int before, string explication, int? numero = null)
    {
        DernierOrdre++;
        var comptes = _places.Where(p => p.Assis).OrderBy(p => p.Rang).ThenBy(p => p.ConventionId).Select(p => new Compte(p.ConventionId, p.TitulaireId, p.Compte));
        return new Mouvement(DernierOrdre, numero, nature, place.ConventionId, place.TitulaireId, before, place.Compte, [.. comptes], explication);
    }
}
