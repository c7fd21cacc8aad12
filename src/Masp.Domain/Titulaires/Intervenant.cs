using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Titulaires;

/// <summary>The social-work diplomas that R26 accepts.</summary>
public enum Diplome
{
    AssistantDeServiceSocial,

    /// <summary>Conseiller en économie sociale familiale.</summary>
    ConseillerEsf,

    Educateur,
}

/// <summary>A worker of a Titulaire, from the day of entry to the day of exit, with working time, absences and account (R25, R26).</summary>
public sealed class Intervenant : AggregateRoot
{
    private readonly List<Quotite> _quotites = [];
    private readonly List<Absence> _absences = [];

    private Intervenant()
    {
    }

    private Intervenant(Embauche embauche)
    {
        Id = embauche.Id;
        DepartementCode = embauche.DepartementCode;
        TitulaireId = embauche.TitulaireId;
        Nom = embauche.Nom;
        Prenom = embauche.Prenom;
        Diplome = embauche.Diplome;
        EstChef = embauche.EstChef;
        Entree = embauche.Entree;
        UtilisateurId = embauche.UtilisateurId;
    }

    public Guid Id { get; private set; }

    public Guid TitulaireId { get; private set; }

    public string Nom { get; private set; } = string.Empty;

    public string Prenom { get; private set; } = string.Empty;

    public Diplome Diplome { get; private set; }

    /// <summary>Supervises others, and holds one of the diplomas (R26).</summary>
    public bool EstChef { get; private set; }

    /// <summary>Who supervises; null only for one who is a manager.</summary>
    public Guid? ChefId { get; private set; }

    /// <summary>First day at the Titulaire.</summary>
    public LocalDate Entree { get; private set; }

    /// <summary>Last day, included; null while staying.</summary>
    public LocalDate? Sortie { get; private set; }

    /// <summary>The account that signs in as this worker; null when there is none.</summary>
    public Guid? UtilisateurId { get; private set; }

    public IReadOnlyList<Quotite> Quotites => _quotites;

    public IReadOnlyList<Absence> Absences => _absences;

    public Periode Presence => Periode.Of(Entree, Sortie);

    /// <summary>Enters the Titulaire (R26).</summary>
    /// <param name="embauche">Who, when, with which working time.</param>
    /// <param name="chef">Who will supervise; null for a manager.</param>
    /// <returns>Refused with <c>intervenant.etp-invalide</c>, <c>intervenant.chef-obligatoire</c> or <c>intervenant.chef-invalide</c>.</returns>
    public static Result<Intervenant> Enter(Embauche embauche, Intervenant? chef)
    {
        var intervenant = new Intervenant(embauche);
        if (Quotite.Check(embauche.Etp) is { } refusal)
            return refusal;
        intervenant._quotites.Add(new Quotite(embauche.Entree, embauche.Etp));
        var supervised = intervenant.Supervise(chef);
        return supervised.Map(_ => intervenant);
    }

    /// <summary>Names who supervises (R26).</summary>
    /// <returns>Refused with <c>intervenant.chef-obligatoire</c> or <c>intervenant.chef-invalide</c>.</returns>
    public Result<Done> Supervise(Intervenant? chef)
    {
        if (chef is null && !EstChef)
            return Error.Invalid("intervenant.chef-obligatoire", "Un intervenant est encadré par un chef de service (R26, art. 5).", "chefId");
        if (chef is not null && (!chef.EstChef || chef.TitulaireId != TitulaireId || chef.Id == Id))
            return Error.Conflict("intervenant.chef-invalide", "L'encadrant est un chef de service du même titulaire (R26, art. 5).", "chefId");
        ChefId = chef?.Id;
        return Done.Value;
    }

    /// <summary>The account that signs in as this worker, or none.</summary>
    public void Link(Guid? utilisateurId) => UtilisateurId = utilisateurId;

    /// <summary>Working time from that day on, until the next change already known or the exit.</summary>
    /// <returns>Refused with <c>intervenant.etp-invalide</c> or <c>intervenant.hors-presence</c>.</returns>
    public Result<Done> ChangeEtp(LocalDate debut, decimal etp)
    {
        if (Quotite.Check(etp) is { } refusal)
            return refusal;
        if (!Presence.Contains(debut))
            return HorsPresence("debut");
        _quotites.RemoveAll(q => q.Debut == debut);
        var suivante = _quotites.Where(q => q.Debut > debut).MinBy(q => q.Debut);
        _quotites.Where(q => q.Debut < debut).MaxBy(q => q.Debut)?.End(debut.PlusDays(-1));
        _quotites.Add(new Quotite(debut, etp, suivante?.Debut.PlusDays(-1) ?? Sortie));
        return Done.Value;
    }

    /// <summary>Share of a full time on that day: 0 before the entry and after the exit, at most 1 (R25).</summary>
    public decimal EtpOn(LocalDate date) => _quotites.Find(q => q.Periode.Contains(date))?.Etp ?? 0;

    /// <summary>Has an absence of which that day is part, both its dates included.</summary>
    public Absence? AbsenceOn(LocalDate date) => _absences.Find(a => a.Periode.Contains(date));

    /// <summary>At work on each day of the period: entered, not gone, not absent.</summary>
    public bool IsPresent(Periode periode) => Covers(periode) && !_absences.Exists(a => a.Periode.Overlaps(periode));

    /// <summary>Notes an absence and who stands in for it, two dates included (R26).</summary>
    /// <param name="id">Of the absence.</param>
    /// <param name="periode">Closed.</param>
    /// <param name="remplacant">Another worker of the same Titulaire, at work on all these days.</param>
    /// <param name="engagements">Days on which this worker stands in for others.</param>
    /// <returns>Refused with <c>absence.sans-fin</c>, <c>intervenant.hors-presence</c>, <c>absence.chevauchement</c>, <c>absence.remplacant-invalide</c>,
    /// <c>absence.remplacant-absent</c> or <c>absence.remplacement-en-cours</c>.</returns>
    public Result<Absence> Miss(Guid id, Periode periode, Intervenant remplacant, IEnumerable<Periode> engagements)
    {
        if (periode.Fin is not { } fin)
            return Error.Invalid("absence.sans-fin", "Une absence a un premier et un dernier jour.", "fin");
        if (!Covers(periode))
            return HorsPresence("debut");
        if (_absences.Exists(a => a.Periode.Overlaps(periode)))
            return Error.Conflict("absence.chevauchement", "Une absence est déjà enregistrée ces jours-là.", "debut");
        if (remplacant.Id == Id || remplacant.TitulaireId != TitulaireId)
            return Error.Conflict("absence.remplacant-invalide", "Le remplaçant est un autre intervenant du même titulaire (R26, art. 5).", "remplacantId");
        if (!remplacant.IsPresent(periode))
            return Error.Conflict("absence.remplacant-absent", "Le remplaçant est présent tous les jours de l'absence (R26, art. 5).", "remplacantId");
        if (engagements.Any(e => e.Overlaps(periode)))
            return Engaged("debut");
        var absence = new Absence(id, periode.Debut, fin, remplacant.Id);
        _absences.Add(absence);
        return absence;
    }

    /// <summary>Comes back earlier: the absence keeps its first days.</summary>
    /// <param name="absenceId">Of this worker.</param>
    /// <param name="fin">New last day, included.</param>
    /// <returns>Refused with <c>absence.introuvable</c> or <c>absence.fin-invalide</c>.</returns>
    public Result<Absence> ComeBack(Guid absenceId, LocalDate fin)
    {
        if (_absences.Find(a => a.Id == absenceId) is not { } absence)
            return Error.NotFound("absence.introuvable", "Cette absence n'existe pas.");
        if (fin < absence.Debut || fin >= absence.Fin)
            return Error.Conflict("absence.fin-invalide", "Le nouveau dernier jour se situe dans l'absence, avant la fin prévue.", "fin");
        absence.End(fin);
        return absence;
    }

    /// <summary>Leaves the Titulaire; the last day is worked.</summary>
    /// <param name="dernierJour">Not before the entry.</param>
    /// <param name="engagements">Days on which this worker stands in for others.</param>
    /// <returns>Refused with <c>intervenant.deja-sorti</c>, <c>intervenant.sortie-invalide</c> or <c>absence.remplacement-en-cours</c>.</returns>
    public Result<Done> Leave(LocalDate dernierJour, IEnumerable<Periode> engagements)
    {
        if (Sortie is not null)
            return Error.Conflict("intervenant.deja-sorti", "La sortie de cet intervenant est déjà enregistrée.");
        if (dernierJour < Entree)
            return Error.Conflict("intervenant.sortie-invalide", "La sortie ne précède pas l'entrée.", "date");
        if (engagements.Any(e => e.Fin > dernierJour))
            return Engaged("date");
        Sortie = dernierJour;
        _quotites.RemoveAll(q => q.Debut > dernierJour);
        _quotites.MaxBy(q => q.Debut)!.End(dernierJour);
        _absences.RemoveAll(a => a.Debut > dernierJour);
        _absences.Find(a => a.Fin > dernierJour)?.End(dernierJour);
        return Done.Value;
    }

    private bool Covers(Periode periode) =>
        Presence.Contains(periode.Debut) && (Sortie is null || periode.Fin <= Sortie);

    private static Error HorsPresence(string field) =>
        Error.Conflict("intervenant.hors-presence", "Ces jours ne sont pas tous entre l'entrée et la sortie de l'intervenant.", field);

    private static Error Engaged(string field) => Error.Conflict(
        "absence.remplacement-en-cours", "Cet intervenant remplace quelqu'un ces jours-là : désignez d'abord un autre remplaçant (R26, art. 5).", field);
}

/// <summary>What an entry brings.</summary>
/// <param name="Etp">More than 0, at most 1, in hundredths.</param>
public sealed record Embauche(
    Guid Id,
    string DepartementCode,
    Guid TitulaireId,
    string Nom,
    string Prenom,
    Diplome Diplome,
    bool EstChef,
    LocalDate Entree,
    decimal Etp,
    Guid? UtilisateurId = null);
