namespace Masp.Application.Mesures;

/// <summary>
/// Who serves and who follows a Mesure today, in a hand-written read: the columns of the Mesure say the last one recorded, which may
/// begin later; only then is the one before looked up.
/// </summary>
internal static class EnVigueur
{
    public static string Titulaire(string alias) =>
        $"case when {alias}.titulaire_depuis <= (select masp.aujourdhui()) then {alias}.titulaire_id else (select et.titulaire_id from masp.tenues et"
        + $" where et.departement_code = {alias}.departement_code and et.mesure_id = {alias}.id and et.debut <= (select masp.aujourdhui()) order by et.debut desc limit 1) end";

    public static string Intervenant(string alias) =>
        $"case when {alias}.intervenant_depuis <= (select masp.aujourdhui()) then {alias}.intervenant_id else (select es.intervenant_id from masp.suivis es"
        + $" where es.departement_code = {alias}.departement_code and es.mesure_id = {alias}.id and es.debut <= (select masp.aujourdhui()) and es.fin >= (select masp.aujourdhui())) end";
}
