using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Echeances;
using NodaTime;

namespace Masp.Domain.Attributions;

/// <summary>
/// From the order to the signed Contrat: the appointments of the first Rencontre (R13), what the Contrat says (R14), the authorisations
/// (R15), and its steps, each dated and in order: pre-signed, signed (of the order itself), copies sent.
/// </summary>
public sealed class PreparationDeContrat : AggregateRoot
{
    private readonly List<RendezVous> _rendezVous = [];
    private readonly List<AutorisationDeGestion> _autorisations = [];
    private readonly List<CopieDeContrat> _copies = [];

    private PreparationDeContrat()
    {
    }

    public PreparationDeContrat(BonDeCommande bon)
    {
        BonDeCommandeId = bon.Id;
        DepartementCode = bon.DepartementCode;
    }

    public Guid BonDeCommandeId { get; private set; }

    /// <summary>Null until somebody wrote it.</summary>
    public ContenuDeContrat? Contenu { get; private set; }

    /// <summary>Day on which the département signed it and sent it to the service that asked (art. 3).</summary>
    public LocalDate? PreSigneLe { get; private set; }

    /// <summary>Name of the scan of the signed Contrat; null until it is attached.</summary>
    public string? ScanNom { get; private set; }

    /// <summary>Day on which it was attached.</summary>
    public LocalDate? ScanLe { get; private set; }

    /// <summary>SHA-256 of the file, in hexadecimal: what the journal keeps of it.</summary>
    public string? ScanEmpreinte { get; private set; }

    public IReadOnlyList<RendezVous> RendezVous => _rendezVous;

    public IReadOnlyList<AutorisationDeGestion> Autorisations => _autorisations;

    public IReadOnlyList<CopieDeContrat> Copies => _copies;

    /// <summary>The one that is taken and neither held nor missed.</summary>
    public RendezVous? Prochain => _rendezVous.Find(r => r.Etat == EtatRendezVous.Pris);

    /// <summary>Takes the appointment of the first Rencontre; the service that asked has the initiative (R13). One that was taken before gives way.</summary>
    /// <param name="id">Of the appointment.</param>
    /// <param name="bon">Not ended.</param>
    /// <param name="date">Today or later.</param>
    /// <param name="heure">Null when not fixed yet.</param>
    /// <param name="lieu">Where.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused with a closed order (<c>bon-de-commande.deja-signe</c>, <c>.abandonne</c>, <c>.annule</c>) or <c>rendez-vous.date-passee</c>.</returns>
    public Result<RendezVous> Meet(Guid id, BonDeCommande bon, LocalDate date, LocalTime? heure, string lieu, LocalDate aujourdhui)
    {
        if (bon.RefuseWhenClosed() is { } refusal)
            return refusal;
        if (date < aujourdhui)
            return Error.Invalid("rendez-vous.date-passee", "Un rendez-vous se prend pour aujourd'hui ou plus tard.", "date");
        Prochain?.Settle(EtatRendezVous.Annule);
        var rendezVous = new RendezVous(id, date, heure, lieu, aujourdhui);
        _rendezVous.Add(rendezVous);
        return rendezVous;
    }

    /// <summary>It was held, or missed on whose account (R13).</summary>
    /// <param name="tenu">False when it did not take place.</param>
    /// <param name="cause">Of a missed one, and of no other.</param>
    /// <param name="commentaire">Obligatory with a cause.</param>
    /// <param name="aujourdhui">Not before its day.</param>
    /// <returns>Refused with <c>rendez-vous.aucun</c>, <c>rendez-vous.a-venir</c>, <c>rendez-vous.cause-obligatoire</c> or <c>rendez-vous.cause-sans-objet</c>.</returns>
    public Result<RendezVous> Settle(bool tenu, CauseRetard? cause, string? commentaire, LocalDate aujourdhui)
    {
        if (Prochain is not { } rendezVous)
            return Error.Conflict("rendez-vous.aucun", "Aucun rendez-vous n'est pris pour ce bon de commande.");
        if (rendezVous.Date > aujourdhui)
            return Error.Conflict("rendez-vous.a-venir", $"Ce rendez-vous est pris pour le {Francais.Date(rendezVous.Date)} : il n'a pas encore eu lieu.");
        if (!tenu && (cause is null || string.IsNullOrWhiteSpace(commentaire)))
            return Error.Invalid("rendez-vous.cause-obligatoire", "Un rendez-vous manqué a une cause et un commentaire (R13).", cause is null ? "cause" : "commentaire");
        if (tenu && cause is not null)
            return Error.Invalid("rendez-vous.cause-sans-objet", "Seul un rendez-vous manqué a une cause.", "cause");
        rendezVous.Settle(tenu ? EtatRendezVous.Tenu : EtatRendezVous.Manque, cause, tenu ? null : commentaire!.Trim());
        return rendezVous;
    }

    /// <summary>Writes what the Contrat says and which Prestations the person lets manage (R14, R15).</summary>
    /// <param name="bon">Whose nature decides whether there are authorisations.</param>
    /// <param name="contenu">Whole.</param>
    /// <param name="autorisations">Code of each Prestation, and the written reason of one of group B (R6).</param>
    /// <returns>Refused with a closed order, <c>contrat.deja-presigne</c>, <c>contrat.gestion-sans-objet</c>, <c>autorisation.prestation-inconnue</c>,
    /// <c>autorisation.en-double</c>, <c>autorisation.motif-obligatoire</c> or <c>contrat.depense-a-preciser</c>.</returns>
    public Result<Done> Write(BonDeCommande bon, ContenuDeContrat contenu, IReadOnlyList<(string Prestation, string? Motif)> autorisations)
    {
        if (bon.RefuseWhenClosed() is { } closed)
            return closed;
        if (PreSigneLe is not null)
            return Error.Conflict("contrat.deja-presigne", "Ce contrat est pré-signé : il ne change plus que par avenant (R14, R21).");
        if (!bon.AvecGestion && (autorisations.Count > 0 || contenu.Depenses.Count > 0))
            return Error.Conflict("contrat.gestion-sans-objet", "Sans gestion, le contrat n'autorise la gestion d'aucune prestation (R15).", "autorisations");
        if (contenu.Depenses.Contains(DepenseReglee.Autre) && string.IsNullOrWhiteSpace(contenu.AutresDepenses))
            return Error.Invalid("contrat.depense-a-preciser", "Dites quelles autres dépenses le titulaire règle.", "autresDepenses");
        if (autorisations.Select(Check).FirstOrDefault(e => e is not null) is { } refusal)
            return refusal;
        if (autorisations.DistinctBy(a => a.Prestation).Count() < autorisations.Count)
            return Error.Invalid("autorisation.en-double", "Une prestation n'est autorisée qu'une fois.", "autorisations");
        Contenu = contenu;
        _autorisations.Clear();
        _autorisations.AddRange(autorisations.Select(a => new AutorisationDeGestion(a.Prestation, string.IsNullOrWhiteSpace(a.Motif) ? null : a.Motif.Trim())));
        return Done.Value;
    }

    /// <summary>The département signs it and sends it to the service that asked (art. 3).</summary>
    /// <returns>Refused with a closed order, <c>contrat.deja-presigne</c>, <c>contrat.contenu-absent</c>, <c>contrat.autorisation-obligatoire</c> or
    /// <c>contrat.date-presignature</c>.</returns>
    public Result<Done> PreSign(BonDeCommande bon, LocalDate date, LocalDate aujourdhui)
    {
        if (bon.RefuseWhenClosed() is { } closed)
            return closed;
        if (PreSigneLe is not null)
            return Error.Conflict("contrat.deja-presigne", "Ce contrat est pré-signé : il ne change plus que par avenant (R14, R21).");
        if (Contenu is null)
            return Error.Conflict("contrat.contenu-absent", "Écrivez d'abord ce que dit le contrat (R14, art. 4).");
        if (bon.AvecGestion && (_autorisations.Count == 0 || Contenu.Depenses.Count == 0))
        {
            return Error.Conflict(
                "contrat.autorisation-obligatoire", "Avec gestion, le contrat dit quelles prestations sont gérées et quelles dépenses sont réglées (R14, R15, art. 4).");
        }

        if (date < bon.EmisLe || date > aujourdhui)
            return Error.Invalid("contrat.date-presignature", "La pré-signature se situe entre la mise à disposition du bon et aujourd'hui.", "date");
        PreSigneLe = date;
        return Done.Value;
    }

    /// <summary>Told at the signature of the order: it follows the pre-signature, and ends the appointment (R14).</summary>
    /// <returns>Refused with <c>signature.avant-presignature</c>.</returns>
    public Result<Done> Conclude(LocalDate premiereRencontre, LocalDate signature)
    {
        if (signature < PreSigneLe)
            return Error.Conflict("signature.avant-presignature", $"Le contrat est pré-signé le {Francais.Date(PreSigneLe.Value)} : la personne le signe ce jour-là ou après (R14).", "dateSignature");
        Prochain?.Settle(Prochain.Date == premiereRencontre ? EtatRendezVous.Tenu : EtatRendezVous.Annule);
        return Done.Value;
    }

    /// <summary>Notes that a copy of the signed Contrat was sent (R14).</summary>
    /// <returns>Refused with <c>copie.avant-signature</c>, <c>copie.deja-envoyee</c>, <c>copie.gestion-sans-objet</c> or <c>copie.date-invalide</c>.</returns>
    public Result<CopieDeContrat> Send(BonDeCommande bon, DestinataireDeCopie destinataire, LocalDate date, LocalDate aujourdhui)
    {
        if (bon.SigneLe is not { } signature)
            return Error.Conflict("copie.avant-signature", "Les copies s'envoient une fois le contrat signé (R14).");
        if (destinataire is DestinataireDeCopie.Payeurs or DestinataireDeCopie.Banque && !bon.AvecGestion)
            return Error.Conflict("copie.gestion-sans-objet", "Sans gestion, ni les organismes payeurs ni la banque ne reçoivent le contrat (R14).", "destinataire");
        if (_copies.Exists(c => c.Destinataire == destinataire))
            return Error.Conflict("copie.deja-envoyee", "Cette copie est déjà enregistrée.", "destinataire");
        if (date < signature || date > aujourdhui)
            return Error.Invalid("copie.date-invalide", "Une copie s'envoie entre la signature et aujourd'hui.", "date");
        var copie = new CopieDeContrat(destinataire, date);
        _copies.Add(copie);
        return copie;
    }

    /// <summary>The signed Contrat was scanned (R14); a better scan takes the place of the one before.</summary>
    /// <returns>Refused with <c>scan.avant-signature</c>.</returns>
    public Result<Done> Attach(BonDeCommande bon, FichierRecu fichier, string empreinte, LocalDate aujourdhui)
    {
        if (bon.SigneLe is null)
            return Error.Conflict("scan.avant-signature", "Le contrat se joint une fois signé (R14).");
        (ScanNom, ScanLe, ScanEmpreinte) = (fichier.Nom, aujourdhui, empreinte);
        return Done.Value;
    }

    /// <summary>To whom a copy is still to be sent (R14); nobody before the signature.</summary>
    public IEnumerable<DestinataireDeCopie> ExpectedCopies(BonDeCommande bon) => bon.SigneLe is null
        ? []
        : Enum.GetValues<DestinataireDeCopie>().Where(d =>
            (bon.AvecGestion || d is not (DestinataireDeCopie.Payeurs or DestinataireDeCopie.Banque)) && !_copies.Exists(c => c.Destinataire == d));

    private static Error? Check((string Prestation, string? Motif) autorisation)
    {
        if (Prestations.Find(autorisation.Prestation) is not { } prestation)
            return Error.Invalid("autorisation.prestation-inconnue", "Cette prestation n'est pas de celles que l'on peut gérer (R6, D271-2).", "autorisations");
        return prestation.Groupe == GroupePrestation.B && string.IsNullOrWhiteSpace(autorisation.Motif)
            ? Error.Invalid("autorisation.motif-obligatoire", $"Écrivez pourquoi la prestation « {prestation.Libelle} » est gérée (R6, R271-3).", "autorisations")
            : null;
    }
}
