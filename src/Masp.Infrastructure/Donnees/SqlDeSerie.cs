namespace Masp.Infrastructure.Donnees;

/// <summary>Gap-free numbers: a row a series, taken in the unit of work that uses the number.</summary>
internal static class SqlDeSerie
{
    public const string Suivant =
        """
        insert into masp.series as s (departement_code, code, dernier) values ({0}, {1}, 1)
        on conflict (departement_code, code) do update set dernier = s.dernier + 1
        returning dernier as "Value"
        """;
}

/// <summary>Answers kept under an <c>Idempotency-Key</c>, apart for each caller.</summary>
internal static class SqlDeRejeu
{
    public const string Reserver =
        """
        insert into masp.cles_de_rejeu (departement_code, utilisateur_id, cle, empreinte, le) values ({0}, {1}, {2}, {3}, now())
        on conflict (departement_code, utilisateur_id, cle) do nothing
        """;

    public const string Relire =
        """
        select empreinte as "Empreinte", reponse::text as "Reponse" from masp.cles_de_rejeu
        where departement_code = {0} and utilisateur_id = {1} and cle = {2}
        """;

    public const string Garder =
        "update masp.cles_de_rejeu set reponse = {3}::jsonb where departement_code = {0} and utilisateur_id = {1} and cle = {2}";
}
