using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.Journal;

/// <summary>The journals as they are read over HTTP, by those who may.</summary>
public sealed class JournauxTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Fact]
    public async Task Who_consulted_a_file_is_told_to_the_SAFPM_by_name_role_and_body()
    {
        var chef = await api.PersonAsync("chef@titulaire-a.example");
        var mesure = (await chef.GetAsync("/mesures?taille=1")).Reussie().Corps!["elements"]![0]!["id"]!.ToString();
        var titulaire = await api.Sql.ReadAsync<string>($"select t.nom from masp.mesures m join masp.titulaires t on t.id = m.titulaire_id where m.id = '{mesure}'");
        (await chef.GetAsync($"/mesures/{mesure}")).Reussie();
        await (await api.PersonAsync("chef@titulaire-b.example")).GetAsync($"/mesures/{mesure}");

        var rows = (await (await api.PersonAsync("agent@herault.example")).GetAsync($"/mesures/{mesure}/acces")).Reussie().Corps!["elements"]!.AsArray();

        Assert.Equal("dossier Camille Agent", $"{rows[0]!["nature"]} {rows[0]!["auteur"]!["nom"]}");
        Assert.Equal("refus Bao Chef", $"{rows[1]!["nature"]} {rows[1]!["auteur"]!["nom"]}");
        Assert.Equal(
            $"dossier mesure Andrea Chef chef de titulaire {titulaire} Une mesure, ses contrats et ses suspensions 2026-03-16T09:00:00Z",
            $"{rows[2]!["nature"]} {rows[2]!["objet"]} {rows[2]!["auteur"]!["nom"]} {rows[2]!["auteur"]!["role"]} {rows[2]!["auteur"]!["organisme"]} {rows[2]!["libelle"]} {rows[2]!["instant"]}");
    }

    [Fact]
    public async Task What_was_seen_of_the_request_and_of_the_order_belongs_to_the_same_file()
    {
        var mesure = await api.Parcours.SignerAsync();
        var agent = await api.PersonAsync("agent@herault.example");
        var demande = await api.Sql.ReadAsync<Guid>(
            $"select d.id from masp.demandes d join masp.bons_de_commande b on b.demande_id = d.id join masp.mesures m on m.bon_de_commande_id = b.id where m.id = '{mesure}'");
        (await agent.GetAsync($"/demandes/{demande}")).Reussie();

        var rows = (await agent.GetAsync($"/mesures/{mesure}/acces")).Reussie().Corps!["elements"]!.AsArray();

        Assert.Contains(rows, r => r!["operation"]!.ToString() == "lireDemande" && r["objetId"]!.ToString() == demande.ToString());
    }

    [Theory]
    [InlineData("chef@titulaire-a.example")]
    [InlineData("referent@ccas.example")]
    [InlineData("admin@herault.example")]
    public async Task Nobody_else_is_told(string identifiant)
    {
        var person = await api.PersonAsync(identifiant);
        var mesure = await api.Sql.ReadAsync<Guid>("select min(id::text)::uuid from masp.mesures");

        (await person.GetAsync($"/mesures/{mesure}/acces")).AssertRefused(403, "acces.refuse");
        (await person.GetAsync("/journal/acces")).AssertRefused(403, "acces.refuse");
        (await person.GetAsync("/journal/actes.csv")).AssertRefused(403, "acces.refuse");
    }

    [Fact]
    public async Task A_Mesure_that_does_not_exist_has_no_journal() =>
        (await (await api.PersonAsync("agent@herault.example")).GetAsync($"/mesures/{Guid.Empty}/acces")).AssertRefused(404, "mesure.introuvable");

    [Fact]
    public async Task The_acts_of_one_call_are_found_by_its_number_with_what_changed()
    {
        var bon = await api.Parcours.AttribuerAsync();
        var integrateur = await api.IntegrateurAsync();
        var call = (await integrateur.PostAsync($"/bons-de-commande/{bon}/reception", new { }, await integrateur.VersionAsync($"/bons-de-commande/{bon}"))).Reussie();

        var rows = (await integrateur.GetAsync($"/journal/actes?requeteId={call.Requete}")).Reussie().Corps!["elements"]!.AsArray();

        // The deadlines that the reception meets and moves are acts of the same call (R12, R13).
        Assert.All(rows, r => Assert.Contains($"{r!["objet"]}", new[] { "bons_de_commande", "echeances" }));
        var row = Assert.Single(rows, r => $"{r!["objet"]}" == "bons_de_commande")!;
        Assert.Equal("bons_de_commande modification Accuser réception (R12) demo-integrateur", $"{row["objet"]} {row["nature"]} {row["libelle"]} {row["auteur"]!["nom"]}");
        Assert.Contains(row["changements"]!.AsArray(), c => $"{c!["champ"]} {c["avant"]} {c["apres"]}" == "etat Emis Recu");
    }

    [Fact]
    public async Task Pages_follow_one_another_and_filters_hold()
    {
        var integrateur = await api.IntegrateurAsync();
        await api.Parcours.SignerAsync();
        var first = (await integrateur.GetAsync("/journal/actes?taille=2&operation=signerContrat")).Reussie();
        var second = (await integrateur.GetAsync(first.Lire("lien"))).Reussie();

        var ids = first.Corps!["elements"]!.AsArray().Concat(second.Corps!["elements"]!.AsArray()).Select(r => (long)r!["id"]!).ToList();
        Assert.Equal(ids.OrderDescending(), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty((await integrateur.GetAsync("/journal/actes?du=2026-03-17")).Reussie().Corps!["elements"]!.AsArray());
        Assert.NotEmpty((await integrateur.GetAsync("/journal/actes?du=2026-03-16&au=2026-03-16")).Reussie().Corps!["elements"]!.AsArray());
    }

    [Theory]
    [InlineData("/journal/actes?du=hier", "date.invalide", "du")]
    [InlineData("/journal/acces?au=2026-02-30", "date.invalide", "au")]
    [InlineData("/journal/acces?du=2026-03-02&au=2026-03-01", "journal.periode", "au")]
    [InlineData("/journal/acces.csv?du=2026-03-02&au=2026-03-01", "journal.periode", "au")]
    [InlineData("/journal/actes?apres=x", "liste.curseur-invalide", "apres")]
    public async Task What_cannot_be_asked_is_refused_beside_its_field(string path, string code, string field) =>
        (await (await api.IntegrateurAsync()).GetAsync(path)).AssertRefused(400, code, field);

    [Fact]
    public async Task An_export_is_on_record_and_a_spreadsheet_runs_none_of_it()
    {
        var integrateur = await api.IntegrateurAsync();
        var body = await api.Parcours.CorpsAsync();
        body["beneficiaire"]!["nom"] = "=cmd|'/c calc'!A1";
        var call = (await integrateur.PostAsync("/demandes", body)).Reussie();

        var export = (await integrateur.GetAsync($"/journal/actes.csv?requeteId={call.Requete}")).Reussie();

        Assert.StartsWith("numero;instant;", export.Texte.TrimStart('\ufeff'), StringComparison.Ordinal);
        Assert.DoesNotContain(export.Texte.Split("\r\n").SelectMany(l => l.Split(';')), cell => cell.TrimStart('"').StartsWith('='));
        Assert.Equal("export journal", await api.Sql.ReadAsync<string>($"select concat_ws(' ', nature, objet) from journal.acces where requete_id = '{export.Requete}'"));
    }

    [Fact]
    public async Task The_head_and_the_verification_are_the_administrators_and_hold_nothing_of_a_person()
    {
        var admin = await api.PersonAsync("admin@herault.example");
        await api.Parcours.DeposerAsync();
        await api.Sql.ReadAsync<long>("select journal.sceller(100000)");

        var head = (await admin.GetAsync("/journal/tete")).Reussie();
        var seen = (await admin.GetAsync($"/journal/verification?teteNumero={head.Lire("tete.numero")}&teteEmpreinte={head.Lire("tete.empreinte")}")).Reussie();

        Assert.Equal("true", seen.Lire("intact"));
        Assert.Equal(head.Lire("tete.empreinte"), seen.Lire("tete.empreinte"));
        Assert.Contains(head.Lire("tete.empreinte"), (await admin.GetAsync("/journal/blocs.csv")).Reussie().Texte, StringComparison.Ordinal);
        (await (await api.PersonAsync("agent@herault.example")).GetAsync("/journal/verification")).AssertRefused(403, "acces.refuse");
    }

    [Theory]
    [InlineData("/journal/verification?depuis=0", "journal.depuis", "depuis")]
    [InlineData("/journal/verification?lignes=0", "journal.lignes", "lignes")]
    [InlineData("/journal/verification?teteNumero=1", "journal.tete", "teteEmpreinte")]
    public async Task A_verification_that_makes_no_sense_is_refused(string path, string code, string field) =>
        (await (await api.PersonAsync("admin@herault.example")).GetAsync(path)).AssertRefused(400, code, field);
}
