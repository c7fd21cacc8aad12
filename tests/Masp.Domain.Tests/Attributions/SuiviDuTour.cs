using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Attributions;

/// <summary>
/// Lives a history on a real TourDeRole beside an independent account of it, kept from the lines alone, and compares the two at each line.
/// </summary>
internal sealed class SuiviDuTour
{
    private const int PlacesMax = 5;

    private readonly TourDeRole _tour = new("34", "1");
    private readonly List<Siege> _sieges = [];
    private readonly Dictionary<Guid, int> _comptes = [];
    private readonly Dictionary<Guid, int> _derniers = [];
    private readonly List<(Guid ConventionId, int Numero)> _enCours = [];

    private LocalDate _jour = new(2022, 1, 3);
    private int _ordre;
    private int _numero;

    /// <summary>Greatest minus smallest net count of the seated places, after each line.</summary>
    public List<int> Ecarts { get; } = [];

    public int Attributions => _numero;

    public void Live(IReadOnlyList<Evenement> evenements)
    {
        Join(0);
        Join(1);
        foreach (var evenement in evenements)
            Live(evenement);
    }

    private void Live(Evenement evenement)
    {
        switch (evenement.Nature)
        {
            case NatureEvenement.Tour:
                Turn();
                break;
            case NatureEvenement.Seance:
                for (var n = evenement.Tirage % 12; n >= 0; n--)
                    Turn();
                break;
            case NatureEvenement.Abandon:
                GiveBack(evenement.Tirage, RaisonRestitution.Abandon);
                break;
            case NatureEvenement.Annulation:
                GiveBack(evenement.Tirage, RaisonRestitution.Annulation);
                break;
            case NatureEvenement.ChoixManuel:
                Choose(evenement.Tirage);
                break;
            case NatureEvenement.Entree:
                if (_comptes.Count < PlacesMax)
                    Join(evenement.Tirage);
                break;
            case NatureEvenement.Sortie:
                if (_comptes.Count > 1)
                    Leave();
                break;
        }
    }

    private void Turn()
    {
        var avant = new Dictionary<Guid, int>(_comptes);
        var fewest = avant.Values.Min();
        var line = _tour.Allocate(_jour).Value;

        Assert.Equal(fewest, avant[line.ConventionId]);
        var tied = avant.Where(c => c.Value == fewest).Select(c => c.Key).ToList();
        Assert.Equal(tied.Min(c => _derniers.GetValueOrDefault(c)), _derniers.GetValueOrDefault(line.ConventionId));
        Follow(line, NatureInscription.Automatique, 1);
        if (avant.Values.Max() - fewest > 1)
            Assert.Equal(Missing(avant) - 1, Missing(_comptes));
    }

    private void Choose(int tirage)
    {
        var chosen = _tour.ActivesOn(_jour)[tirage % _comptes.Count];
        Follow(_tour.AllocateTo(chosen.TitulaireId, CategorieChoix.MemeFoyer, _jour).Value, NatureInscription.Manuelle, 1);
    }

    private void GiveBack(int tirage, RaisonRestitution raison)
    {
        if (_enCours.Count == 0)
            return;
        var rendu = _enCours[tirage % _enCours.Count];
        _enCours.Remove(rendu);
        Follow(_tour.GiveBack(rendu.ConventionId, rendu.Numero, raison), NatureInscription.Restitution, -1);
    }

    private void Join(int tirage)
    {
        var n = _sieges.Count + 1;
        var fin = _jour.PlusDays(1 + (tirage % 3000));
        while (_sieges.Exists(s => s.Periode.Fin == fin))
            fin = fin.PlusDays(1);
        _sieges.Add(new Siege(new Guid(n, 1, 0, new byte[8]), new Guid(n, 2, 0, new byte[8]), $"T{n}", 1 + (tirage % 3), Periode.Of(_jour, fin)));
        var start = _comptes.Count == 0 ? 0 : _comptes.Values.Min();
        var line = Assert.Single(_tour.Seat(_sieges, _jour));
        _comptes.Add(line.ConventionId, start);
        Follow(line, NatureInscription.Entree, 0);
    }

    /// <summary>Time passes until the first of the conventions has ended.</summary>
    private void Leave()
    {
        var gone = _sieges.Where(s => _comptes.ContainsKey(s.ConventionId)).MinBy(s => s.Periode.Fin)!;
        _jour = gone.Periode.Fin!.Value.PlusDays(1);
        var line = Assert.Single(_tour.Seat(_sieges, _jour));
        Assert.Equal(_comptes[gone.ConventionId], line.CompteApres);
        _comptes.Remove(gone.ConventionId);
        _enCours.RemoveAll(e => e.ConventionId == gone.ConventionId);
        Follow(line, NatureInscription.Sortie, 0);
    }

    private void Follow(Mouvement line, NatureInscription nature, int variation)
    {
        Assert.Equal(++_ordre, line.Ordre);
        Assert.Equal(nature, line.Nature);
        Assert.Equal(line.CompteAvant + variation, line.CompteApres);
        if (nature != NatureInscription.Sortie)
        {
            Assert.Equal(_comptes[line.ConventionId], line.CompteAvant);
            _comptes[line.ConventionId] += variation;
        }

        if (nature is NatureInscription.Automatique or NatureInscription.Manuelle)
        {
            Assert.Equal(++_numero, line.Numero);
            _derniers[line.ConventionId] = _numero;
            _enCours.Add((line.ConventionId, _numero));
        }
        else
        {
            Assert.Null(line.Numero);
        }

        Assert.Equal(_comptes.OrderBy(c => c.Key), line.Comptes.Select(c => KeyValuePair.Create(c.ConventionId, c.Valeur)).OrderBy(c => c.Key));
        Assert.EndsWith("(R11, art. 3).", line.Explication, StringComparison.Ordinal);
        Ecarts.Add(_comptes.Values.Max() - _comptes.Values.Min());
    }

    /// <summary>Turns that would bring everybody up to the most served.</summary>
    private static int Missing(Dictionary<Guid, int> comptes) => comptes.Values.Sum(c => comptes.Values.Max() - c);
}
