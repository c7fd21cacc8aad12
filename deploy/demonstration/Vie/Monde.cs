using Masp.Domain.Attributions;
using Masp.Domain.Territoires;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>What every part of the simulation shares: the day, the dice, the numbers, and what has been made so far.</summary>
internal sealed class Monde
{
    private readonly Identifiants _identifiants;
    private readonly Dictionary<string, TourDeRole> _tours;
    private readonly Dictionary<string, IReadOnlyList<Siege>> _sieges;
    private readonly Dictionary<string, TirageCommune> _communesDuLot;
    private readonly Dictionary<Guid, Titulaire> _titulaires;
    private readonly Dictionary<string, Commune> _communes;
    private readonly Dictionary<string, List<Personne>> _connues;

    public Monde(ulong graine, LocalDate fin)
    {
        Fin = fin;
        Hasard = new Hasard(graine);
        _identifiants = new Identifiants(new Hasard(Hasard.Next()));
        var reperes = new Reperes();
        var titulaires = Conventionnement.Titulaires(reperes, fin);
        var services = Services.Create(reperes);
        Jeu = new JeuDeDonnees { Departement = new Departement(Reperes.Departement, "Hérault", demonstration: true) };
        Jeu.Lots.AddRange(Territoire.Lots());
        Jeu.Communes.AddRange(Territoire.Communes());
        Jeu.Titulaires.AddRange(titulaires);
        Jeu.Services.AddRange(services);
        Jeu.Baremes.AddRange(Arretes.Baremes(reperes, fin));
        Jeu.Reglements.AddRange(Arretes.Reglements(reperes, fin));
        Jeu.Tours.AddRange(Jeu.Lots.Select(lot => new TourDeRole(Reperes.Departement, lot.Code)));
        _tours = Jeu.Tours.ToDictionary(t => t.LotCode, StringComparer.Ordinal);
        _sieges = Jeu.Lots.ToDictionary(l => l.Code, l => Conventionnement.Sieges(titulaires, l.Code), StringComparer.Ordinal);
        _communesDuLot = Jeu.Lots.ToDictionary(l => l.Code, l => new TirageCommune(Jeu.Communes, l.Code), StringComparer.Ordinal);
        _titulaires = titulaires.ToDictionary(t => t.Id);
        _communes = Jeu.Communes.ToDictionary(c => c.CodeInsee, StringComparer.Ordinal);
        _connues = Jeu.Lots.ToDictionary(l => l.Code, _ => new List<Personne>(), StringComparer.Ordinal);
    }

    /// <summary>The date given: the last day lived.</summary>
    public LocalDate Fin { get; }

    public JeuDeDonnees Jeu { get; }

    public Hasard Hasard { get; }

    public Agenda Agenda { get; } = new();

    public Series Series { get; } = new();

    public LocalDate Jour => Agenda.Jour;

    public Guid NextId() => _identifiants.Next(Jour);

    /// <summary>Of the Reglement in force; before the first one, those it will bring.</summary>
    public Parametres Parametres => (Jeu.Reglements.FindLast(r => r.Debut <= Jour) ?? Jeu.Reglements[0]).Parametres;

    public TourDeRole TourOf(string lotCode) => _tours[lotCode];

    public IReadOnlyList<Siege> SiegesOf(string lotCode) => _sieges[lotCode];

    public Titulaire TitulaireOf(Guid id) => _titulaires[id];

    public string? LotOf(string communeInsee) => _communes[communeInsee].AffectationOn(Jour)?.LotCode;

    /// <summary>Somebody whose contract was signed may bring their household, or come back later.</summary>
    public void Remember(string lotCode, Personne personne) => _connues[lotCode].Add(personne);

    /// <summary>Somebody with a contract, past or running, who still lives in the Lot; null when the dice say nobody.</summary>
    public Personne? DrawKnown(string lotCode)
    {
        var connues = _connues[lotCode];
        return connues.Count > 0 && Hasard.Pick(connues) is var connue && LotOf(connue.CommuneInsee) == lotCode ? connue : null;
    }

    /// <summary>The first one of the Lot who may come back: no request or measure of theirs runs.</summary>
    public Personne? FindEnded(string lotCode) => _connues[lotCode].Find(p => !p.Suivie && p.HasAYearLeft && LotOf(p.CommuneInsee) == lotCode);

    public Commune DrawCommune(string lotCode) => _communesDuLot[lotCode].Draw(Hasard);
}
