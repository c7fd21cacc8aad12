using Masp.Domain.Commun;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Domain.Mesures.Rencontres;

/// <summary>One meeting or contact of a Mesure: planned, held, missed or cancelled, and never deleted (R18).</summary>
public sealed class Rencontre : AggregateRoot
{
    private readonly List<CorrectionDeRencontre> _corrections = [];

    private Rencontre()
    {
    }

    private Rencontre(NouvelleRencontre nouvelle)
    {
        Id = nouvelle.Id;
        DepartementCode = nouvelle.DepartementCode;
        ExterneId = nouvelle.ExterneId;
        EnregistreeLe = nouvelle.EnregistreeLe;
    }

    public Guid Id { get; private set; }

    public Guid MesureId { get; private set; }

    /// <summary>That served the Mesure on that day (R24).</summary>
    public Guid TitulaireId { get; private set; }

    public Guid IntervenantId { get; private set; }

    public EtatRencontre Etat { get; private set; }

    public LocalDate Date { get; private set; }

    public LocalTime? Heure { get; private set; }

    public int? DureeMinutes { get; private set; }

    public LieuRencontre Lieu { get; private set; }

    public CauseRencontreManquee? Cause { get; private set; }

    public string? Note { get; private set; }

    public int? TrajetMinutes { get; private set; }

    public int? TrajetKm { get; private set; }

    /// <summary>In the software of the Titulaire, once each; null for one that was logged here.</summary>
    public string? ExterneId { get; private set; }

    public LocalDate EnregistreeLe { get; private set; }

    public IReadOnlyList<CorrectionDeRencontre> Corrections => _corrections;

    public FaitsDeRencontre Faits => new(Etat, Date, Lieu, IntervenantId, DureeMinutes, Heure, Cause, Note, TrajetMinutes, TrajetKm);

    /// <summary>Logs one that was held or missed, or puts one into the plan.</summary>
    /// <returns>Refused as <see cref="ReglesDeRencontre.Check"/>, or with <c>rencontre.etat-invalide</c>.</returns>
    public static Result<Rencontre> Record(NouvelleRencontre nouvelle, FaitsDeRencontre faits, VieDeMesure vie, IReadOnlyDictionary<Guid, Intervenant> equipe)
    {
        var rencontre = new Rencontre(nouvelle) { MesureId = vie.MesureId };
        return rencontre.Tell(faits, vie, equipe, nouvelle.EnregistreeLe).Map(_ => rencontre);
    }

    /// <summary>What was planned took place, or did not.</summary>
    /// <returns>Refused with <c>rencontre.deja-constatee</c>, <c>rencontre.annulee</c>, or as <see cref="Record"/>.</returns>
    public Result<Done> Settle(FaitsDeRencontre faits, VieDeMesure vie, IReadOnlyDictionary<Guid, Intervenant> equipe, LocalDate aujourdhui)
    {
        if (RefuseWhenCancelled() is { } refusal)
            return refusal;
        if (Etat != EtatRencontre.Prevue || faits.Etat == EtatRencontre.Prevue)
            return Error.Conflict("rencontre.deja-constatee", "Cette rencontre n'est plus à constater : corrigez-la.", "etat");
        return Tell(faits, vie, equipe, aujourdhui);
    }

    /// <summary>Says it otherwise; what was said before is kept.</summary>
    /// <param name="faits">As it should have been told.</param>
    /// <param name="correction">Who corrects, when and why.</param>
    /// <param name="vie">Of the Mesure.</param>
    /// <param name="equipe">As <see cref="ReglesDeRencontre.Check"/>.</param>
    /// <returns>Refused with <c>rencontre.annulee</c>, or as <see cref="Record"/>.</returns>
    public Result<Done> Correct(FaitsDeRencontre faits, Correction correction, VieDeMesure vie, IReadOnlyDictionary<Guid, Intervenant> equipe)
    {
        if (RefuseWhenCancelled() is { } refusal)
            return refusal;
        var before = Faits;
        var told = Tell(faits, vie, equipe, correction.Le);
        if (told.IsSuccess)
            _corrections.Add(new CorrectionDeRencontre(_corrections.Count + 1, correction, before));
        return told;
    }

    /// <summary>Takes it out of the plan and of the counts; it stays on record.</summary>
    /// <returns>Refused with <c>rencontre.annulee</c>.</returns>
    public Result<Done> Cancel(Correction correction)
    {
        if (RefuseWhenCancelled() is { } refusal)
            return refusal;
        _corrections.Add(new CorrectionDeRencontre(_corrections.Count + 1, correction, Faits));
        Etat = EtatRencontre.Annulee;
        return Done.Value;
    }

    private Result<Done> Tell(FaitsDeRencontre faits, VieDeMesure vie, IReadOnlyDictionary<Guid, Intervenant> equipe, LocalDate aujourdhui)
    {
        if (faits.Etat == EtatRencontre.Annulee)
            return Error.Invalid("rencontre.etat-invalide", "Une rencontre s'enregistre prévue, tenue ou manquée.", "etat");
        if (ReglesDeRencontre.Check(faits, vie, equipe, aujourdhui) is { } refusal)
            return refusal;
        TitulaireId = equipe[faits.IntervenantId].TitulaireId;
        (Etat, Date, Heure, DureeMinutes, Lieu, IntervenantId) = (faits.Etat, faits.Date, faits.Heure, faits.DureeMinutes, faits.Lieu, faits.IntervenantId);
        (Cause, TrajetMinutes, TrajetKm) = (faits.Cause, faits.TrajetMinutes, faits.TrajetKm);
        Note = string.IsNullOrWhiteSpace(faits.Note) ? null : faits.Note.Trim();
        return Done.Value;
    }

    private Error? RefuseWhenCancelled() =>
        Etat == EtatRencontre.Annulee ? Error.Conflict("rencontre.annulee", "Cette rencontre est annulée : elle ne change plus.") : null;
}

/// <summary>What a new Rencontre bears besides what is told of it.</summary>
public sealed record NouvelleRencontre(Guid Id, string DepartementCode, LocalDate EnregistreeLe, string? ExterneId = null);

/// <summary>Who corrects, on which day and why.</summary>
public sealed record Correction(LocalDate Le, Guid UtilisateurId, string Motif);

/// <summary>What a Rencontre said before it was corrected or cancelled.</summary>
public sealed class CorrectionDeRencontre
{
    private CorrectionDeRencontre()
    {
    }

    internal CorrectionDeRencontre(int rang, Correction correction, FaitsDeRencontre avant)
    {
        Rang = rang;
        Le = correction.Le;
        UtilisateurId = correction.UtilisateurId;
        Motif = correction.Motif;
        Avant = avant;
    }

    public int Rang { get; private set; }

    public LocalDate Le { get; private set; }

    public Guid UtilisateurId { get; private set; }

    public string Motif { get; private set; } = string.Empty;

    public FaitsDeRencontre Avant { get; private set; } = null!;
}
