using System.Globalization;
using System.Text.Json.Nodes;
using Masp.Api.Tests.Socle;
using NodaTime;
using Npgsql;

namespace Masp.Api.Tests.Beneficiaires;

/// <summary>R63: erased under visa, by two people, and then really gone: every column of every table is asked.</summary>
public sealed class EffacementTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private static readonly LocalDate Echeance = new(2028, 3, 17);

    [Fact]
    public async Task What_was_erased_is_in_no_column_of_no_table_and_a_certificate_without_name_is_left()
    {
        var dossier = new DossierDEssai(api, "Zwxyvuffacé", "Qwilfacette", "1901-04-11");
        await dossier.AbandonnerAsync();
        await dossier.RectifierAsync(new { nom = "Zwxyvucorrigé", motif = "Mariage de Qwilfacette." });
        var agent = await api.PersonAsync(DossierDEssai.Agent);
        (await agent.GetAsync("/recherche?q=Zwxyvu")).Reussie();
        await api.Sql.WriteAsync("analyze");
        await dossier.ArchiverAsync(Echeance);
        await dossier.ViserAsync();
        string[] mots = ["zwxyvuffac", "zwxyvucorrig", "qwilfacette", "1901-04-11"];
        foreach (var mot in mots)
        {
            var before = await FoundAsync(mot);
            Assert.NotEmpty(before);
            Assert.DoesNotContain(before, colonne => colonne.StartsWith("sample of ", StringComparison.Ordinal));
        }

        var certificat = (await dossier.EffacerAsync()).Reussie();

        foreach (var mot in mots)
            Assert.Equal((mot, ""), (mot, string.Join(", ", await FoundAsync(mot))));
        Assert.Equal(0L, await api.Sql.ReadAsync<long>($"select count(*) from masp.beneficiaires where id = '{dossier.Personne}'"));
        Assert.DoesNotMatch("(?i)zwxyvu|qwilfacette", certificat.Texte);
        Assert.Matches(@"^CE-34-2028-\d{4}$", certificat.Lire("numero"));
        Assert.Equal(certificat.Texte, (await agent.GetAsync($"/beneficiaires/{dossier.Personne}/certificat")).Reussie().Texte);
        (await agent.GetAsync($"/beneficiaires/{dossier.Personne}")).AssertRefused(404, "beneficiaire.introuvable");
        (await agent.GetAsync($"/beneficiaires/{dossier.Personne}/export.json")).AssertRefused(404, "beneficiaire.introuvable");
    }

    [Fact]
    public async Task What_was_invoiced_keeps_its_keys_and_says_nothing_of_anybody()
    {
        var dossier = await InvoicedAsync("Zwxyvufacturé", "Qwilfacture", "1901-05-12");
        const string Factures = "select md5(string_agg(l::text, '|' order by l.facture_id, l.ordre)) || (select md5(string_agg(f::text, '|' order by f.id)) from masp.factures f) from masp.lignes_detaillees l";
        var before = await api.Sql.ReadAsync<string>(Factures);
        var commune = await api.Sql.ReadAsync<string>($"select count(*) || ' ' || sum(montant) from masp.lignes_detaillees where contrat_id in (select id from masp.contrats where mesure_id in (select id from masp.mesures where beneficiaire_id = '{dossier}'))");
        var relais = await HandedOverAsync(dossier);
        var export = (await (await api.PersonAsync(DossierDEssai.Agent)).GetAsync($"/beneficiaires/{dossier}/export.json")).Reussie().Texte;
        Assert.Contains("Chez Zwxyvufacturé", export, StringComparison.Ordinal);
        Assert.Contains("Santé de Zwxyvufacturé", export, StringComparison.Ordinal);
        Assert.Contains("Partagee : Zwxyvufacturé", export, StringComparison.Ordinal);
        Assert.DoesNotContain("Propre : Zwxyvufacturé", export, StringComparison.Ordinal);
        await ArchiveAndSignAsync(dossier);
        var mesure = await api.Sql.ReadAsync<Guid>($"select id from masp.mesures where beneficiaire_id = '{dossier}' limit 1");
        (await (await api.PersonAsync(DossierDEssai.Agent)).PostAsync($"/mesures/{mesure}/notes", new { portee = "partagee", texte = "Essai." })).AssertRefused(409, "dossier.archive");

        (await (await api.PersonAsync(DossierDEssai.Decideur)).PostAsync($"/beneficiaires/{dossier}/effacement", new { confirmation = "EFFACER" })).Reussie();

        Assert.Equal("1 0", await api.Sql.ReadAsync<string>(
            $"select (select count(*) from masp.passages_de_relais where id = '{relais}') || ' ' || (select count(*) from masp.mesures_relayees where passage_de_relais_id = '{relais}')"));
        foreach (var mot in new[] { "zwxyvufactur", "qwilfacture", "1901-05-12" })
            Assert.Equal((mot, ""), (mot, string.Join(", ", await FoundAsync(mot))));
        Assert.Equal(before, await api.Sql.ReadAsync<string>(Factures));
        Assert.Equal(commune, await api.Sql.ReadAsync<string>($"select count(*) || ' ' || sum(montant) from masp.lignes_detaillees where contrat_id in (select id from masp.contrats where mesure_id in (select id from masp.mesures where beneficiaire_id = '{dossier}'))"));
        Assert.Equal(
            "Personne effacée||1900-01-01|Personne effacée",
            await api.Sql.ReadAsync<string>(
                $"select b.nom || '|' || b.prenom || '|' || b.date_naissance || '|' || m.beneficiaire_nom from masp.beneficiaires b join masp.mesures m on m.beneficiaire_id = b.id where b.id = '{dossier}' limit 1"));
        var corps = await api.Parcours.CorpsAsync();
        corps.Remove("beneficiaire");
        corps["beneficiaireId"] = dossier;
        (await (await api.IntegrateurAsync()).PostAsync("/demandes", corps)).AssertRefused(400, "beneficiaire.inconnu", "beneficiaireId");
    }

    [Fact]
    public async Task The_account_of_the_person_goes_with_the_file_and_so_does_what_the_journal_tells_of_it()
    {
        var dossier = new DossierDEssai(api, "Zaveccompte");
        await dossier.AbandonnerAsync();
        const string adresse = "zwxyvucompte@exemple.example";
        await api.Sql.WriteAsync(
            $$"""
            insert into acces.utilisateurs
            select (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'nom', 'Zwxyvucompte', 'beneficiaire_id', '{{dossier.Personne}}',
              'email', '{{adresse}}', 'user_name', '{{adresse}}', 'normalized_email', upper('{{adresse}}'), 'normalized_user_name', upper('{{adresse}}')))).*
            from acces.utilisateurs u where u.email = 'beneficiaire@exemple.example'
            """);
        var personne = await api.PersonAsync(adresse);
        var parties = (await personne.GetAsync($"/beneficiaires/{dossier.Personne}/export.json")).Reussie().Corps!["parties"]!.AsArray();
        Assert.Equal("email id nom role user_name", Columns(parties, "utilisateurs"));
        Assert.Equal("appareil expire_le id moyen ouverte_le utilisateur_id vue_le", Columns(parties, "sessions"));
        await api.Sql.WriteAsync("analyze");
        Assert.Contains("journal.valeurs.apres", await FoundAsync("zwxyvucompte"));
        await dossier.ArchiverAsync(Echeance);
        await dossier.ViserAsync();

        (await dossier.EffacerAsync()).Reussie();

        Assert.Equal("", string.Join(", ", await FoundAsync("zwxyvucompte")));
    }

    [Fact]
    public async Task Each_condition_refuses_and_changes_nothing()
    {
        var dossier = new DossierDEssai(api, "Zconditions");
        await dossier.AbandonnerAsync();
        var agent = await api.PersonAsync(DossierDEssai.Agent);
        var visa = new { reference = "AD34-1", date = ApiDeTest.Aujourdhui, service = "Archives" };
        await api.Sql.UnchangedAsync(async () =>
        {
            (await dossier.EffacerAsync()).AssertRefused(409, "effacement.dossier-actif");
            (await agent.PostAsync($"/beneficiaires/{dossier.Personne}/visas", visa)).AssertRefused(409, "visa.dossier-actif");
        });
        await dossier.ArchiverAsync(Echeance);
        await api.Sql.UnchangedAsync(async () =>
        {
            (await dossier.EffacerAsync()).AssertRefused(409, "effacement.visa-manquant");
            Assert.Equal(403, (int)(await dossier.EffacerAsync(DossierDEssai.Agent)).Statut);
            (await agent.PostAsync($"/beneficiaires/{dossier.Personne}/visas", new { reference = "Dossier zconditions", visa.date, visa.service })).AssertRefused(400, "visa.nominatif", "reference");
            (await agent.PostAsync($"/beneficiaires/{dossier.Personne}/visas", new { reference = "AD34-1", date = "2028-03-18", visa.service })).AssertRefused(400, "visa.date-future", "date");
            (await agent.PostAsync($"/beneficiaires/{dossier.Personne}/visas", new { reference = "", visa.date, service = "" })).AssertRefused(400, "champ.obligatoire", "reference");
        });
        var decideur = await api.PersonAsync(DossierDEssai.Decideur);
        (await decideur.PostAsync($"/beneficiaires/{dossier.Personne}/visas", visa)).Reussie();
        await api.Sql.UnchangedAsync(async () =>
        {
            (await dossier.EffacerAsync()).AssertRefused(409, "effacement.meme-personne");
            (await agent.PostAsync($"/beneficiaires/{dossier.Personne}/visas", visa)).AssertRefused(409, "visa.deja-enregistre", "reference");
            (await decideur.PostAsync($"/beneficiaires/{dossier.Personne}/effacement", new { confirmation = "effacer" })).AssertRefused(400, "effacement.confirmation", "confirmation");
            (await decideur.PostAsync($"/beneficiaires/{DossierDEssai.Inconnue}/effacement", new { confirmation = "EFFACER" })).AssertRefused(404, "beneficiaire.introuvable");
        });
    }

    [Fact]
    public async Task A_Facture_that_is_not_issued_refuses()
    {
        var dossier = await InvoicedAsync("Zwxyvuattente", "Qwilattente", "1901-06-13");
        await ArchiveAndSignAsync(dossier);
        await api.Sql.WriteAsync(
            $"""
            alter table masp.factures disable trigger garder_facture;
            update masp.factures set etat = 'Validee', numero = null where id = (
              select facture_id from masp.lignes_detaillees where contrat_id in (select k.id from masp.contrats k join masp.mesures m on m.id = k.mesure_id where m.beneficiaire_id = '{dossier}') limit 1);
            set constraints all immediate;
            alter table masp.factures enable trigger garder_facture
            """);

        await api.Sql.UnchangedAsync(async () =>
            (await (await api.PersonAsync(DossierDEssai.Decideur)).PostAsync($"/beneficiaires/{dossier}/effacement", new { confirmation = "EFFACER" }))
            .AssertRefused(409, "effacement.facture-en-attente"));
    }

    [Fact]
    public async Task Of_two_who_erase_at_once_one_does_and_numbers_have_no_gap()
    {
        var dossier = new DossierDEssai(api, "Zdeuxeffacent");
        await dossier.AbandonnerAsync();
        await dossier.ArchiverAsync(Echeance);
        await dossier.ViserAsync();

        var answers = await Task.WhenAll(dossier.EffacerAsync(), dossier.EffacerAsync());

        Assert.Single(answers, a => (int)a.Statut == 201);
        Assert.Single(answers, a => a.Code == "beneficiaire.introuvable");
        Assert.True(await api.Sql.ReadAsync<bool>("select count(*) = max(right(numero, 4)::int) from masp.certificats_effacement"));
    }

    /// <summary>Table and column of every value that holds the word, in every schema, what the planner samples included.</summary>
    private async Task<IReadOnlyList<string>> FoundAsync(string mot)
    {
        await using var session = new NpgsqlConnection(api.Base.Administration);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        var asked = await ListAsync(
            session,
            """
            select format('select %L where exists (select from %s t where %s ilike %L)', c.oid::regclass || '.' || a.attname, c.oid::regclass,
              case when a.atttypid = 'bytea'::regtype then format('encode(t.%I, ''escape'')', a.attname) else format('t.%I::text', a.attname) end, '%' || @mot || '%')
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('information_schema', 'pg_toast') and n.nspname not like 'pg\_temp%'
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind in ('r', 'p') and n.nspname <> 'pg_catalog'
            union all
            select format(
              'select distinct %L || s.starelid::regclass || %L || a.attname from pg_statistic s join pg_attribute a on a.attrelid = s.starelid and a.attnum = s.staattnum where s::text ilike %L',
              'sample of ', '.', '%' || @mot || '%')
            """.Replace("@mot", "'" + mot + "'", StringComparison.Ordinal));
        Assert.True(asked.Count > 300, $"only {asked.Count} columns were asked");
        return await ListAsync(session, string.Join(" union all ", asked));
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session) { CommandTimeout = 120 };
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(reader.GetString(0));
        return rows;
    }

    /// <summary>A person of the demonstration whose ended Mesure was invoiced, under a name that nobody else bears.</summary>
    private async Task<Guid> InvoicedAsync(string nom, string prenom, string dateNaissance)
    {
        api.Avancer(new LocalDate(2026, 3, 16));
        var personne = await api.Sql.ReadAsync<Guid>(
            """
            select m.beneficiaire_id from masp.mesures m join masp.contrats k on k.mesure_id = m.id join masp.beneficiaires b on b.id = m.beneficiaire_id
            where m.etat = 'Terminee' and b.archive_le is null and b.nom not like 'Zwxy%' and not masp.dossier_ouvert(b.id)
              and exists (select from masp.lignes_detaillees l where l.contrat_id = k.id) and not masp.facture_en_attente(b.id)
            order by m.beneficiaire_id limit 1
            """);
        var agent = await api.PersonAsync(DossierDEssai.Agent);
        (await agent.PostAsync(
            $"/beneficiaires/{personne}/rectification", new { nom, prenom, dateNaissance, motif = $"Essai de {nom}." },
            await agent.VersionAsync($"/beneficiaires/{personne}"))).Reussie();
        await api.Sql.WriteAsync(
            $"""
            with mesure as (select * from masp.mesures where beneficiaire_id = '{personne}' limit 1),
            sante as (
              insert into masp.informations_de_sante (departement_code, mesure_id, texte, maj_le, utilisateur_id, revision)
              select departement_code, id, 'Santé de {nom}.', debut, gen_random_uuid(), 1 from mesure),
            rencontre as (
              insert into masp.rencontres (departement_code, id, mesure_id, titulaire_id, intervenant_id, etat, date, duree_minutes, lieu, note, enregistree_le, revision)
              select m.departement_code, gen_random_uuid(), m.id, t.titulaire_id, (select i.id from masp.intervenants i limit 1), 'Tenue', m.debut, 60, 'Domicile', 'Chez {nom}.', m.debut, 1
              from mesure m join masp.tenues t on t.mesure_id = m.id and t.debut <= m.debut limit 1
              returning *),
            correction as (
              insert into masp.corrections_de_rencontre (departement_code, rencontre_id, rang, le, utilisateur_id, motif, avant)
              select departement_code, id, 1, date, gen_random_uuid(), 'Essai de {nom}.', to_jsonb(rencontre) from rencontre)
            insert into masp.notes (departement_code, id, mesure_id, le, utilisateur_id, titulaire_id, organisme, portee, texte, revision)
            select departement_code, gen_random_uuid(), id, debut, gen_random_uuid(), titulaire_id, 'Essai', portee, portee || ' : {nom}.', 1
            from mesure, unnest(array['Partagee', 'Propre']) portee
            """);
        return personne;
    }

    private static string Columns(JsonArray parties, string table) => string.Join(
        ' ', parties.Single(p => p!["table"]!.ToString() == table)!["lignes"]![0]!.AsObject().Select(c => c.Key).Except(["beneficiaire_id"]).Order(StringComparer.Ordinal));

    /// <summary>A hand-over that took the person's Mesure, and nothing else.</summary>
    private async Task<Guid> HandedOverAsync(Guid personne)
    {
        var relais = Guid.CreateVersion7();
        await api.Sql.WriteAsync(
            $"""
            with mesure as (select * from masp.mesures where beneficiaire_id = '{personne}' limit 1),
            relais as (
              insert into masp.passages_de_relais (departement_code, id, etendue, cedant_id, repreneur_id, lot_code, demandee, prevu_le, motif, revision)
              select departement_code, '{relais}', 'Mesure', titulaire_id, (select t.id from masp.titulaires t where t.id <> titulaire_id limit 1), lot_code, debut, debut, 'Essai.', 1 from mesure)
            insert into masp.mesures_relayees (departement_code, passage_de_relais_id, mesure_id, numero, date, rencontre_equipes_le, rencontre_personne_le)
            select departement_code, '{relais}', id, numero, debut, debut, debut from mesure
            """);
        return relais;
    }

    private async Task ArchiveAndSignAsync(Guid personne)
    {
        api.Avancer(Echeance);
        var agent = await api.PersonAsync(DossierDEssai.Agent);
        Assert.Equal("1", (await agent.PostAsync("/archivages", new { beneficiaireIds = new[] { personne } })).Reussie().Lire("archives"));
        (await agent.PostAsync(
            $"/beneficiaires/{personne}/visas", new { reference = "AD34-2028-18", date = Echeance.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), service = "Archives départementales" })).Reussie();
    }
}
