using Masp.Domain.Acces;

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

    public static Portee Of(Acteur acteur) => new(acteur);

    public string Mesures(string alias) => Parties(alias);

    public string Bons(string alias) => Parties(alias);

    /// <summary>A Titulaire sees the Demande behind an order of its own.</summary>
    public string Demandes(string alias) => _acteur switch
    {
        { IsSafpm: true } => string.Empty,
        { ServiceReferentId: not null } => OwnService(alias),
        { TitulaireId: not null } =>
            $" and exists (select from masp.bons_de_commande pb where pb.departement_code = {alias}.departement_code and pb.demande_id = {alias}.id and pb.titulaire_id = (select masp.titulaire()))",
        _ => Rien,
    };

    /// <summary>The manager of a Titulaire sees its invoices; its social workers do not.</summary>
    public string Factures(string alias) => _acteur switch
    {
        { IsSafpm: true } => string.Empty,
        { Role: Role.ChefTitulaire, TitulaireId: not null } => OwnTitulaire(alias),
        _ => Rien,
    };

    public string Commissions() => _acteur.IsSafpm ? string.Empty : Rien;

    /// <summary>The register of a Lot is read by every Titulaire that has a Convention on it (R11).</summary>
    public string Registre(string alias) => _acteur switch
    {
        { IsSafpm: true } => string.Empty,
        { TitulaireId: not null } =>
            $" and exists (select from masp.conventions pc where pc.departement_code = {alias}.departement_code and pc.lot_code = {alias}.lot_code and pc.titulaire_id = (select masp.titulaire()))",
        _ => Rien,
    };

    private static string OwnTitulaire(string alias) => $" and {alias}.titulaire_id = (select masp.titulaire())";

    private static string OwnService(string alias) => $" and {alias}.service_referent_id = (select masp.service())";

    private string Parties(string alias) => _acteur switch
    {
        { IsSafpm: true } => string.Empty,
        { TitulaireId: not null } => OwnTitulaire(alias),
        { ServiceReferentId: not null } => OwnService(alias),
        _ => Rien,
    };
}
