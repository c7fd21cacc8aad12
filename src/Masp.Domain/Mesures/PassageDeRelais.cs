using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Mesures;

/// <summary>What a PassageDeRelais takes.</summary>
public enum EtendueRelais
{
    Mesure,

    /// <summary>All that one worker follows at the Titulaire in the Lot.</summary>
    Intervenant,

    /// <summary>All that the Titulaire serves in the Lot.</summary>
    Lot,
}

/// <summary>The meetings that a relais asks for, in their order (R24, art. 5).</summary>
public enum RencontreDeRelais
{
    /// <summary>The worker who had it, the next one and the manager.</summary>
    Equipes,

    /// <summary>Then both with the person.</summary>
    Personne,
}

/// <summary>A hand-over between two Titulaires, planned once for all its measures, and its meetings (R24).</summary>
public sealed class PassageDeRelais : AggregateRoot
{
    private readonly List<MesureRelayee> _mesures = [];

    private PassageDeRelais()
    {
    }

    public PassageDeRelais(RelaisPrevu prevu, IEnumerable<MesureRelayee> mesures)
    {
        Id = prevu.Id;
        DepartementCode = prevu.DepartementCode;
        Etendue = prevu.Etendue;
        CedantId = prevu.CedantId;
        RepreneurId = prevu.RepreneurId;
        LotCode = prevu.LotCode;
        Demandee = prevu.Demandee;
        PrevuLe = prevu.PrevuLe;
        Motif = prevu.Motif;
        _mesures.AddRange(mesures);
    }

    public Guid Id { get; private set; }

    public EtendueRelais Etendue { get; private set; }

    public Guid CedantId { get; private set; }

    public Guid RepreneurId { get; private set; }

    public string LotCode { get; private set; } = string.Empty;

    /// <summary>The date asked for: each measure passes on its own first day on or after it.</summary>
    public LocalDate Demandee { get; private set; }

    public LocalDate PrevuLe { get; private set; }

    public string Motif { get; private set; } = string.Empty;

    public IReadOnlyList<MesureRelayee> Mesures => _mesures;

    /// <summary>Logs one meeting of several measures at once.</summary>
    /// <param name="mesures">Of this relais.</param>
    /// <param name="rencontre">Which one: the teams first, then the person.</param>
    /// <param name="date">From the day it was planned to today.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused, for all of them, with <c>relais.rencontre-date</c>, <c>relais.mesure-absente</c>, <c>relais.rencontre-deja-tenue</c>
    /// or <c>relais.rencontre-ordre</c>.</returns>
    public Result<Done> Meet(IReadOnlyCollection<Guid> mesures, RencontreDeRelais rencontre, LocalDate date, LocalDate aujourdhui)
    {
        if (date < PrevuLe || date > aujourdhui)
            return Error.Conflict("relais.rencontre-date", "La rencontre se situe entre le jour où le relais a été prévu et aujourd'hui (R24).", "date");
        var lignes = mesures.Distinct().Select(id => _mesures.Find(m => m.MesureId == id)).ToList();
        foreach (var ligne in lignes)
        {
            if (ligne is null)
                return Error.Conflict("relais.mesure-absente", "Une de ces mesures n'est pas de ce passage de relais.", "mesures");
            if (ligne.Refuses(rencontre, date) is { } refusal)
                return refusal;
        }

        foreach (var ligne in lignes)
            ligne!.Meet(rencontre, date);
        return Done.Value;
    }
}

/// <summary>What is asked for.</summary>
/// <param name="Motif">Written, without a person's name.</param>
public sealed record RelaisPrevu(
    Guid Id, string DepartementCode, EtendueRelais Etendue, Guid CedantId, Guid RepreneurId, string LotCode, LocalDate Demandee, LocalDate PrevuLe, string Motif);

/// <summary>One measure of a relais, its day and its two meetings.</summary>
public sealed class MesureRelayee
{
    private MesureRelayee()
    {
    }

    /// <param name="mesure">Already handed over.</param>
    /// <param name="date">Its first day at the other Titulaire.</param>
    /// <param name="ancien">Who follows it the day before, by name: the other Titulaire has to know whom to meet; null when nobody does.</param>
    public MesureRelayee(Mesure mesure, LocalDate date, string? ancien)
    {
        MesureId = mesure.Id;
        Numero = mesure.Numero;
        Date = date;
        Ancien = ancien;
    }

    public Guid MesureId { get; private set; }

    public string Numero { get; private set; } = string.Empty;

    public LocalDate Date { get; private set; }

    public string? Ancien { get; private set; }

    public LocalDate? RencontreEquipesLe { get; private set; }

    public LocalDate? RencontrePersonneLe { get; private set; }

    /// <summary>The next meeting to hold; null when both were.</summary>
    public RencontreDeRelais? Reste =>
        RencontreEquipesLe is null ? RencontreDeRelais.Equipes : RencontrePersonneLe is null ? RencontreDeRelais.Personne : null;

    /// <summary>Why the measure passes that day and no other.</summary>
    public static string Explain(LocalDate demandee, LocalDate date) => date == demandee
        ? $"Un mois-mesure commence le {Francais.Date(date)} : la mesure passe ce jour-là (R24, R36)."
        : $"Le premier mois-mesure qui commence après le {Francais.Date(demandee)} est celui du {Francais.Date(date)} : la mesure passe ce jour-là, aucun mois n'est partagé (R24, R36).";

    internal Error? Refuses(RencontreDeRelais rencontre, LocalDate date)
    {
        if (rencontre == RencontreDeRelais.Equipes ? RencontreEquipesLe is not null : RencontrePersonneLe is not null)
            return Error.Conflict("relais.rencontre-deja-tenue", $"Cette rencontre est déjà enregistrée pour la mesure {Numero}.", "mesures");
        return rencontre == RencontreDeRelais.Personne && !(RencontreEquipesLe <= date)
            ? Error.Conflict("relais.rencontre-ordre", $"Les équipes se rencontrent avant la personne : il manque cette rencontre pour la mesure {Numero} (R24, art. 5).", "mesures")
            : null;
    }

    internal void Meet(RencontreDeRelais rencontre, LocalDate date)
    {
        if (rencontre == RencontreDeRelais.Equipes)
            RencontreEquipesLe = date;
        else
            RencontrePersonneLe = date;
    }
}
