using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.MauvaisesEntrees;

/// <summary>Requests that cannot be understood: a 400 with its code and its field, and not a row moved.</summary>
public sealed class RequetesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    public static TheoryData<string, string?, string, string?> Champs => new()
    {
        { "communeInsee", "\"99999\"", "commune.inconnue", "communeInsee" },
        { "communeInsee", null, "champ.obligatoire", "communeInsee" },
        { "communeInsee", "34172", "champ.texte-attendu", "communeInsee" },
        { "communeInsee", "\"\"", "champ.obligatoire", "communeInsee" },
        { "prestations", "[\"D271-2-99\"]", "prestation.inconnue", "prestations[0]" },
        { "prestations", "\"D271-2-17\"", "champ.invalide", "prestations" },
        { "prestations", "[null]", "prestation.inconnue", "prestations[0]" },
        { "prestations", null, "champ.obligatoire", "prestations" },
        { "inconnu", "1", "champ.invalide", "inconnu" },
        { "CommuneInsee", "\"34172\"", "champ.invalide", "CommuneInsee" },
        { "dateAccord", "\"16/03/2026\"", "date.invalide", "dateAccord" },
        { "dateAccord", "\"2026-02-30\"", "date.invalide", "dateAccord" },
        { "dateAccord", "20260316", "date.invalide", "dateAccord" },
        { "dateAccord", "\"0001-01-01\"", "date.hors-bornes", "dateAccord" },
        { "dateAccord", "\"9999-12-31\"", "date.hors-bornes", "dateAccord" },
        { "dateAccord", "\"2026-03-17\"", "demande.accord-apres-depot", "dateAccord" },
        { "dateDepot", "\"2026-03-17\"", "demande.date-future", "dateDepot" },
        { "dureeSouhaitee", "0", "demande.duree-souhaitee", "dureeSouhaitee" },
        { "dureeSouhaitee", "49", "demande.duree-souhaitee", "dureeSouhaitee" },
        { "dureeSouhaitee", "-1", "demande.duree-souhaitee", "dureeSouhaitee" },
        { "dureeSouhaitee", "99999999999999999999", "champ.invalide", "dureeSouhaitee" },
        { "dureeSouhaitee", "1e400", "champ.invalide", "dureeSouhaitee" },
        { "dureeSouhaitee", "12.5", "champ.invalide", "dureeSouhaitee" },
        { "dureeSouhaitee", "\"12\"", "champ.invalide", "dureeSouhaitee" },
        { "gestionSouhaitee", "\"oui\"", "champ.invalide", "gestionSouhaitee" },
        { "motif", "\"sonnerie \\u0007\"", "texte.caractere-interdit", "motif" },
        { "motif", "\"nul \\u0000\"", "texte.caractere-interdit", "motif" },
        { "motif", "\"seul \\ud800\"", "texte.caractere-interdit", "motif" },
        { "motif", "\"sens \\u202e\"", "texte.caractere-interdit", "motif" },
        { "adresse", "{}", "champ.texte-attendu", "adresse" },
        { "serviceReferentId", "\"pas-un-id\"", "champ.invalide", "serviceReferentId" },
        { "serviceReferentId", "\"0190f3a4-7c11-7000-8000-00000000dead\"", "demande.service-inconnu", "serviceReferentId" },
        { "serviceReferentId", null, "demande.service-manquant", "serviceReferentId" },
        { "beneficiaire", null, "demande.beneficiaire", "beneficiaire" },
        { "beneficiaire", "{\"nom\":\"\",\"prenom\":\"Ève\",\"dateNaissance\":\"1980-02-03\"}", "champ.obligatoire", "beneficiaire.nom" },
        { "beneficiaire", "{\"nom\":\"Essai\",\"dateNaissance\":\"1980-02-03\"}", "champ.obligatoire", "beneficiaire.prenom" },
        { "beneficiaire", "{\"nom\":\"Essai\",\"prenom\":\"Ève\",\"dateNaissance\":\"0001-01-01\"}", "date.hors-bornes", "beneficiaire.dateNaissance" },
        { "eligibilite", "{\"majeur\":true}", "champ.obligatoire", "eligibilite.percoitPrestation" },
        { "eligibilite", "null", "champ.invalide", "eligibilite" },
    };

    [Theory]
    [MemberData(nameof(Champs))]
    public async Task A_request_with_a_bad_field_names_it(string field, string? value, string code, string? named)
    {
        var body = await api.Parcours.CorpsAsync();
        body.Remove(field);
        var json = value is null ? body.ToJsonString() : $"{body.ToJsonString()[..^1]},\"{field}\":{value}}}";

        await RefusedAsync(json, 400, code, named);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"nom\":")]
    [InlineData("[]")]
    [InlineData("12")]
    [InlineData("null")]
    [InlineData("\"texte\"")]
    [InlineData("{}{}")]
    [InlineData("{'communeInsee':'34172'}")]
    [InlineData("{/* rien */}")]
    public async Task A_body_that_is_not_one_object_of_JSON_is_refused(string json)
    {
        var caller = await api.IntegrateurAsync();
        await api.Sql.UnchangedAsync(async () =>
        {
            var answer = await caller.PostAsync("/demandes", json);
            Assert.Contains(answer.Code, new[] { "requete.json-invalide", "requete.invalide", "champ.obligatoire", "champ.invalide" });
            answer.AssertRefused(400, answer.Code!);
        });
    }

    [Fact]
    public async Task A_property_told_twice_is_refused()
    {
        var body = (await api.Parcours.CorpsAsync()).ToJsonString();

        await RefusedAsync($"{body[..^1]},\"communeInsee\":\"34172\"}}", 400, "champ.invalide", "communeInsee");
    }

    [Fact]
    public async Task A_person_both_new_and_known_is_refused()
    {
        var body = await api.Parcours.CorpsAsync();
        body["beneficiaireId"] = JsonValue.Create("0190f3a4-7c11-7000-8000-00000000dead");

        await RefusedAsync(body.ToJsonString(), 400, "demande.beneficiaire", "beneficiaire");
    }

    [Fact]
    public async Task Forty_one_levels_of_objects_are_refused() =>
        await RefusedAsync(string.Concat(Enumerable.Repeat("{\"a\":", 41)) + "1" + new string('}', 41), 400, "champ.invalide");

    [Fact]
    public async Task A_body_of_ten_megabytes_is_refused()
    {
        var caller = await api.IntegrateurAsync();
        await api.Sql.UnchangedAsync(async () =>
        {
            var answer = await caller.PostAsync("/communes/import", "{\"csv\":\"" + new string('a', 10 * 1024 * 1024) + "\"}", ("Expect", "100-continue"));
            answer.AssertRefused(413, "requete.trop-volumineuse");
        });
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_body_that_does_not_say_it_is_JSON_is_refused(string type)
    {
        var caller = await api.IntegrateurAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes((await api.Parcours.CorpsAsync()).ToJsonString()));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        await api.Sql.UnchangedAsync(async () => (await caller.PostAsync("/demandes", content)).AssertRefused(415, "requete.format"));
    }

    [Theory]
    [InlineData("/mesures?taille=-1", "liste.taille-invalide", "taille")]
    [InlineData("/mesures?taille=0", "liste.taille-invalide", "taille")]
    [InlineData("/mesures?taille=201", "liste.taille-invalide", "taille")]
    [InlineData("/mesures?taille=99999999999999999999", "requete.invalide", null)]
    [InlineData("/mesures?taille=beaucoup", "requete.invalide", null)]
    [InlineData("/mesures?apres=forge", "liste.curseur-invalide", "apres")]
    [InlineData("/mesures?apres=eyJ2YWxldXIiOiJ4IiwiY2xlIjoieCJ9", "liste.curseur-invalide", "apres")]
    [InlineData("/demandes?apres=eyJ2YWxldXIiOiJ4IiwiY2xlIjoieCJ9", "liste.curseur-invalide", "apres")]
    [InlineData("/factures?apres=eyJ2YWxldXIiOiJ4IiwiY2xlIjoieCJ9", "liste.curseur-invalide", "apres")]
    [InlineData("/bons-de-commande?apres=eyJ2YWxldXIiOiJ4IiwiY2xlIjoieCJ9", "liste.curseur-invalide", "apres")]
    [InlineData("/commissions?apres=eyJ2YWxldXIiOiJ4IiwiY2xlIjoieCJ9", "liste.curseur-invalide", "apres")]
    [InlineData("/communes?apres=eyJ2YWxldXIiOiJ4IiwiY2xlIjpudWxsfQ", "liste.curseur-invalide", "apres")]
    [InlineData("/mesures?etat=EnCours", "champ.valeur-inconnue", "etat")]
    [InlineData("/mesures?etat=1", "champ.valeur-inconnue", "etat")]
    [InlineData("/mesures?type=SGU,AGU", "champ.valeur-inconnue", "type")]
    [InlineData("/demandes?etat=inconnu", "champ.valeur-inconnue", "etat")]
    [InlineData("/factures?trimestre=2026-T5", "trimestre.invalide", "trimestre")]
    [InlineData("/mesures?tri=motDePasse", "liste.tri-inconnu", "tri")]
    [InlineData("/mesures?titulaireId=pas-un-id", "requete.invalide", null)]
    [InlineData("/mesures?recherche=%00", "texte.caractere-interdit", null)]
    [InlineData("/mesures?recherche=%07", "texte.caractere-interdit", null)]
    [InlineData("/mesures?%01=1", "texte.caractere-interdit", null)]
    [InlineData("/lots/%01/tour-de-role", "texte.caractere-interdit", null)]
    [InlineData("/recherche", "requete.invalide", null)]
    [InlineData("/recherche?q=a", "recherche.texte", "q")]
    public async Task A_parameter_that_means_nothing_is_refused(string path, string code, string? named) =>
        (await (await api.IntegrateurAsync()).GetAsync(path)).AssertRefused(400, code, named);

    [Theory]
    [InlineData("GET", "/api/v1/rien", 404, "route.introuvable")]
    [InlineData("GET", "/api/v1/mesures/pas-un-id", 404, "route.introuvable")]
    [InlineData("DELETE", "/api/v1/mesures", 405, "route.methode")]
    [InlineData("PUT", "/api/v1/demandes", 405, "route.methode")]
    [InlineData("PATCH", "/api/v1/baremes", 405, "route.methode")]
    public async Task An_address_or_a_method_that_is_not_of_the_contract_is_refused(string method, string path, int status, string code) =>
        (await (await api.IntegrateurAsync()).SendAsync(HttpMethod.Parse(method), path, null)).AssertRefused(status, code);

    private async Task RefusedAsync(string json, int status, string code, string? named = null)
    {
        var caller = await api.IntegrateurAsync();
        await api.Sql.UnchangedAsync(async () => (await caller.PostAsync("/demandes", json)).AssertRefused(status, code, named));
    }
}
