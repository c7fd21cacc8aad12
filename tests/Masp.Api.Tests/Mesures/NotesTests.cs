using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.Mesures;

/// <summary>Shared and own notes, and health information with a right of its own (R61, R62): over HTTP, by everybody concerned.</summary>
public sealed class NotesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Chef = "chef@titulaire-a.example";
    private const string Personne = "beneficiaire@exemple.example";

    private static readonly string[] Readers = ["agent@herault.example", "decideur@herault.example", "auditeur@herault.example", Personne];

    [Fact]
    public async Task A_shared_note_is_read_by_every_party_and_an_own_note_by_the_body_of_its_author()
    {
        var path = $"/mesures/{await OwnAsync()}/notes";
        var chef = await api.PersonAsync(Chef);
        var partagee = (await chef.PostAsync(path, new { portee = "partagee", texte = "Dossier de surendettement à préparer." })).Reussie().Id;
        var propre = (await chef.PostAsync(path, new { portee = "propre", texte = "À reprendre en équipe." })).Reussie().Id;
        var safpm = (await (await api.PersonAsync(Readers[0])).PostAsync(path, new { portee = "propre", texte = "Vu avec le service." })).Reussie().Id;

        Assert.Equal([partagee, propre], await IdsAsync(Chef, path, [partagee, propre, safpm]));
        Assert.Equal([partagee, safpm], await IdsAsync(Readers[0], path, [partagee, propre, safpm]));
        Assert.Equal([partagee, safpm], await IdsAsync(Readers[1], path, [partagee, propre, safpm]));
        Assert.Equal([partagee], await IdsAsync(Readers[2], path, [partagee, propre, safpm]));
        Assert.Equal([partagee], await IdsAsync(Personne, path, [partagee, propre, safpm]));
        Assert.Equal("Partagee", await api.Sql.ReadAsync<string>($"select portee from masp.notes where id = '{partagee}' and titulaire_id is not null and service_referent_id is null"));
    }

    [Fact]
    public async Task Who_may_not_see_the_measure_neither_reads_nor_writes_its_notes()
    {
        var path = $"/mesures/{await OwnAsync()}/notes";
        var stranger = await api.PersonAsync("chef@titulaire-b.example");

        await api.Sql.UnchangedAsync(async () =>
        {
            (await stranger.GetAsync(path)).AssertRefused(404, "mesure.introuvable");
            (await stranger.PostAsync(path, new { portee = "partagee", texte = "Pas à nous." })).AssertRefused(404, "mesure.introuvable");
            foreach (var reader in new[] { "comptable@herault.example", "admin@herault.example" })
                (await (await api.PersonAsync(reader)).GetAsync(path)).AssertRefused(403, "acces.refuse");
            foreach (var reader in new[] { Personne, "auditeur@herault.example" })
                (await (await api.PersonAsync(reader)).PostAsync(path, new { portee = "partagee", texte = "Moi." })).AssertRefused(403, "acces.refuse");
        });
    }

    [Fact]
    public async Task A_note_says_something_and_to_whom()
    {
        var path = $"/mesures/{await OwnAsync()}/notes";
        var chef = await api.PersonAsync(Chef);

        await api.Sql.UnchangedAsync(async () =>
        {
            (await chef.PostAsync(path, new { portee = "partagee", texte = "  " })).AssertRefused(400, "champ.obligatoire", "texte");
            (await chef.PostAsync(path, new { portee = "partagee", texte = new string('x', 4001) })).AssertRefused(400, "champ.trop-long", "texte");
            (await chef.PostAsync(path, new { portee = "publique", texte = "Essai" })).AssertRefused(400, "champ.valeur-inconnue", "portee");
            (await chef.PostAsync(path, new { texte = "Essai" })).AssertRefused(400, "champ.obligatoire", "portee");
        });
    }

    [Fact]
    public async Task Neither_the_author_nor_the_body_of_a_note_is_taken_from_the_request()
    {
        var path = $"/mesures/{await OwnAsync()}/notes";
        var chef = await api.PersonAsync(Chef);

        await api.Sql.UnchangedAsync(async () =>
            (await chef.PostAsync(path, new { portee = "propre", texte = "Essai", titulaireId = Guid.Empty })).AssertRefused(400, "champ.invalide", "titulaireId"));
    }

    [Fact]
    public async Task What_a_note_says_is_not_read_in_the_journal_either()
    {
        var path = $"/mesures/{await OwnAsync()}/notes";
        var propre = (await (await api.PersonAsync(Chef)).PostAsync(path, new { portee = "propre", texte = "Mot très reconnaissable." })).Reussie().Id;
        const string Journal = "select count(*) from journal.valeurs v join journal.actes a on a.departement_code = v.departement_code and a.id = v.acte_id where a.objet = 'notes'";

        Assert.NotEqual(0L, await api.Sql.ReadAsync<long>($"{Journal} and a.cle = '{propre}'"));
        Assert.Equal(0L, await api.Sql.AsAsync(SqlDeTest.Agent, Journal));
        Assert.NotEqual(0L, await api.Sql.AsAsync(SqlDeTest.Agent, $"select count(*) from journal.actes where objet = 'notes' and cle = '{propre}'"));
    }

    [Fact]
    public async Task Health_information_is_not_admitted_by_default()
    {
        var path = $"/mesures/{await OwnAsync("order by id limit 1")}/sante";
        var agent = await api.PersonAsync("agent@herault.example");
        Assert.Equal("false", (await agent.GetAsync(path)).Reussie().Lire("admise"));

        await api.Sql.UnchangedAsync(async () =>
            (await PutAsync(agent, path, "Se déplace difficilement.", "\"0\"")).AssertRefused(409, "sante.non-admise", "texte"));
    }

    [Fact]
    public async Task Where_the_reglement_admits_it_health_information_is_written_with_its_version_and_read_by_right()
    {
        var path = $"/mesures/{await OwnAsync()}/sante";
        var chef = await api.PersonAsync(Chef);
        await api.Sql.WriteAsync("update masp.reglements set parametres = jsonb_set(parametres, '{santeAdmise}', 'true')");
        try
        {
            (await PutAsync(chef, path, "Essai", null)).AssertRefused(428, "version.manquante");
            var written = (await PutAsync(chef, path, "Se déplace difficilement.", "\"0\"")).Reussie();
            (await PutAsync(chef, path, "Autre", "\"0\"")).AssertRefused(412, "version.perimee");
            foreach (var reader in new[] { "agent@herault.example", Personne })
                Assert.Equal("Se déplace difficilement.", (await (await api.PersonAsync(reader)).GetAsync(path)).Reussie().Lire("texte"));
            foreach (var other in new[] { "comptable@herault.example", "auditeur@herault.example", "referent@ccas.example" })
                (await (await api.PersonAsync(other)).GetAsync(path)).AssertRefused(403, "acces.refuse");
            (await (await api.IntegrateurAsync()).GetAsync(path)).AssertRefused(403, "acces.refuse");
            (await (await api.PersonAsync("chef@titulaire-b.example")).GetAsync(path)).AssertRefused(404, "mesure.introuvable");
            (await PutAsync(await api.PersonAsync(Personne), path, "Autre", written.ETag)).AssertRefused(403, "acces.refuse");
            (await PutAsync(chef, path, "", written.ETag)).Reussie();
            Assert.Equal("", (await chef.GetAsync(path)).Reussie().Lire("texte"));
        }
        finally
        {
            await api.Sql.WriteAsync("update masp.reglements set parametres = parametres - 'santeAdmise'");
        }
    }

    private static Task<Reponse> PutAsync(Appelant who, string path, string texte, string? version) => who.SendAsync(
        HttpMethod.Put, "/api/v1" + path, Appelant.Content(new { texte }), version is null ? [] : [("If-Match", version)]);

    /// <summary>A running measure of the person who signs in, served by A.</summary>
    private Task<Guid> OwnAsync(string choice = "and beneficiaire_id = (select beneficiaire_id from acces.utilisateurs where user_name = 'beneficiaire@exemple.example') limit 1") =>
        api.Sql.ReadAsync<Guid>($"select id from masp.mesures where etat = 'EnCours' {choice}");

    private async Task<IEnumerable<Guid>> IdsAsync(string who, string path, IReadOnlyList<Guid> among)
    {
        var shown = (await (await api.PersonAsync(who)).GetAsync(path)).Reussie().Corps!["elements"]!.AsArray().Select(e => Guid.Parse(e!["id"]!.GetValue<string>())).ToHashSet();
        return among.Where(shown.Contains);
    }
}
