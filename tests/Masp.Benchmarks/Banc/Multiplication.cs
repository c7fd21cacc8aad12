using System.Globalization;

namespace Masp.Benchmarks.Banc;

/// <summary>Copies people, their orders and their Mesures under new ids and numbers; references (Lots, communes, Titulaires) stay one.</summary>
internal static class Multiplication
{
    /// <summary>Tables that hold one row more for each life copied, and their columns that change from one life to the next.</summary>
    private static readonly (string Table, string[] Ids, string[] Textes)[] Tables =
    [
        ("beneficiaires", ["id"], []),
        ("demandes", ["id", "beneficiaire_id"], ["numero"]),
        ("bons_de_commande", ["id", "demande_id", "beneficiaire_id"], ["numero"]),
        ("mesures", ["id", "beneficiaire_id", "bon_de_commande_id"], ["numero"]),
        ("contrats", ["id", "mesure_id"], []),
        ("suspensions", ["id", "mesure_id"], []),
        ("changements_de_gestion", ["mesure_id"], []),
        ("residences", ["mesure_id"], []),
        ("tenues", ["mesure_id", "contrat_id"], []),
        ("suivis", ["mesure_id"], []),
    ];

    /// <param name="fois">How many times what is there: 2 or more. Factures are not copied.</param>
    public static string Sql(int fois)
    {
        var copies = Tables.Select(t => $"call pg_temp.copier('{t.Table}', '{{{string.Join(',', t.Ids)}}}', '{{{string.Join(',', t.Textes)}}}', {fois.ToString(CultureInfo.InvariantCulture)});");
        return $$"""
            -- References are copied whole and hold by construction: checking each again would take most of the time.
            set session_replication_role = replica;
            create function pg_temp.autre(id uuid, fois int) returns uuid language sql immutable as
              $f$ select (left(id::text, 19) || left(md5(id::text || fois), 4) || '-' || substr(md5(id::text || fois), 5, 12))::uuid $f$;
            create procedure pg_temp.copier(cible text, ids text[], textes text[], fois int) language plpgsql as $p$
            declare
              noms text;
              valeurs text;
            begin
              select string_agg(quote_ident(column_name), ', ' order by ordinal_position),
                string_agg(case
                  when column_name = any (ids) then format('pg_temp.autre(s.%I, n)', column_name)
                  when column_name = any (textes) then format('s.%I || ''-'' || n', column_name)
                  else format('s.%I', column_name) end, ', ' order by ordinal_position)
              into noms, valeurs
              from information_schema.columns
              where table_schema = 'masp' and table_name = cible and is_generated = 'NEVER';
              execute format('insert into masp.%I (%s) select %s from masp.%I s, generate_series(2, %s) n', cible, noms, valeurs, cible, fois);
            end $p$;
            {{string.Join('\n', copies)}}
            """;
    }
}
