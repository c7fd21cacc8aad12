using Masp.Api.Tests.Socle;
using Npgsql;

namespace Masp.Api.Tests.Attributions;

/// <summary>R13 to R15 over HTTP: the appointment, what the contract says, its steps and its copies.</summary>
public sealed class PreparationTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Agent = "agent@herault.example";

    [Fact]
    public async Task From_the_appointment_to_the_copies_each_step_is_dated_and_in_order()
    {
        var bon = await api.Parcours.AttribuerAsync();
        var agent = await api.PersonAsync(Agent);
        var path = $"/bons-de-commande/{bon}";
        var gestion = (await agent.GetAsync(path)).Reussie().Corps!["avecGestion"]!.GetValue<bool>();
        object contrat = gestion
            ? new { obligations = "Un.", suivi = "Deux.", revision = "Trois.", depenses = new[] { "loyer" }, autorisations = new[] { new { prestation = "D271-2-01" } } }
            : new { obligations = "Un.", suivi = "Deux.", revision = "Trois." };

        Assert.False((await agent.GetAsync(path + "/preparation")).Reussie().Corps!["ecrit"]!.GetValue<bool>());
        (await agent.PostAsync(path + "/rendez-vous", new { date = ApiDeTest.Aujourdhui, lieu = "Domicile", heure = "14:30" })).Reussie();
        (await agent.PostAsync(path + "/preparation/presignature", new { }, await agent.VersionAsync(path + "/preparation"))).AssertRefused(409, "contrat.contenu-absent");
        (await agent.PostAsync(path + "/preparation/contrat", contrat)).AssertRefused(428, "version.manquante");
        (await agent.PostAsync(path + "/preparation/contrat", contrat, await agent.VersionAsync(path + "/preparation"))).Reussie();
        (await agent.PostAsync(path + "/preparation/presignature", new { }, await agent.VersionAsync(path + "/preparation"))).Reussie();
        (await agent.PostAsync(path + "/preparation/copies", new { destinataire = "personne" })).AssertRefused(409, "copie.avant-signature");
        (await agent.PostAsync(path + "/signature", new { datePremiereRencontre = ApiDeTest.Aujourdhui, dateSignature = ApiDeTest.Aujourdhui })).Reussie();
        var after = (await agent.PostAsync(path + "/preparation/copies", new { destinataire = "personne" })).Reussie();

        Assert.Equal(gestion ? 5 : 3, after.Corps!["copiesAttendues"]!.AsArray().Count);
        Assert.Equal(
            $"Tenu {ApiDeTest.Aujourdhui} {ApiDeTest.Aujourdhui}",
            await api.Sql.ReadAsync<string>($"select concat_ws(' ', r.etat, p.pre_signe_le, c.envoyee_le) from masp.rendez_vous r join masp.preparations_de_contrat p using (bon_de_commande_id) join masp.copies_de_contrat c using (bon_de_commande_id) where bon_de_commande_id = '{bon}'"));
        var changed = await Assert.ThrowsAsync<PostgresException>(() => api.Sql.WriteAsync($"update masp.preparations_de_contrat set pre_signe_le = null where bon_de_commande_id = '{bon}'"));
        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, changed.SqlState);
    }

    [Fact]
    public async Task A_missed_appointment_says_on_whose_account_and_the_order_waits_for_another()
    {
        var bon = await api.Parcours.AttribuerAsync();
        var agent = await api.PersonAsync(Agent);
        var path = $"/bons-de-commande/{bon}";
        (await agent.PostAsync(path + "/rendez-vous", new { date = ApiDeTest.Aujourdhui, lieu = "Domicile" })).Reussie();

        await api.Sql.UnchangedAsync(async () =>
        {
            (await agent.PostAsync(path + "/rendez-vous/constat", new { tenu = false })).AssertRefused(400, "rendez-vous.cause-obligatoire", "cause");
            (await agent.PostAsync(path + "/rendez-vous", new { date = "2026-03-15", lieu = "Domicile" })).AssertRefused(400, "rendez-vous.date-passee", "date");
            (await agent.PostAsync(path + "/preparation/contrat", new { obligations = "Un.", suivi = "Deux.", revision = "Trois.", autorisations = new[] { new { prestation = "X" } } }, await agent.VersionAsync(path + "/preparation")))
                .AssertRefused(await GestionAsync(bon) ? 400 : 409, await GestionAsync(bon) ? "autorisation.prestation-inconnue" : "contrat.gestion-sans-objet");
            (await (await api.PersonAsync("comptable@herault.example")).PostAsync(path + "/rendez-vous", new { date = ApiDeTest.Aujourdhui, lieu = "Domicile" })).AssertRefused(403, "acces.refuse");
        });
        var missed = (await agent.PostAsync(path + "/rendez-vous/constat", new { tenu = false, cause = "beneficiaire", commentaire = "Absente." })).Reussie();

        Assert.Null(missed.Corps!["prochain"]);
        Assert.Equal("Manque Beneficiaire Absente.", await api.Sql.ReadAsync<string>($"select concat_ws(' ', etat, cause, commentaire) from masp.rendez_vous where bon_de_commande_id = '{bon}'"));
        Assert.Contains(bon.ToString(), (await agent.GetAsync("/premieres-rencontres?taille=200")).Reussie().Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_that_asked_takes_the_appointment_of_its_own_persons_only()
    {
        var referent = await api.PersonAsync("referent@ccas.example");
        var service = await api.Sql.ReadAsync<Guid>("select service_referent_id from acces.utilisateurs where lower(user_name) = 'referent@ccas.example'");
        var own = await api.Sql.ReadAsync<Guid[]>($"select coalesce(array_agg(id), '{{}}') from masp.bons_de_commande where etat in ('Emis', 'Recu') and service_referent_id = '{service}'");
        var other = await api.Sql.ReadAsync<Guid>($"select id from masp.bons_de_commande where etat in ('Emis', 'Recu') and service_referent_id <> '{service}' order by id limit 1");

        (await referent.PostAsync($"/bons-de-commande/{other}/rendez-vous", new { date = ApiDeTest.Aujourdhui, lieu = "Domicile" })).AssertRefused(404, "bon-de-commande.introuvable");
        Assert.Equal(own.Order(), (await referent.GetAsync("/premieres-rencontres?taille=200")).Reussie().Corps!["elements"]!.AsArray().Select(p => Guid.Parse(p!["id"]!.GetValue<string>())).Order());
        if (own.Length > 0)
            (await referent.PostAsync($"/bons-de-commande/{own[0]}/rendez-vous", new { date = ApiDeTest.Aujourdhui, lieu = "Domicile" })).Reussie();
    }

    [Theory]
    [InlineData("contrat.pdf", "<html><script>alert(1)</script>", "fichier.type")]
    [InlineData("contrat.pdf", "MZ\u0001\u0002", "fichier.type")]
    [InlineData("contrat.exe", "%PDF-1.7", "fichier.extension")]
    [InlineData("../contrat.pdf", "%PDF-1.7", "fichier.nom")]
    [InlineData("contrat.pdf", "", "fichier.vide")]
    public async Task A_file_that_lies_about_its_type_is_refused_and_nothing_is_kept(string nom, string contenu, string code)
    {
        var bon = await api.Sql.ReadAsync<Guid>("select id from masp.bons_de_commande where etat = 'Signe' order by id limit 1");
        var agent = await api.PersonAsync(Agent);

        await api.Sql.UnchangedAsync(async () =>
            (await agent.PostAsync($"/bons-de-commande/{bon}/preparation/scan", new { nom, contenu = Base64(contenu) })).AssertRefused(400, code));
    }

    [Fact]
    public async Task The_signed_contract_is_attached_read_again_and_replaced_and_the_journal_keeps_its_print_not_its_bytes()
    {
        var bon = await api.Sql.ReadAsync<Guid>("select id from masp.bons_de_commande where etat = 'Signe' order by id desc limit 1");
        var open = await api.Sql.ReadAsync<Guid>("select id from masp.bons_de_commande where etat = 'Emis' order by id limit 1");
        var agent = await api.PersonAsync(Agent);
        var path = $"/bons-de-commande/{bon}/preparation/scan";

        (await agent.GetAsync(path)).AssertRefused(409, "scan.absent");
        (await agent.PostAsync($"/bons-de-commande/{open}/preparation/scan", new { nom = "contrat.pdf", contenu = Base64("%PDF-1.7 un") })).AssertRefused(409, "scan.avant-signature");
        (await agent.PostAsync(path, new { nom = "contrat.pdf", contenu = Base64("%PDF-1.7 un") })).Reussie();
        var told = (await agent.PostAsync(path, new { nom = "contrat-2.pdf", contenu = Base64("%PDF-1.7 deux") })).Reussie();

        Assert.Equal("contrat-2.pdf", told.Lire("scanNom"));
        Assert.Equal("%PDF-1.7 deux", (await agent.GetAsync(path)).Reussie().Texte);
        Assert.Equal(1L, await api.Sql.ReadAsync<long>($"select count(*) from masp.scans_de_contrat where bon_de_commande_id = '{bon}' and convert_from(contenu, 'UTF8') = '%PDF-1.7 deux'"));
        Assert.Equal(0L, await api.Sql.ReadAsync<long>("select count(*) from journal.actes where objet = 'scans_de_contrat'"));
        Assert.Equal(2L, await api.Sql.ReadAsync<long>("select count(distinct v.apres ->> 'scan_empreinte') from journal.valeurs v join journal.actes a on a.id = v.acte_id where a.objet = 'preparations_de_contrat' and v.apres ? 'scan_empreinte'"));
    }

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    private async Task<bool> GestionAsync(Guid bon) => await api.Sql.ReadAsync<bool>($"select avec_gestion from masp.bons_de_commande where id = '{bon}'");
}
