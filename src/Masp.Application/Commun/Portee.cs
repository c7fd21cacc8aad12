using Masp.Domain.Acces;
using NodaTime;

namespace Masp.Application.Commun;

/// <summary>
/// What the caller may see, as conditions of a hand-written read (R61): the same truth as the filters of the other reads, and decided
/// again by the policies of PostgreSQL. Each is written behind a condition (<c>where</c> or <c>on</c>) that already names the Departement, and is
/// empty for the SAFPM, whose reads keep their plan.
/// </summary>
public sealed class Portee
{
    private const string Rien = " and false";

    private readonly Acteur _acteur;

    private Portee(Acteur acteur) => _acteur = acteur;

    /// <param name="acteur">Who reads; nothing at all when the account is not good on that day.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    public static Portee Of(Acteur acteur, LocalDate aujourdhui) =>
        new(acteur.IsValidOn(aujourdhui) ? acteur : new Acteur(acteur.DepartementCode, acteur.UtilisateurId, Role.Exports));

    /// <summary>
    /// Archived files leave the lists (R63): the SAFPM asks for them, and for nothing else, with <c>archives=true</c>; the Auditeur reads them among
    /// the others.
    /// </summary>
    public string Archives(string alias, bool? archives) => (_acteur, archives) switch
    {
        ({ Role: Role.Auditeur }, null) => string.Empty,
        ({ Role: Role.Auditeur } or { IsSafpm: true }, true) => $" and {alias}.archivee",
        (_, true) => Rien,
        _ => $" and not {alias}.archivee",
    };

    /// <summary>
    /// A manager sees what the Titulaire serves today, and what it handed over (R24); a worker the measures followed today, one's own and
    /// those of the absent whom one stands in for (R26). Arrays of keys, which an index answers before any policy is asked: of the rows of
    /// others, none is looked at.
    /// </summary>
    public string Mesures(string alias) => _acteur switch
    {
        { SeesEveryFile: true } => string.Empty,
        { Role: Role.ChefTitulaire, TitulaireId: not null } =>
            $" and (({alias}.titulaire_id = (select masp.titulaire()) and {alias}.titulaire_depuis <= (select masp.aujourdhui()))"
            + $" or {alias}.id = any (array(select masp.mesures_tenues())) or {alias}.id = any (array(select pc.mesure_id from masp.mesures_cedees() pc)))",
        { Role: Role.Intervenant, TitulaireId: not null } => $" and {alias}.id = any (array(select masp.mesures_suivies()))",
        { ServiceReferentId: not null } => OwnService(alias),
        { BeneficiaireId: not null } => OwnFile(alias),
        _ => Rien,
    };

    /// <summary>The same without what was handed over: what a list, a queue or a count is about. The columns of a measure say how it is today.</summary>
    public string MesuresTenues(string alias) => _acteur is { Role: Role.ChefTitulaire, TitulaireId: not null }
        ? $" and (({alias}.titulaire_id = (select masp.titulaire()) and {alias}.titulaire_depuis <= (select masp.aujourdhui())) or {alias}.id = any (array(select masp.mesures_tenues())))"
        : Mesures(alias);

    /// <summary>Of a measure that was handed over, only what bears a day of before (R24).</summary>
    /// <param name="mesure">Column that names the measure.</param>
    /// <param name="jour">Column of the day.</param>
    public string AvantCession(string mesure, string jour) => _acteur is { Role: Role.ChefTitulaire, TitulaireId: not null }
        ? $" and ({mesure} not in (select pc.mesure_id from masp.mesures_cedees() pc) or {jour} <= (select pc.jusqua from masp.mesures_cedees() pc where pc.mesure_id = {mesure}))"
        : string.Empty;

    /// <summary>An order is seen by the Titulaire it went to, by the worker named on it, and with the measure that came of it.</summary>
    public string Bons(string alias) => _acteur switch
    {
        { SeesEveryFile: true } => string.Empty,
        { Role: Role.ChefTitulaire, TitulaireId: not null } =>
            $" and ({alias}.titulaire_id = (select masp.titulaire()) or {alias}.id = any (array(select pm.bon_de_commande_id from masp.mesures pm"
            + $" where pm.departement_code = masp.departement() and pm.titulaire_precedent_id is not null{Mesures("pm")})))",
        { Role: Role.Intervenant, TitulaireId: not null } =>
            $" and {alias}.id = any (array(select pb.id from masp.bons_de_commande pb where pb.departement_code = masp.departement()"
            + " and pb.intervenant_id = any (array(select masp.intervenants_tenus())) union all select pm.bon_de_commande_id from masp.mesures pm"
            + $" where pm.departement_code = masp.departement(){Mesures("pm")}))",
        { ServiceReferentId: not null } => OwnService(alias),
        { BeneficiaireId: not null } => OwnFile(alias),
        _ => Rien,
    };

    /// <summary>
    /// With the order, and from the signature on with the Mesure; what a Titulaire owes over all its files is its managers'. Of a Mesure handed over, what was
    /// closed by the last day there (R24). Sets, hashed once: a list looks at every open deadline of the Departement.
    /// </summary>
    public string Echeances(string alias)
    {
        var dossier = $"({alias}.mesure_id is null and {alias}.bon_de_commande_id in (select eb.id from masp.bons_de_commande eb where eb.departement_code = masp.departement(){Bons("eb")}))"
            + $" or {alias}.mesure_id in (select em.id from masp.mesures em where em.departement_code = masp.departement(){MesuresTenues("em")})";
        return _acteur switch
        {
            { SeesEveryFile: true } => string.Empty,
            { Role: Role.ChefTitulaire, TitulaireId: not null } =>
                $" and ({dossier} or {alias}.titulaire_id = (select masp.titulaire())"
                + $" or exists (select from masp.mesures_cedees() ec where ec.mesure_id = {alias}.mesure_id and ec.jusqua >= {alias}.close_le))",
            _ => $" and ({dossier})",
        };
    }

    /// <summary>A Titulaire sees the Demande behind an order that it sees.</summary>
    public string Demandes(string alias) => _acteur switch
    {
        { SeesEveryFile: true } => string.Empty,
        { ServiceReferentId: not null } => OwnService(alias),
        { BeneficiaireId: not null } => OwnFile(alias),
        { TitulaireId: not null } =>
            $" and exists (select from masp.bons_de_commande po where po.departement_code = {alias}.departement_code and po.demande_id = {alias}.id{Bons("po")})",
        _ => Rien,
    };

    /// <summary>The manager of a Titulaire sees its invoices; its social workers do not.</summary>
    public string Factures(string alias) => _acteur switch
    {
        { SeesEveryFile: true } => string.Empty,
        { Role: Role.ChefTitulaire, TitulaireId: not null } => OwnTitulaire(alias),
        _ => Rien,
    };

    /// <summary>The file of a person as such, apart from any Demande or Mesure, is the SAFPM's.</summary>
    public string Beneficiaires() => _acteur.SeesEveryFile ? string.Empty : Rien;

    public string Commissions() => _acteur.SeesEveryFile ? string.Empty : Rien;

    /// <summary>The register of a Lot is read by every Titulaire that has a Convention on it (R11).</summary>
    public string Registre(string alias) => _acteur switch
    {
        { SeesEveryFile: true } => string.Empty,
        { TitulaireId: not null } =>
            $" and exists (select from masp.conventions pc where pc.departement_code = {alias}.departement_code and pc.lot_code = {alias}.lot_code and pc.titulaire_id = (select masp.titulaire()))",
        _ => Rien,
    };

    private static string OwnTitulaire(string alias) => $" and {alias}.titulaire_id = (select masp.titulaire())";

    private static string OwnFile(string alias) => $" and {alias}.beneficiaire_id = (select masp.personne())";

    private static string OwnService(string alias) => $" and {alias}.service_referent_id = (select masp.service())";
}
