using Masp.Domain.Acces;
using NodaTime;
using Npgsql;

namespace Masp.Api.Tests.Acces;

/// <summary>Every row of every table, and what each is for the rules of access. A table that nobody placed here is asked of by a test.</summary>
internal sealed class LignesVues
{
    private static readonly string[] Referentiel =
        ["departements", "reglements", "lots", "communes", "affectations", "titulaires", "conventions", "services_referents", "habilitations", "baremes", "series"];

    /// <summary>The columns that the Cible of a row is made from.</summary>
    private static readonly Dictionary<string, (string Columns, Func<Faits, Row, Cible> Cible)> Others = new()
    {
        ["mesures"] = ("id", (f, r) => f.Mesure(r.Id)),
        ["contrats"] = ("mesure_id, debut", (f, r) => f.Mesure(r.Id, jour: r.Jour)),
        ["suspensions"] = ("mesure_id, debut", (f, r) => f.Mesure(r.Id, jour: r.Jour)),
        ["changements_de_gestion"] = ("mesure_id, date", (f, r) => f.Mesure(r.Id, jour: r.Jour)),
        ["residences"] = ("mesure_id, debut", (f, r) => f.Mesure(r.Id, jour: r.Jour)),
        ["suivis"] = ("mesure_id, debut", (f, r) => f.Mesure(r.Id, jour: r.Jour)),
        ["tenues"] = ("mesure_id, debut", (f, r) => f.Mesure(r.Id, jour: r.Jour)),
        ["bons_de_commande"] = ("id", (f, r) => f.Bon(r.Id)),
        ["preparations_de_contrat"] = ("bon_de_commande_id", (f, r) => f.Bon(r.Id)),
        ["rendez_vous"] = ("bon_de_commande_id", (f, r) => f.Bon(r.Id)),
        ["autorisations_de_gestion"] = ("bon_de_commande_id", (f, r) => f.Bon(r.Id)),
        ["scans_de_contrat"] = ("bon_de_commande_id", (f, r) => f.Bon(r.Id)),
        ["copies_de_contrat"] = ("bon_de_commande_id", (f, r) => f.Bon(r.Id)),
        ["deplacements"] = ("bon_de_commande_id", (f, r) => f.Bon(r.Id)),
        ["demandes"] = ("id", (f, r) => f.Demande(r.Id)),
        ["avis"] = ("demande_id", (f, r) => f.Demande(r.Id)),
        ["beneficiaires"] = ("id", (f, r) => f.Personne(r.Id, r.Departement)),
        ["commissions"] = ("id", (_, r) => Faits.Simple(NatureCible.Seance, r.Departement)),
        ["points_ordre_du_jour"] = ("commission_id", (_, r) => Faits.Simple(NatureCible.Seance, r.Departement)),
        ["factures"] = ("id", (f, r) => f.Facture(r.Id)),
        ["lignes_facture"] = ("facture_id", (f, r) => f.Facture(r.Id)),
        ["lignes_detaillees"] = ("facture_id", (f, r) => f.Facture(r.Id)),
        ["passages_de_relais"] = ("id", (f, r) => f.Relais(r.Id)),
        ["mesures_relayees"] = ("passage_de_relais_id", (f, r) => f.Relais(r.Id)),
        ["tours_de_role"] = ("null::uuid, null::date, lot_code", (f, r) => f.Registre(r.Departement, r.Lot!)),
        ["places"] = ("null::uuid, null::date, lot_code", (f, r) => f.Registre(r.Departement, r.Lot!)),
        ["inscriptions"] = ("null::uuid, null::date, lot_code", (f, r) => f.Registre(r.Departement, r.Lot!)),
        ["intervenants"] = ("titulaire_id", (_, r) => Faits.Simple(NatureCible.Intervenant, r.Departement, r.Id)),
        ["quotites"] = ("intervenant_id", (f, r) => Faits.Simple(NatureCible.Equipe, r.Departement, f.TitulaireOf(r.Id))),
        ["absences"] = ("intervenant_id", (f, r) => Faits.Simple(NatureCible.Equipe, r.Departement, f.TitulaireOf(r.Id))),
        ["rencontres"] = ("mesure_id, date", (f, r) => f.Mesure(r.Id, jour: r.Jour)),
        ["corrections_de_rencontre"] = (
            "(select x.mesure_id from masp.rencontres x where x.departement_code = t.departement_code and x.id = t.rencontre_id), (select x.date from masp.rencontres x where x.departement_code = t.departement_code and x.id = t.rencontre_id)",
            (f, r) => f.Mesure(r.Id, jour: r.Jour)),
        ["notes"] = ("mesure_id, le", (f, r) => f.Note(r.OwnId!, r.Id, r.Jour)),
        ["informations_de_sante"] = ("mesure_id", (f, r) => f.Mesure(r.Id, NatureCible.Sante)),
        ["quotas"] = ("null::uuid", (_, r) => new Cible(NatureCible.Compte, r.Departement)),
        ["alertes"] = ("null::uuid", (_, r) => new Cible(NatureCible.Compte, r.Departement)),
        ["rectifications"] = ("beneficiaire_id", (_, r) => Faits.Simple(NatureCible.Conservation, r.Departement)),
        ["archivages"] = ("beneficiaire_id", (_, r) => Faits.Simple(NatureCible.Conservation, r.Departement)),
        ["visas_archives"] = ("beneficiaire_id", (_, r) => Faits.Simple(NatureCible.Conservation, r.Departement)),
        ["certificats_effacement"] = ("beneficiaire_id", (_, r) => Faits.Simple(NatureCible.Conservation, r.Departement)),
        ["projets_intervention"] = ("mesure_id", (f, r) => f.Mesure(r.Id)),
        ["versions_de_projet"] = ("mesure_id, etabli_le", (f, r) => f.Mesure(r.Id, jour: r.Jour)),
        ["bilans"] = ("mesure_id, transmis_le", (f, r) => f.Mesure(r.Id, jour: r.Jour)),
        ["avenants"] = ("mesure_id, propose_le", (f, r) => f.Mesure(r.Id, jour: r.Jour)),
        ["demandes_de_fin"] = ("mesure_id, proposee_le", (f, r) => f.Mesure(r.Id, jour: r.Jour)),
        ["points_de_bilan"] = ("commission_id", (_, r) => Faits.Simple(NatureCible.Seance, r.Departement)),
        ["echeances"] = (Echeance, (f, r) => EcheanceOf(f, r)),
        ["decalages"] = (
            string.Join(", ", Echeance.Split(", ").Select(c => $"(select {c} from masp.echeances e where e.departement_code = t.departement_code and e.id = t.echeance_id)")), (f, r) => EcheanceOf(f, r)),
        ["cles_de_rejeu"] = ("utilisateur_id", (_, r) => new Cible(NatureCible.Rejeu, r.Departement) { Utilisateurs = [r.Id] }),
    };

    private readonly Dictionary<string, List<(Row Row, Cible Cible)>> _rows;

    /// <summary>Whose it is, the day it was closed (none is later than one still open), and what the first column is.</summary>
    private const string Echeance =
        "coalesce(mesure_id,bon_de_commande_id,titulaire_id), coalesce(close_le,date '2999-12-31'), case when mesure_id is not null then 'mesure' when bon_de_commande_id is not null then 'bon' end";

    private LignesVues(Dictionary<string, List<(Row, Cible)>> rows) => _rows = rows;

    public static IReadOnlyList<string> Tables { get; } = [.. Referentiel, .. Others.Keys];

    public int Count => _rows.Values.Sum(r => r.Count);

    /// <summary>The tables that have a row.</summary>
    public IEnumerable<string> Filled => _rows.Where(t => t.Value.Count > 0).Select(t => t.Key);

    public static async Task<LignesVues> LoadAsync(NpgsqlConnection session)
    {
        var faits = await Faits.LoadAsync(session);
        var rows = new Dictionary<string, List<(Row, Cible)>>();
        foreach (var table in Referentiel)
            rows[table] = [.. (await ReadAsync(session, table, "null::uuid")).Select(r => (r, Faits.Simple(NatureCible.Referentiel, r.Departement)))];
        foreach (var (table, (columns, cible)) in Others)
            rows[table] = [.. (await ReadAsync(session, table, columns)).Select(r => (r, cible(faits, r)))];
        return new LignesVues(rows);
    }

    /// <summary>By table, the rows that the rules let this one see.</summary>
    public Dictionary<string, IReadOnlySet<string>> SeenBy(Acteur acteur, LocalDate jour) => _rows.ToDictionary(
        t => t.Key, t => (IReadOnlySet<string>)t.Value.Where(r => Droits.Sees(acteur, r.Cible, jour).Admis).Select(r => r.Row.Cle).ToHashSet());

    public IReadOnlySet<string> IdsOf(string table, IReadOnlySet<string> rows) =>
        _rows[table].Where(r => rows.Contains(r.Row.Cle)).Select(r => r.Row.OwnId!).ToHashSet();

    /// <summary>What a Titulaire owes over all its files is its managers' business, as its Factures are.</summary>
    private static Cible EcheanceOf(Faits faits, Row row) => row.Lot switch
    {
        "mesure" => faits.Mesure(row.Id, jour: row.Jour),
        "bon" => faits.Bon(row.Id),
        _ => Faits.Simple(NatureCible.Facture, row.Departement, row.Id),
    };

    private static async Task<List<Row>> ReadAsync(NpgsqlConnection session, string table, string columns)
    {
        var parts = columns.Split(", ");
        await using var command = new NpgsqlCommand(
            $"select ctid::text, departement_code::text, {parts[0]}, {(parts.Length > 1 ? parts[1] : "null::date")}, {(parts.Length > 2 ? parts[2] : "null::text")}, to_jsonb(t) ->> 'id' from masp.{table} t",
            session);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<Row>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(new Row(
                reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? Guid.Empty : reader.GetGuid(2),
                reader.IsDBNull(3) ? null : LocalDate.FromDateOnly(reader.GetFieldValue<DateOnly>(3)), reader.IsDBNull(4) ? null : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5)));
        }

        return rows;
    }

    internal sealed record Row(string Cle, string Departement, Guid Id, LocalDate? Jour, string? Lot, string? OwnId);
}
