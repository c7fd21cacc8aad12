using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Facturation;

public enum EtatFacture
{
    /// <summary>Prepared; the SAFPM checks its detailed statement (R42).</summary>
    AValider,
    Validee,

    /// <summary>Numbered; nothing of it changes any more (R41).</summary>
    Emise,

    /// <summary>Issued, then wholly taken back by an Avoir.</summary>
    Creditee,
}

public enum NatureFacture
{
    Facture,
    Avoir,
}

/// <summary>What is paid to one Titulaire for one Lot and one quarter (R40 to R43).</summary>
public sealed class Facture : AggregateRoot
{
    private readonly List<LigneFacture> _lignes = [];
    private readonly List<LigneDetaillee> _details = [];

    private Facture()
    {
    }

    private Facture(Guid id, string departementCode, Guid titulaireId, string lotCode, Trimestre trimestre, NatureFacture nature, LocalDate prepareeLe)
    {
        Id = id;
        DepartementCode = departementCode;
        TitulaireId = titulaireId;
        LotCode = lotCode;
        Trimestre = trimestre;
        Nature = nature;
        PrepareeLe = prepareeLe;
    }

    public Guid Id { get; private set; }

    public Guid TitulaireId { get; private set; }

    public string LotCode { get; private set; } = string.Empty;

    public Trimestre Trimestre { get; private set; }

    public NatureFacture Nature { get; private set; }

    public EtatFacture Etat { get; private set; }

    /// <summary>In the Titulaire's unbroken series (R41); null until issued.</summary>
    public string? Numero { get; private set; }

    public Money Total { get; private set; }

    public LocalDate PrepareeLe { get; private set; }

    public LocalDate? ValideeLe { get; private set; }

    public Guid? ValideePar { get; private set; }

    public LocalDate? EmiseLe { get; private set; }

    /// <summary>The Facture that an Avoir takes back.</summary>
    public Guid? AvoirDe { get; private set; }

    /// <summary>Why an Avoir was made.</summary>
    public string? Motif { get; private set; }

    public IReadOnlyList<LigneFacture> Lignes => _lignes;

    public IReadOnlyList<LigneDetaillee> Details => _details;

    /// <summary>Prepares it from its detailed statement.</summary>
    /// <returns>Refused with <c>facture.trimestre-en-cours</c> (payment in arrears, RC 7c) or <c>facture.vide</c>.</returns>
    public static Result<Facture> Prepare(
        Guid id, string departementCode, Guid titulaireId, string lotCode, Trimestre trimestre, IReadOnlyList<DetailAFacturer> details, LocalDate aujourdhui)
    {
        if (aujourdhui <= trimestre.Fin)
            return Error.Conflict("facture.trimestre-en-cours", $"Le trimestre {trimestre} n'est pas terminé : le paiement est à terme échu (R39, RC 7c).", "trimestre");
        if (!details.Any(d => d.Quantite != 0))
            return Error.Conflict("facture.vide", "Aucun mois-mesure ni forfait n'est à facturer pour ce titulaire, ce lot et ce trimestre.");
        var facture = new Facture(id, departementCode, titulaireId, lotCode, trimestre, NatureFacture.Facture, aujourdhui);
        facture.Fill(details);
        return facture;
    }

    /// <summary>The SAFPM accepts the detailed statement (R42).</summary>
    /// <returns>Refused with <c>facture.deja-validee</c>.</returns>
    public Result<Done> Validate(Guid utilisateurId, LocalDate aujourdhui)
    {
        if (Etat != EtatFacture.AValider)
            return Error.Conflict("facture.deja-validee", "Cette facture est déjà validée.");
        Etat = EtatFacture.Validee;
        ValideeLe = aujourdhui;
        ValideePar = utilisateurId;
        return Done.Value;
    }

    /// <summary>Gives it its number; from then on nothing of it changes (R41).</summary>
    /// <returns>Refused with <c>facture.non-validee</c> or <c>facture.deja-emise</c>.</returns>
    public Result<Done> Issue(string numero, LocalDate aujourdhui)
    {
        if (MayIssue() is { } refusal)
            return refusal;
        Numero = numero;
        EmiseLe = aujourdhui;
        Etat = EtatFacture.Emise;
        return Done.Value;
    }

    /// <summary>Asked before a number is taken, so that none is lost.</summary>
    public Error? MayIssue() => Etat switch
    {
        EtatFacture.AValider => Error.Conflict("facture.non-validee", "Le SAFPM n'a pas encore validé l'état détaillé (R42)."),
        EtatFacture.Validee => null,
        EtatFacture.Emise or EtatFacture.Creditee => Error.Conflict("facture.deja-emise", "Cette facture est déjà émise : elle ne change plus (R41)."),
        _ => throw new InvalidOperationException($"Unknown state {Etat}."),
    };

    /// <summary>Asked before a number is taken, so that none is lost.</summary>
    public Error? MayCredit() => (Nature, Etat) switch
    {
        (NatureFacture.Avoir, _) => Error.Conflict("avoir.d-un-avoir", "Un avoir ne se corrige pas par un avoir."),
        (_, EtatFacture.Creditee) => Error.Conflict("avoir.deja-fait", "Cette facture a déjà son avoir."),
        (_, EtatFacture.AValider or EtatFacture.Validee) => Error.Conflict("avoir.facture-non-emise", "Seule une facture émise se corrige par un avoir (R41)."),
        _ when TakesBack => Error.Conflict(
            "avoir.avec-reprise", "Cette facture reprend des mois d'une facture antérieure : elle se corrige par une ligne de la suivante, pas par un avoir (R41)."),
        _ when IsTakenBack => Error.Conflict(
            "avoir.mois-repris", "Un mois de cette facture a déjà été repris par une facture suivante : l'avoir le reprendrait deux fois (R41)."),
        _ => null,
    };

    /// <summary>Whether it may be thrown away and prepared again: what another Facture was taken back from, or takes back itself, would be counted twice.</summary>
    public Error? MayDiscard()
    {
        if (Numero is not null)
            return Error.Conflict("facture.deja-emise", "Cette facture est émise : elle se corrige par un avoir (R41).");
        if (TakesBack)
            return Error.Conflict("facture.avec-reprises", "Cette facture reprend des mois déjà facturés : émettez-la, la suivante corrigera par une ligne (R41).");
        return IsTakenBack
            ? Error.Conflict("facture.mois-repris", "Un mois de cette facture a déjà été repris par une facture suivante : émettez-la, sinon la reprise resterait seule (R41).")
            : null;
    }

    /// <summary>Takes the whole of it back by an Avoir, which frees its mois-mesure (R41).</summary>
    /// <returns>
    /// Refused with <c>avoir.d-un-avoir</c>, <c>avoir.deja-fait</c>, <c>avoir.facture-non-emise</c>, <c>avoir.avec-reprise</c> or
    /// <c>avoir.mois-repris</c>.
    /// </returns>
    public Result<Facture> Credit(Guid id, string numero, string motif, Guid utilisateurId, LocalDate aujourdhui)
    {
        if (MayCredit() is { } refusal)
            return refusal;
        var avoir = new Facture(id, DepartementCode, TitulaireId, LotCode, Trimestre, NatureFacture.Avoir, aujourdhui)
        {
            AvoirDe = Id,
            Motif = motif,
            ValideeLe = aujourdhui,
            ValideePar = utilisateurId,
            EmiseLe = aujourdhui,
            Numero = numero,
            Etat = EtatFacture.Emise,
        };
        foreach (var ligne in _lignes)
            avoir._lignes.Add(new LigneFacture(ligne.Ordre, ligne.Nature, -ligne.Quantite, ligne.PrixUnitaire, -ligne.Montant, ligne.BaremeId));
        avoir.Total = -Total;
        Etat = EtatFacture.Creditee;
        foreach (var detail in _details)
            detail.Release();
        return avoir;
    }

    /// <summary>A later Facture took this mois-mesure back.</summary>
    public void Release(Guid contratId, int moisNumero) =>
        _details.Find(d => d.ContratId == contratId && d.MoisNumero == moisNumero && d.Retenue)?.Release();

    private bool TakesBack => _details.Exists(d => d.Quantite < 0);

    private bool IsTakenBack => _details.Exists(d => d.Quantite > 0 && !d.Retenue);

    private void Fill(IReadOnlyList<DetailAFacturer> details)
    {
        foreach (var detail in details)
            _details.Add(new LigneDetaillee(_details.Count + 1, detail));
        foreach (var ligne in LignesDeFacture.Group(details))
            _lignes.Add(ligne);
        Total = Money.Sum(_lignes.Select(l => l.Montant));
    }
}
