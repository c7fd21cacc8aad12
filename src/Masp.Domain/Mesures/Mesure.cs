using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Mesures;

/// <summary>The measure of one adult, from signature to end, over its chain of contracts (R1 to R4).</summary>
public sealed partial class Mesure : AggregateRoot
{
    private readonly List<Contrat> _contrats = [];
    private readonly List<Suspension> _suspensions = [];
    private readonly List<ChangementDeGestion> _changements = [];
    private readonly List<Residence> _residences = [];
    private readonly List<Suivi> _suivis = [];
    private readonly List<Tenue> _tenues = [];

    private Mesure()
    {
    }

    private Mesure(Guid id, string numero, BonDeCommande bon, NouveauContrat contrat)
    {
        Id = id;
        DepartementCode = bon.DepartementCode;
        Numero = numero;
        BeneficiaireId = bon.BeneficiaireId;
        BonDeCommandeId = bon.Id;
        ServiceReferentId = bon.ServiceReferentId;
        LotCode = bon.LotCode;
        PremiereRencontreLe = bon.PremiereRencontreLe!.Value;
        Debut = contrat.Debut;
        _contrats.Add(new Contrat(1, contrat));
        _tenues.Add(new Tenue(contrat.Debut, contrat.Id, contrat.TitulaireId, contrat.ConventionId));
        if (bon.IntervenantId is { } intervenant)
            _suivis.Add(new Suivi(contrat.Debut, intervenant));
        _residences.Add(new Residence(contrat.Debut, bon.CommuneInsee));
        Refresh();
    }

    public Guid Id { get; private set; }

    /// <summary><c>34-2022-0412</c>, gap-free per year of signature.</summary>
    public string Numero { get; private set; } = string.Empty;

    public Guid BeneficiaireId { get; private set; }

    public Guid BonDeCommandeId { get; private set; }

    public Guid ServiceReferentId { get; private set; }

    public string LotCode { get; private set; } = string.Empty;

    public LocalDate PremiereRencontreLe { get; private set; }

    /// <summary>First signature of the chain.</summary>
    public LocalDate Debut { get; private set; }

    public EtatMesure Etat { get; private set; }

    public MotifFin? MotifFin { get; private set; }

    /// <summary>Of the last contract: kept beside the chain so that lists sort and filter on it.</summary>
    public LocalDate FinPrevue { get; private set; }

    /// <summary>Of the last contract, when it has ended.</summary>
    public LocalDate? FinReelle { get; private set; }

    /// <summary>Of the last Tenue, which may not have begun yet: see <see cref="TitulaireOn"/>.</summary>
    public Guid TitulaireId { get; private set; }

    /// <summary>First day of <see cref="TitulaireId"/>, over all the contracts that follow one another there.</summary>
    public LocalDate TitulaireDepuis { get; private set; }

    /// <summary>The one before <see cref="TitulaireDepuis"/>; null when there was none.</summary>
    public Guid? TitulairePrecedentId { get; private set; }

    /// <summary>Of the last Suivi, which may not have begun yet: see <see cref="IntervenantOn"/>. Null while nobody is in charge.</summary>
    public Guid? IntervenantId { get; private set; }

    /// <summary>First day of <see cref="IntervenantId"/>.</summary>
    public LocalDate? IntervenantDepuis { get; private set; }

    /// <summary>Of the last contract, with its changes.</summary>
    public bool AvecGestion { get; private set; }

    /// <summary>Last known commune of residence.</summary>
    public string CommuneInsee { get; private set; } = string.Empty;

    public IReadOnlyList<Contrat> Contrats => _contrats;

    public IReadOnlyList<Suspension> Suspensions => _suspensions;

    public IReadOnlyList<ChangementDeGestion> Changements => _changements;

    public IReadOnlyList<Residence> Residences => _residences;

    public IReadOnlyList<Suivi> Suivis => _suivis;

    public IReadOnlyList<Tenue> Tenues => _tenues;

    /// <summary>By rank: a database gives the chain back in no promised order.</summary>
    public Contrat DernierContrat => _contrats.MaxBy(c => c.Rang)!;

    public ChaineDeContrats Chaine => ChaineDeContrats.Of(_contrats.Select(c => c.Periode));

    /// <summary>Null on a day of no contract.</summary>
    public Contrat? ContratOn(LocalDate date) => _contrats.Find(c => c.Periode.Contains(date));

    /// <summary>Opens it from a signed order (R14).</summary>
    /// <param name="id">Of the new Mesure.</param>
    /// <param name="numero">Taken in the same unit of work.</param>
    /// <param name="bon">Just signed.</param>
    /// <param name="contratId">Of its first contract.</param>
    /// <param name="anterieurs">Contracts the person had before, in other measures (R3).</param>
    /// <param name="parametres">The Reglement of that day.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused with <c>mesure.duree-totale-depassee</c>.</returns>
    public static Result<Mesure> Open(
        Guid id, string numero, BonDeCommande bon, Guid contratId, ChaineDeContrats anterieurs, Parametres parametres, LocalDate aujourdhui)
    {
        if (bon.SigneLe is not { } signature)
            throw new InvalidOperationException("A Mesure opens from a signed BonDeCommande.");
        if (anterieurs.Refuses(bon.DureeMois, parametres.DureeTotaleMaxMois) is { } refusal)
            return refusal;
        var contrat = new NouveauContrat(contratId, signature, bon.DureeMois, bon.AvecGestion, bon.TitulaireId, bon.ConventionId, aujourdhui);
        return new Mesure(id, numero, bon, contrat);
    }

    /// <summary>A further contract, from the day after the term of the last one (R2 to R4).</summary>
    /// <param name="nouveau">Begins the day after the term.</param>
    /// <param name="anterieurs">Contracts the person had before, in other measures: they count too (R3).</param>
    /// <param name="parametres">The Reglement of that day.</param>
    /// <param name="motifExceptionnel">Written reason of an authorised person, for one more than the Reglement allows (R4*).</param>
    /// <returns>Refused with <c>mesure.terminee</c>, <c>renouvellement.date-invalide</c>, <c>contrat.duree-hors-bornes</c>,
    /// <c>renouvellement.nombre-depasse</c> or <c>mesure.duree-totale-depassee</c>.</returns>
    public Result<Contrat> Renew(NouveauContrat nouveau, ChaineDeContrats anterieurs, Parametres parametres, string? motifExceptionnel = null)
    {
        if (Etat == EtatMesure.Terminee)
            return Terminated;
        if (nouveau.Debut != DernierContrat.FinPrevue.PlusDays(1))
            return Error.Conflict("renouvellement.date-invalide", "Le renouvellement commence le lendemain du terme.", "debut");
        if ((Contrat.RefuseLength(nouveau.DureeMois, parametres) ?? RefuseRenewals(parametres, motifExceptionnel)) is { } often)
            return often;
        if (anterieurs.Plus(Chaine).Refuses(nouveau.DureeMois, parametres.DureeTotaleMaxMois) is { } refusal)
            return refusal;
        DernierContrat.Close(DernierContrat.FinPrevue, nouveau.EnregistreLe);
        var contrat = new Contrat(_contrats.Count + 1, nouveau);
        _contrats.Add(contrat);
        Hold(new Tenue(contrat.Debut, contrat.Id, contrat.TitulaireId, contrat.ConventionId));
        Refresh();
        return contrat;
    }

    /// <summary>Ends it; the last day is served.</summary>
    /// <returns>Refused with <c>mesure.terminee</c> or <c>fin.date-invalide</c>.</returns>
    public Result<Done> Close(LocalDate dernierJour, MotifFin motif, LocalDate aujourdhui)
    {
        if (Etat == EtatMesure.Terminee)
            return Terminated;
        if (RefuseEndOn(dernierJour) is { } outside)
            return outside;
        DernierContrat.Close(dernierJour, aujourdhui);
        MotifFin = motif;
        Etat = EtatMesure.Terminee;
        KeepUntil(dernierJour);
        Refresh();
        return Done.Value;
    }

    /// <summary>Suspends it between two dates, both included (R21).</summary>
    /// <returns>Refused with <c>mesure.terminee</c>, <c>suspension.hors-contrat</c> or <c>suspension.chevauchement</c>.</returns>
    public Result<Suspension> Suspend(Guid id, Periode periode, LocalDate aujourdhui)
    {
        if (Etat == EtatMesure.Terminee)
            return Terminated;
        if (periode.Fin is not { } fin || ContratOn(periode.Debut) is not { } contrat || fin > contrat.FinPrevue)
            return Error.Invalid("suspension.hors-contrat", "La suspension se situe dans un contrat et a une fin.", "periode");
        if (_suspensions.Exists(s => s.Periode.Overlaps(periode)))
            return Error.Conflict("suspension.chevauchement", "La mesure est déjà suspendue à ces dates.", "periode");
        var suspension = new Suspension(id, periode.Debut, fin);
        _suspensions.Add(suspension);
        contrat.MarkRevision(contrat.MonthOf(periode.Debut), aujourdhui);
        return suspension;
    }

    /// <summary>Changes gestion, with effect on the first day of the next mois-mesure that begins on or after that date (R21).</summary>
    /// <returns>Refused with <c>mesure.terminee</c> or <c>changement.hors-contrat</c>.</returns>
    public Result<Done> ChangeGestion(LocalDate date, bool avecGestion, LocalDate aujourdhui) => Change(date, contrat =>
    {
        _changements.RemoveAll(c => c.Date == date);
        _changements.Add(new ChangementDeGestion(date, avecGestion));
        contrat.MarkRevision(date, aujourdhui);
    });

    /// <summary>Moves inside the département; the Zone follows from the next mois-mesure (R23), in the contracts that follow too.</summary>
    /// <returns>Refused with <c>mesure.terminee</c> or <c>changement.hors-contrat</c>.</returns>
    public Result<Done> Move(LocalDate date, string communeInsee, LocalDate aujourdhui) => Change(date, contrat =>
    {
        _residences.RemoveAll(r => r.Debut == date);
        _residences.Add(new Residence(date, communeInsee));
        contrat.MarkRevision(date, aujourdhui);
        foreach (var suivant in _contrats.Where(c => c.Debut > date))
            suivant.MarkRevision(suivant.Debut, aujourdhui);
    });

    private Result<Done> Change(LocalDate date, Action<Contrat> act)
    {
        if (Etat == EtatMesure.Terminee)
            return Terminated;
        if (ContratOn(date) is not { } contrat)
            return HorsContrat;
        act(contrat);
        Refresh();
        return Done.Value;
    }

    /// <returns>Null while it runs.</returns>
    internal Error? RefuseWhenEnded() => Etat == EtatMesure.Terminee ? Terminated : null;

    /// <returns>Null for a day on which it may end.</returns>
    internal Error? RefuseEndOn(LocalDate dernierJour) => dernierJour < DernierContrat.Debut || dernierJour > DernierContrat.FinPrevue
        ? Error.Invalid("fin.date-invalide", "La fin se situe entre la signature et le terme du contrat.", "date")
        : null;

    /// <returns>Null while the Reglement allows one renewal more, or for a written reason (R4*).</returns>
    internal Error? RefuseRenewals(Parametres parametres, string? motifExceptionnel) => _contrats.Count > parametres.RenouvellementsMax && string.IsNullOrWhiteSpace(motifExceptionnel)
        ? Error.Conflict("renouvellement.nombre-depasse", "Cette mesure a déjà été renouvelée (R4, art. 2).")
        : null;

    private static Error HorsContrat =>
        Error.Invalid("changement.hors-contrat", "Le changement doit être daté entre le début et la fin prévue du contrat.", "date");

    private static Error Terminated => Error.Conflict("mesure.terminee", "Cette mesure est terminée.");

    private void Refresh()
    {
        FinPrevue = DernierContrat.FinPrevue;
        FinReelle = Etat == EtatMesure.Terminee ? DernierContrat.FinReelle : null;
        var tenues = _tenues.OrderBy(t => t.Debut).ToList();
        TitulaireId = tenues[^1].TitulaireId;
        var before = tenues.FindLastIndex(t => t.TitulaireId != TitulaireId);
        TitulaireDepuis = tenues[before + 1].Debut;
        TitulairePrecedentId = before < 0 ? null : tenues[before].TitulaireId;
        var suivi = _suivis.MaxBy(s => s.Debut);
        IntervenantId = suivi?.Fin is null ? suivi?.IntervenantId : null;
        IntervenantDepuis = IntervenantId is null ? null : suivi!.Debut;
        AvecGestion = _changements.Where(c => c.Date >= DernierContrat.Debut).MaxBy(c => c.Date)?.AvecGestion ?? DernierContrat.AvecGestion;
        CommuneInsee = _residences.MaxBy(r => r.Debut)!.CommuneInsee;
    }
}
