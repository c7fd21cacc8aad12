using System.Globalization;
using NodaTime;
using Npgsql;

namespace Masp.Api.Tests.Acces;

/// <summary>
/// A few random rows of every table that says who sees what, in two Departements: titulaires, workers, absences, files in every state of a
/// hand-over. Written in the transaction of the caller, where the triggers sleep: the rows need not be a life that happened.
/// </summary>
internal sealed class PetitMonde(NpgsqlConnection session, Random hasard, LocalDate jour)
{
    private readonly Dictionary<string, IReadOnlyList<Column>> _columns = [];
    private int _rang;

    public Guid[] Titulaires { get; } = Ids(hasard, 2);

    public Guid[] Services { get; } = Ids(hasard, 2);

    public Guid[] Comptes { get; } = Ids(hasard, 5);

    public Guid[] Personnes { get; } = Ids(hasard, 4);

    public async Task FillAsync()
    {
        await ExecuteAsync("set local session_replication_role = replica");
        foreach (var departement in new[] { "34", "99" })
            await FillAsync(departement);
    }

    private async Task FillAsync(string departement)
    {
        foreach (var lot in new[] { "1", "2" })
        {
            await RowAsync("lots", departement, ("code", lot));
            await RowAsync("tours_de_role", departement, ("lot_code", lot));
            await RowAsync("places", departement, ("lot_code", lot), ("titulaire_id", Pick(Titulaires)));
            await RowAsync("inscriptions", departement, ("lot_code", lot));
        }

        foreach (var table in new[] { "departements", "reglements", "communes", "affectations", "baremes", "habilitations", "commissions", "points_ordre_du_jour", "points_de_bilan", "series" })
            await RowAsync(table, departement);
        foreach (var titulaire in Titulaires)
        {
            await RowAsync("titulaires", departement, ("id", titulaire));
            await RowAsync("conventions", departement, ("titulaire_id", titulaire), ("lot_code", Pick("1", "2")), ("debut", Day(-900)), ("fin", hasard.Next(2) == 0 ? null : Day(-1)));
            await InvoiceAsync(departement, titulaire);
            await EcheanceAsync(departement, null, null, null, titulaire);
            var relais = Next();
            var (cedant, repreneur) = hasard.Next(2) == 0 ? (titulaire, Next()) : (Next(), titulaire);
            await RowAsync("passages_de_relais", departement, ("id", relais), ("cedant_id", cedant), ("repreneur_id", repreneur));
            await RowAsync("mesures_relayees", departement, ("passage_de_relais_id", relais));
        }

        foreach (var table in new[] { "quotas", "alertes" })
            await RowAsync(table, departement, ("nature", "dossiers"));
        foreach (var service in Services)
            await RowAsync("services_referents", departement, ("id", service));
        foreach (var compte in Comptes)
            await RowAsync("cles_de_rejeu", departement, ("utilisateur_id", compte));
        var workers = await WorkersAsync(departement);
        foreach (var personne in Personnes)
        {
            var service = Pick(Services);
            var asked = hasard.Next(5) > 0;
            await RowAsync("beneficiaires", departement, ("id", personne), ("service_deposant", asked && hasard.Next(2) == 0 ? service : null));
            await RowAsync("rectifications", departement, ("beneficiaire_id", personne), ("apres", "{\"nom\":\"Essai\"}"));
            await RowAsync("archivages", departement, ("beneficiaire_id", personne), ("nature", "Archivage"));
            await RowAsync("visas_archives", departement, ("beneficiaire_id", personne));
            await RowAsync("certificats_effacement", departement, ("beneficiaire_id", personne));
            if (asked)
                await FileAsync(departement, personne, service, workers);
        }
    }

    private async Task InvoiceAsync(string departement, Guid titulaire)
    {
        var facture = Next();
        await RowAsync("factures", departement, ("id", facture), ("titulaire_id", titulaire));
        await RowAsync("lignes_facture", departement, ("facture_id", facture));
        await RowAsync("lignes_detaillees", departement, ("facture_id", facture), ("contrat_id", Next()), ("quantite", 1));
    }

    private async Task<List<(Guid Id, Guid Titulaire)>> WorkersAsync(string departement)
    {
        var workers = new List<(Guid, Guid)>();
        foreach (var compte in Comptes)
        {
            var (id, titulaire) = (Next(), Pick(Titulaires));
            await RowAsync("intervenants", departement, ("id", id), ("titulaire_id", titulaire), ("utilisateur_id", hasard.Next(6) == 0 ? null : compte), ("est_chef", true),
                ("entree", Day(hasard.Next(4) == 0 ? Near() : -1000)), ("sortie", hasard.Next(5) == 0 ? Day(Math.Max(2, Near())) : null));
            await RowAsync("quotites", departement, ("intervenant_id", id));
            workers.Add((id, titulaire));
        }

        foreach (var (id, titulaire) in workers.Where(_ => hasard.Next(2) == 0))
        {
            var debut = Near();
            var colleagues = workers.Where(w => w.Item1 != id && w.Item2 == titulaire).ToList();
            if (colleagues.Count > 0)
                await RowAsync("absences", departement, ("intervenant_id", id), ("debut", Day(debut)), ("fin", Day(debut + hasard.Next(4))), ("remplacant_id", Pick(colleagues).Item1));
        }

        return workers;
    }

    private async Task FileAsync(string departement, Guid personne, Guid service, List<(Guid Id, Guid Titulaire)> workers)
    {
        var (demande, bon, mesure, titulaire) = (Next(), Next(), Next(), Pick(Titulaires));
        await RowAsync("demandes", departement, ("id", demande), ("beneficiaire_id", personne), ("service_referent_id", service));
        await RowAsync("avis", departement, ("demande_id", demande));
        if (hasard.Next(6) == 0)
            return;
        await RowAsync("bons_de_commande", departement, ("id", bon), ("demande_id", demande), ("beneficiaire_id", personne), ("service_referent_id", service), ("titulaire_id", titulaire),
            ("intervenant_id", hasard.Next(2) == 0 ? null : Pick(workers.Where(w => w.Titulaire == titulaire).DefaultIfEmpty(workers[0])).Id));
        await RowAsync("deplacements", departement, ("bon_de_commande_id", bon));
        await RowAsync("preparations_de_contrat", departement, ("bon_de_commande_id", bon));
        await RowAsync("rendez_vous", departement, ("bon_de_commande_id", bon), ("etat", "Pris"));
        await RowAsync("autorisations_de_gestion", departement, ("bon_de_commande_id", bon));
        await RowAsync("scans_de_contrat", departement, ("bon_de_commande_id", bon), ("contenu", new byte[] { 1 }));
        await RowAsync("copies_de_contrat", departement, ("bon_de_commande_id", bon));
        await EcheanceAsync(departement, bon, null, null);
        if (hasard.Next(6) == 0)
            return;
        var handOver = hasard.Next(2) == 0 ? (int?)null : Near();
        var last = handOver is null ? titulaire : Titulaires.First(t => t != titulaire);
        var follower = workers.Where(w => w.Titulaire == last).Select(w => (Guid?)w.Id).FirstOrDefault(_ => hasard.Next(4) > 0);
        var since = handOver ?? -500;
        await RowAsync("mesures", departement, ("id", mesure), ("bon_de_commande_id", bon), ("beneficiaire_id", personne), ("service_referent_id", service), ("titulaire_id", last),
            ("titulaire_depuis", Day(since)), ("titulaire_precedent_id", handOver is null ? null : titulaire), ("intervenant_id", follower), ("intervenant_depuis", follower is null ? null : Day(since)),
            ("debut", Day(-500)), ("fin_prevue", Day(200)));
        if (handOver is { } day)
        {
            await RowAsync("tenues", departement, ("mesure_id", mesure), ("titulaire_id", titulaire), ("debut", Day(-500)), ("fin", Day(day - 1)));
            if (workers.Where(w => w.Titulaire == titulaire).Select(w => (Guid?)w.Id).FirstOrDefault() is { } before)
                await RowAsync("suivis", departement, ("mesure_id", mesure), ("intervenant_id", before), ("debut", Day(-500)), ("fin", Day(day - 1)));
        }

        await RowAsync("tenues", departement, ("mesure_id", mesure), ("titulaire_id", last), ("debut", Day(since)), ("fin", null));
        if (follower is { } worker)
            await RowAsync("suivis", departement, ("mesure_id", mesure), ("intervenant_id", worker), ("debut", Day(since)), ("fin", null));
        await RowAsync("contrats", departement, ("mesure_id", mesure), ("debut", Day(-500)), ("fin_prevue", Day(200)));
        foreach (var offset in new[] { -300, Near(), 50 })
            await RowAsync("suspensions", departement, ("mesure_id", mesure), ("debut", Day(offset)), ("fin", Day(offset)));
        foreach (var (auteur, offset) in new (string?, int)[] { ("titulaire_id", -300), ("titulaire_id", Near()), ("service_referent_id", Near()), (null, Near()) })
        {
            (string, object?)[] body = auteur is null ? [] : [(auteur, auteur == "titulaire_id" ? Pick(Titulaires) : service)];
            await RowAsync("notes", departement, [("mesure_id", mesure), ("le", Day(offset)), ("portee", hasard.Next(2) == 0 ? "Partagee" : "Propre"), .. body]);
        }

        foreach (var offset in new[] { -300, Near(), 50 })
        {
            var rencontre = Next();
            await RowAsync("rencontres", departement, ("id", rencontre), ("mesure_id", mesure), ("date", Day(offset)), ("etat", "Tenue"), ("duree_minutes", 60));
            await RowAsync("corrections_de_rencontre", departement, ("rencontre_id", rencontre));
        }

        await SuitesAsync(departement, mesure);
        await RowAsync("informations_de_sante", departement, ("mesure_id", mesure));
        foreach (var close in new DateOnly?[] { null, Day(-300), Day(Near()), Day(Near()) })
            await EcheanceAsync(departement, bon, mesure, close);
        await RowAsync("changements_de_gestion", departement, ("mesure_id", mesure), ("date", Day(Near())));
        await RowAsync("residences", departement, ("mesure_id", mesure), ("debut", Day(Near())));
    }

    /// <summary>What is written in the life of a measure, before, around and after a hand-over.</summary>
    private async Task SuitesAsync(string departement, Guid mesure)
    {
        await RowAsync("projets_intervention", departement, ("mesure_id", mesure));
        foreach (var offset in new[] { -300, Near(), 50 })
        {
            await RowAsync("versions_de_projet", departement, ("mesure_id", mesure), ("etabli_le", Day(offset)));
            await RowAsync("bilans", departement, ("mesure_id", mesure), ("nature", "Etape"), ("mois", 6), ("etat", "Transmis"), ("etabli_le", Day(offset)), ("transmis_le", Day(offset)));
            await RowAsync("avenants", departement, ("mesure_id", mesure), ("accord_le", Day(offset)), ("propose_le", Day(offset)));
            await RowAsync("demandes_de_fin", departement, ("mesure_id", mesure), ("proposee_le", Day(offset)));
        }
    }

    private async Task EcheanceAsync(string departement, Guid? bon, Guid? mesure, DateOnly? close, Guid? titulaire = null)
    {
        var id = Next();
        await RowAsync(
            "echeances", departement, ("id", id), ("bon_de_commande_id", bon), ("mesure_id", mesure), ("titulaire_id", titulaire), ("close_le", close), ("etat", close is null ? "Ouverte" : "SansObjet"));
        await RowAsync("decalages", departement, ("echeance_id", id));
    }

    /// <summary>One row: what is told, and for the rest something the column takes.</summary>
    private async Task RowAsync(string table, string departement, params (string Name, object? Value)[] told)
    {
        var values = told.Append(("departement_code", departement)).ToDictionary(t => t.Item1, t => t.Item2);
        var columns = (await ColumnsAsync(table)).Where(c => c.Needed || values.ContainsKey(c.Name)).ToList();
        Assert.Empty(values.Keys.Except(columns.Select(c => c.Name)));
        await using var command = new NpgsqlCommand(
            $"insert into masp.{table} ({string.Join(", ", columns.Select(c => c.Name))}) values ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})", session);
        foreach (var column in columns)
        {
            var parameter = new NpgsqlParameter { Value = (values.TryGetValue(column.Name, out var value) ? value : Something(column)) ?? DBNull.Value };
            if (column.Type == "jsonb")
                parameter.NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb;
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private object Something(Column column) => column.Type switch
    {
        "uuid" => Next(),
        "bool" => false,
        "date" => jour.ToDateOnly(),
        "timestamptz" => DateTime.UnixEpoch,
        "numeric" => 0.5m,
        "int4" => ++_rang,
        "int8" => (long)++_rang,
        "jsonb" => "{}",
        "_text" or "_varchar" => Array.Empty<string>(),
        "text" or "varchar" => (++_rang).ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"No value for {column.Name} {column.Type}."),
    };

    private async Task<IReadOnlyList<Column>> ColumnsAsync(string table)
    {
        if (_columns.TryGetValue(table, out var known))
            return known;
        await using var command = new NpgsqlCommand(
            """
            select column_name::text, udt_name::text, is_nullable = 'NO' and column_default is null from information_schema.columns
            where table_schema = 'masp' and table_name = $1 and is_generated = 'NEVER'
            """,
            session)
        { Parameters = { new() { Value = table } } };
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var columns = new List<Column>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            columns.Add(new Column(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        return _columns[table] = columns;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, session);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private Guid Next() => Ids(hasard, 1)[0];

    private int Near() => hasard.Next(-2, 3);

    private DateOnly Day(int offset) => jour.PlusDays(offset).ToDateOnly();

    private T Pick<T>(params IEnumerable<T> among) => among.ElementAt(hasard.Next(among.Count()));

    private static Guid[] Ids(Random hasard, int count)
    {
        var ids = new Guid[count];
        for (var i = 0; i < count; i++)
        {
            var bytes = new byte[16];
            hasard.NextBytes(bytes);
            ids[i] = new Guid(bytes);
        }

        return ids;
    }

    private sealed record Column(string Name, string Type, bool Needed);
}
