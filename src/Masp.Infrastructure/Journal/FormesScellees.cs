using Masp.Infrastructure.Donnees.Sql;

namespace Masp.Infrastructure.Journal;

/// <summary>
/// In which form a row of a journal is hashed. The sealing writes it, the verification reads it again: written once, so that a verification run
/// by this program does not have to believe what the database says of itself.
/// </summary>
internal static class FormesScellees
{
    // jsonb keeps nulls and quotes apart from one another, which joining texts would not.
    private const string Actes =
        "jsonb_build_array(l.id, l.departement_code, (extract(epoch from l.instant) * 1000000)::bigint, l.utilisateur_id, l.role, l.titulaire_id, l.service_referent_id, "
        + "l.acte, l.requete_id, l.nature, l.objet, l.cle, l.beneficiaire_id, l.mesure_id, encode(l.empreinte_valeurs, 'hex'))::text";

    private const string Acces =
        "jsonb_build_array(l.id, l.departement_code, (extract(epoch from l.instant) * 1000000)::bigint, l.utilisateur_id, l.role, l.titulaire_id, l.service_referent_id, "
        + "l.operation, l.requete_id, l.nature, l.objet, l.objet_id, l.beneficiaire_id, l.mesure_id, to_jsonb(l.filtres), l.nombre)::text";

    /// <summary>The first row of the blocks $1 to $2 that is not what was sealed; none when all are.</summary>
    public static string Controle => Fill(SqlEmbarque.Read("JournalControle"));

    /// <summary>The first row that stands among the sealed ones and was never sealed.</summary>
    public static string Ajouts => SqlEmbarque.Read("JournalAjouts");

    /// <summary>What the migration runs.</summary>
    public static string Scellement => Fill(SqlEmbarque.Read("JournalScellement").Replace("{{controle}}", Controle, StringComparison.Ordinal).Replace("{{ajouts}}", Ajouts, StringComparison.Ordinal));

    private static string Fill(string sql) => sql.Replace("{{actes}}", Actes, StringComparison.Ordinal).Replace("{{acces}}", Acces, StringComparison.Ordinal);
}
