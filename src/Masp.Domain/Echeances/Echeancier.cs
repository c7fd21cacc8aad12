using Masp.Domain.Commun;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Echeances;

/// <summary>
/// The deadlines of one file (or of one body), to which events happen: each <see cref="Evenement"/> opens, meets, moves or ends some of them. Pure:
/// the rows known are given, the new ones are told by <see cref="Nouvelles"/>.
/// </summary>
/// <param name="acteur">Who records the event.</param>
/// <param name="reglements">By date of each event (R60).</param>
/// <param name="nextId">Of a new row.</param>
/// <param name="aujourdhui">Europe/Paris.</param>
public sealed class Echeancier(string departementCode, Guid acteur, Reglements reglements, Func<Guid> nextId, LocalDate aujourdhui, IEnumerable<Echeance> connues)
{
    private readonly List<Echeance> _toutes = [.. connues];
    private readonly List<Echeance> _nouvelles = [];

    public IReadOnlyList<Echeance> Nouvelles => _nouvelles;

    public Reglements Reglements => reglements;

    public LocalDate Aujourdhui => aujourdhui;

    /// <returns>Refused with <c>echeance.motif-manquant</c>: the event meets a deadline late, and its clause asks why.</returns>
    public Result<Done> Record(Evenement evenement) => evenement.Apply(this);

    /// <summary>Opens it, once: a second one of the same kind and occurrence is the same deadline.</summary>
    internal void Open(SujetEcheance sujet, Calcul calcul)
    {
        if (Find(calcul.Nature, calcul.Occurrence) is not null)
            return;
        var echeance = new Echeance(nextId(), departementCode, sujet, calcul, aujourdhui);
        _toutes.Add(echeance);
        _nouvelles.Add(echeance);
    }

    /// <summary>Open, or moved when its event is known better now.</summary>
    internal void Renew(SujetEcheance sujet, Calcul calcul, string motif)
    {
        if (Find(calcul.Nature, calcul.Occurrence) is not { } known)
            Open(sujet, calcul);
        else if (known.Etat == EtatEcheance.Ouverte)
            known.Recompute(calcul, motif, acteur, aujourdhui);
    }

    /// <summary>Meets the earliest open one of the kind; nothing is done when none is open, so that what was met stays met.</summary>
    /// <param name="only">Which of them; all when null.</param>
    internal Result<Done> Meet(NatureEcheance nature, LocalDate date, MotifRetard? motif = null, Func<Echeance, bool>? only = null) =>
        OpenOnes(e => e.Nature == nature && (only is null || only(e))).MinBy(e => e.Limite) is { } echeance ? echeance.Meet(date, motif, acteur, aujourdhui) : Done.Value;

    /// <summary>What they were about ends on that day.</summary>
    internal void End(LocalDate jour, string raison, Func<Echeance, bool> which)
    {
        foreach (var echeance in OpenOnes(which))
            echeance.End(jour, raison, aujourdhui);
    }

    internal void Move(LocalDate limite, string motif, Func<Echeance, bool> which)
    {
        foreach (var echeance in OpenOnes(which))
            echeance.Record(limite, motif, acteur, aujourdhui);
    }

    internal void Attach(Guid mesureId) => _toutes.ForEach(e => e.Attach(mesureId));

    private Echeance? Find(NatureEcheance nature, string occurrence) =>
        _toutes.Find(e => e.Nature == nature && e.Occurrence == occurrence && e.Etat != EtatEcheance.SansObjet);

    private List<Echeance> OpenOnes(Func<Echeance, bool> which) => _toutes.FindAll(e => e.Etat == EtatEcheance.Ouverte && which(e));
}
