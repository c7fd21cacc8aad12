using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Echeances;

/// <summary>
/// One deadline of one file, as it was computed on the day its event was recorded (R46): with its clause, its Reglement and the sentences that
/// explain it. An act meets it, and nothing moves it but a recorded act.
/// </summary>
public sealed class Echeance : AggregateRoot
{
    private readonly List<Decalage> _decalages = [];

    private Echeance()
    {
    }

    public Echeance(Guid id, string departementCode, SujetEcheance sujet, Calcul calcul, LocalDate creeLe)
    {
        Id = id;
        DepartementCode = departementCode;
        BonDeCommandeId = sujet.BonDeCommandeId;
        MesureId = sujet.MesureId;
        TitulaireId = sujet.TitulaireId;
        LotCode = sujet.LotCode;
        Nature = calcul.Nature;
        Occurrence = calcul.Occurrence;
        Responsable = Natures.ResponsableOf(calcul.Nature);
        CreeLe = creeLe;
        Compute(calcul);
    }

    public Guid Id { get; private set; }

    /// <summary>The file it belongs to; null for what a Titulaire or the département owes over all its files.</summary>
    public Guid? BonDeCommandeId { get; private set; }

    /// <summary>Known from the signature on.</summary>
    public Guid? MesureId { get; private set; }

    /// <summary>Who owes it over all its files; null for a deadline of one file, owed by who serves that file.</summary>
    public Guid? TitulaireId { get; private set; }

    public string? LotCode { get; private set; }

    public NatureEcheance Nature { get; private set; }

    /// <summary>Which one of its kind in its file: <c>1-M6</c>, <c>2022-03</c>, <c>2022-T1</c>; empty when there is only one.</summary>
    public string Occurrence { get; private set; } = string.Empty;

    public Responsable Responsable { get; private set; }

    /// <summary>Of the Reglement in force on the day of the event (R60); null where there was none.</summary>
    public Guid? ReglementId { get; private set; }

    public string Evenement { get; private set; } = string.Empty;

    public LocalDate EvenementLe { get; private set; }

    /// <summary>Where the count fell, never rolled.</summary>
    public LocalDate DateBrute { get; private set; }

    /// <summary>The working day to keep, as computed or as last moved.</summary>
    public LocalDate Limite { get; private set; }

    /// <summary>A better date for the département, not binding (R48).</summary>
    public LocalDate? Cible { get; private set; }

    /// <summary>French sentences, one a line.</summary>
    public string Explication { get; private set; } = string.Empty;

    public EtatEcheance Etat { get; private set; }

    public LocalDate CreeLe { get; private set; }

    /// <summary>The day on which it was met, as the act says.</summary>
    public LocalDate? TenueLe { get; private set; }

    /// <summary>The day on which it stopped being open, as recorded.</summary>
    public LocalDate? CloseLe { get; private set; }

    /// <summary>Why it has no object any more, or was not met; null otherwise.</summary>
    public string? Raison { get; private set; }

    /// <summary>Of its lateness (R46); null while nobody explained it.</summary>
    public CauseRetard? Cause { get; private set; }

    public string? Commentaire { get; private set; }

    public LocalDate? ExpliqueeLe { get; private set; }

    public Guid? ExpliqueePar { get; private set; }

    public IReadOnlyList<Decalage> Decalages => _decalages;

    /// <summary>Last day on which it is met in time: a limit counted backward may fall after the working day to keep.</summary>
    public LocalDate DernierJour => LocalDate.Max(DateBrute, Limite);

    /// <summary>Whether it is, or was, not met in time, as seen on that day.</summary>
    public bool IsLate(LocalDate aujourdhui) => Etat switch
    {
        EtatEcheance.Ouverte => aujourdhui > DernierJour,
        EtatEcheance.TenueEnRetard or EtatEcheance.NonTenue => true,
        EtatEcheance.Tenue or EtatEcheance.SansObjet => false,
        _ => throw new InvalidOperationException($"Unknown state {Etat}."),
    };

    /// <summary>The act that ends it took place.</summary>
    /// <param name="date">Of the act.</param>
    /// <param name="motif">Needed when it is late and the clause says so (R13); welcome on any other late one.</param>
    /// <param name="acteur">Who records it.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused with <c>echeance.close</c> or <c>echeance.motif-manquant</c>.</returns>
    public Result<Done> Meet(LocalDate date, MotifRetard? motif, Guid acteur, LocalDate aujourdhui)
    {
        if (Etat != EtatEcheance.Ouverte)
            return Closed;
        var late = date > DernierJour;
        if (late && motif is null && Cause is null && Natures.NeedsCause(Nature))
        {
            return Error.Conflict(
                "echeance.motif-manquant", $"{Natures.Libelle(Nature)} après le {Francais.Date(Limite)} : dites la cause du retard et un commentaire ({Natures.Clause(Nature)}, R46).", "motif");
        }

        if (late && motif is not null && Cause is null)
            Note(motif, acteur, aujourdhui);
        TenueLe = date;
        Close(late ? EtatEcheance.TenueEnRetard : EtatEcheance.Tenue, null, aujourdhui);
        return Done.Value;
    }

    /// <summary>Says why it is late (R46). One that nothing can meet any more is closed by it.</summary>
    /// <returns>Refused with <c>echeance.pas-en-retard</c> or <c>echeance.motif-deja-donne</c>.</returns>
    public Result<Done> Explain(MotifRetard motif, Guid acteur, LocalDate aujourdhui)
    {
        if (!IsLate(aujourdhui))
            return Error.Conflict("echeance.pas-en-retard", "Cette échéance n'est pas en retard : il n'y a rien à expliquer.");
        if (Cause is not null)
            return Error.Conflict("echeance.motif-deja-donne", "Le motif de ce retard est déjà enregistré.");
        Note(motif, acteur, aujourdhui);
        if (Etat == EtatEcheance.Ouverte && Natures.EndsWithItsDay(Nature))
            Close(EtatEcheance.NonTenue, "La période est passée sans que le minimum soit atteint.", aujourdhui);
        return Done.Value;
    }

    /// <summary>Moves the limit, by a decision of somebody (R46).</summary>
    /// <param name="limite">A working day, not before today.</param>
    /// <param name="motif">Written, without a person's name.</param>
    /// <param name="acteur">Who decides it.</param>
    /// <param name="calendrier">Of the Reglement of the event.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused with <c>echeance.close</c>, <c>decalage.date-passee</c>, <c>decalage.jour-non-ouvre</c> or <c>decalage.sans-effet</c>.</returns>
    public Result<Done> Move(LocalDate limite, string motif, Guid acteur, Calendrier calendrier, LocalDate aujourdhui)
    {
        if (Etat != EtatEcheance.Ouverte)
            return Closed;
        if (limite < aujourdhui || !DatesAdmises.Contains(limite))
            return Error.Conflict("decalage.date-passee", "La nouvelle échéance n'est ni passée ni au-delà de 2100.", "limite");
        if (!JoursOuvres.IsWorkingDay(limite, calendrier))
            return Error.Conflict("decalage.jour-non-ouvre", "Une échéance ne tombe ni un samedi, ni un dimanche, ni un jour férié (R45).", "limite");
        if (limite == Limite)
            return Error.Conflict("decalage.sans-effet", "L'échéance est déjà à cette date.", "limite");
        Record(limite, motif, acteur, aujourdhui);
        return Done.Value;
    }

    /// <summary>Its event is known better now: computed again, and the move is on record like any other.</summary>
    internal void Recompute(Calcul calcul, string motif, Guid acteur, LocalDate aujourdhui)
    {
        if (calcul.Terme.Limite != Limite)
            _decalages.Add(new Decalage(_decalages.Count + 1, Limite, calcul.Terme.Limite, motif, acteur, aujourdhui));
        Compute(calcul);
    }

    /// <summary>An act moves it (R21), whatever the day.</summary>
    internal void Record(LocalDate limite, string motif, Guid acteur, LocalDate aujourdhui)
    {
        _decalages.Add(new Decalage(_decalages.Count + 1, Limite, limite, motif, acteur, aujourdhui));
        DateBrute = Limite = limite;
        Explication = $"{Explication}\nDéplacée au {Francais.DateEtJour(limite)} le {Francais.Date(aujourdhui)} : {motif}";
    }

    /// <summary>What it was about ends: already late on that day, it was not met; else it has no object any more.</summary>
    internal void End(LocalDate jour, string raison, LocalDate aujourdhui) =>
        Close(jour > DernierJour ? EtatEcheance.NonTenue : EtatEcheance.SansObjet, raison, aujourdhui);

    internal void Attach(Guid mesureId) => MesureId = mesureId;

    private static Error Closed => Error.Conflict("echeance.close", "Cette échéance n'est plus ouverte.");

    private void Compute(Calcul calcul)
    {
        ReglementId = calcul.ReglementId;
        Evenement = calcul.Depart.Libelle;
        EvenementLe = calcul.Depart.Date;
        DateBrute = calcul.Terme.DateBrute;
        Limite = calcul.Terme.Limite;
        Cible = calcul.Cible;
        Explication = calcul.Terme.Explication;
    }

    private void Close(EtatEcheance etat, string? raison, LocalDate aujourdhui)
    {
        Etat = etat;
        Raison = raison;
        CloseLe = aujourdhui;
    }

    private void Note(MotifRetard motif, Guid acteur, LocalDate aujourdhui)
    {
        Cause = motif.Cause;
        Commentaire = motif.Commentaire;
        ExpliqueeLe = aujourdhui;
        ExpliqueePar = acteur;
    }
}

/// <summary>What a deadline is about: one file, or what is owed over all of them.</summary>
public sealed record SujetEcheance(Guid? BonDeCommandeId, Guid? MesureId, Guid? TitulaireId, string? LotCode)
{
    /// <summary>One file, from its order on.</summary>
    public static SujetEcheance File(Guid bonDeCommandeId, string lotCode, Guid? mesureId = null) => new(bonDeCommandeId, mesureId, null, lotCode);

    /// <summary>Of a Titulaire, in one Lot or in all; of the département when there is none.</summary>
    public static SujetEcheance Body(Guid? titulaireId, string? lotCode = null) => new(null, null, titulaireId, lotCode);
}

/// <summary>Why a deadline was not kept (R13, R46).</summary>
/// <param name="Commentaire">Written, one to 2000 characters.</param>
public sealed record MotifRetard(CauseRetard Cause, string Commentaire);

/// <summary>One move of a deadline: from, to, when, by whom, why (R46).</summary>
public sealed class Decalage
{
    private Decalage()
    {
    }

    internal Decalage(int rang, LocalDate de, LocalDate a, string motif, Guid par, LocalDate le)
    {
        Rang = rang;
        De = de;
        A = a;
        Motif = motif;
        Par = par;
        Le = le;
    }

    /// <summary>From 1.</summary>
    public int Rang { get; private set; }

    public LocalDate De { get; private set; }

    public LocalDate A { get; private set; }

    public string Motif { get; private set; } = string.Empty;

    public Guid Par { get; private set; }

    public LocalDate Le { get; private set; }
}
