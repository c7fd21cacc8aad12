using System.Net;
using System.Text.Json.Nodes;
using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.Demandes;

/// <summary>One person, one file (R1, R3): somebody who comes back brings the months already used, whoever files, and whoever may know it.</summary>
public sealed class RapprochementsTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Agent = "agent@herault.example";
    private const string Referent = "referent@ccas.example";

    private static int _names;

    [Fact]
    public async Task The_safpm_is_refused_a_second_file_for_a_known_person_however_written()
    {
        var agent = await api.PersonAsync(Agent);
        var body = await PersonAsync("Lebrun-Évrard", "Zoé");
        (await agent.PostAsync("/demandes", body)).Reussie();

        foreach (var (nom, prenom) in new[] { ("Lebrun-Évrard", "Zoé"), ("LEBRUN EVRARD", " zoe "), ("lebrun - evrard", "ZOÉ") })
        {
            await api.Sql.UnchangedAsync(async () =>
            {
                var refused = await agent.PostAsync("/demandes", Named(body, nom, prenom));
                refused.AssertRefused(409, "beneficiaire.deja-connu", "beneficiaire.nom");
                Assert.DoesNotContain("vrard", refused.Texte, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("1980", refused.Texte, StringComparison.Ordinal);
            });
        }
    }

    [Theory]
    [InlineData("Zoé", "1980-02-04")]
    [InlineData("Zoë Anne", "1980-02-03")]
    public async Task Somebody_of_another_first_name_or_birth_date_is_somebody_else(string prenom, string naissance)
    {
        var agent = await api.PersonAsync(Agent);
        var body = await PersonAsync(Name(), "Zoé");
        (await agent.PostAsync("/demandes", body)).Reussie();

        var other = Named(body, body["beneficiaire"]!["nom"]!.GetValue<string>(), prenom);
        other["beneficiaire"]!["dateNaissance"] = naissance;
        Assert.Null((await agent.PostAsync("/demandes", other)).Reussie().Corps!["rapprochement"]);
    }

    [Fact]
    public async Task The_safpm_chooses_the_known_person_or_says_that_it_is_a_homonym()
    {
        var agent = await api.PersonAsync(Agent);
        var body = await PersonAsync(Name(), "Zoé");
        var known = (await agent.PostAsync("/demandes", body)).Reussie().Lire("beneficiaire.id");

        var chosen = body.DeepClone().AsObject();
        chosen["beneficiaire"] = null;
        chosen["beneficiaireId"] = known;
        Assert.Equal(known, (await agent.PostAsync("/demandes", chosen)).Reussie().Lire("beneficiaire.id"));
        var homonym = body.DeepClone().AsObject();
        homonym["homonyme"] = true;
        Assert.NotEqual(known, (await agent.PostAsync("/demandes", homonym)).Reussie().Lire("beneficiaire.id"));
    }

    [Fact]
    public async Task A_referent_files_without_learning_that_the_person_is_known()
    {
        var referent = await api.PersonAsync(Referent);
        var body = await PersonAsync(Name(), "Zoé");
        var first = (await referent.PostAsync("/demandes", Own(body))).Reussie();
        var second = (await referent.PostAsync("/demandes", Own(body))).Reussie();

        Assert.Equal(first.Corps!.AsObject().Select(m => m.Key), second.Corps!.AsObject().Select(m => m.Key));
        foreach (var demande in new[] { first, second })
        {
            Assert.Null(demande.Corps!["rapprochement"]);
            Assert.Null((await referent.GetAsync($"/demandes/{demande.Id}")).Reussie().Corps!["rapprochement"]);
        }

        Assert.DoesNotContain("rapproch", (await referent.GetAsync("/a-faire")).Reussie().Texte, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("", await StateAsync(first.Id));
        Assert.Equal("ATrancher", await StateAsync(second.Id));
        var agent = await api.PersonAsync(Agent);
        Assert.Equal("aTrancher", (await agent.GetAsync($"/demandes/{second.Id}")).Reussie().Lire("rapprochement"));
        Assert.Contains("rapprochementsATrancher", (await agent.GetAsync("/a-faire")).Reussie().Texte, StringComparison.Ordinal);
        (await referent.GetAsync("/beneficiaires?recherche=essai")).AssertRefused(403, "acces.refuse");
        (await referent.PostAsync($"/demandes/{second.Id}/rapprochement", new { homonyme = true })).AssertRefused(403, "acces.refuse");
    }

    [Fact]
    public async Task The_months_of_the_known_person_count_once_the_demande_is_theirs()
    {
        var agent = await api.PersonAsync(Agent);
        var (known, demande) = await PendingAsync();
        await GiveMonthsAsync(known, 42);
        await AdviseAsync(demande);
        var caller = await api.IntegrateurAsync();
        await api.Sql.UnchangedAsync(async () =>
            (await caller.PostAsync($"/demandes/{demande}/decision", Favorable(6))).AssertRefused(409, "decision.rapprochement-a-trancher"));

        var found = (await agent.GetAsync($"/beneficiaires?homonymesDe={await PersonOfAsync(demande)}")).Reussie().Corps!["elements"]!.AsArray();
        Assert.Equal((known.ToString(), 42, 48, 1), (found[0]!["id"]!.GetValue<string>(), found[0]!["moisUtilises"]!.GetValue<int>(), found[0]!["moisMax"]!.GetValue<int>(), found.Count));
        var settled = (await SettleAsync(agent, demande, new { beneficiaireId = known })).Reussie();

        Assert.Equal(("memePersonne", known.ToString()), (settled.Lire("rapprochement"), settled.Lire("beneficiaire.id")));
        Assert.Equal(1L, await api.Sql.ReadAsync<long>($"select count(*) from masp.beneficiaires where identite = (select identite from masp.beneficiaires where id = '{known}')"));
        await api.Sql.UnchangedAsync(async () =>
            (await caller.PostAsync($"/demandes/{demande}/decision", Favorable(7))).AssertRefused(409, "mesure.duree-totale-depassee", "dureeMois"));
        (await caller.PostAsync($"/demandes/{demande}/decision", Favorable(6))).Reussie();
    }

    [Fact]
    public async Task The_months_of_a_homonym_do_not_count()
    {
        var (known, demande) = await PendingAsync();
        await GiveMonthsAsync(known, 42);
        await AdviseAsync(demande);

        var settled = (await SettleAsync(await api.PersonAsync(Agent), demande, new { homonyme = true })).Reussie();

        Assert.Equal("homonyme", settled.Lire("rapprochement"));
        Assert.NotEqual(known, await PersonOfAsync(demande));
        (await (await api.IntegrateurAsync()).PostAsync($"/demandes/{demande}/decision", Favorable(24))).Reussie();
    }

    [Fact]
    public async Task A_refusal_needs_no_settling()
    {
        var (_, demande) = await PendingAsync();
        await AdviseAsync(demande, "defavorable");

        (await (await api.IntegrateurAsync()).PostAsync($"/demandes/{demande}/decision", new { sens = "defavorable", motif = "Autonomie.", fondement = "L271-1" })).Reussie();
    }

    [Fact]
    public async Task Whoever_files_again_for_a_person_not_settled_waits_too_and_is_settled_with_it()
    {
        var agent = await api.PersonAsync(Agent);
        var (known, demande) = await PendingAsync();
        var again = await PersonAsync(Name(), "Zoé");
        again["beneficiaire"] = null;
        again["beneficiaireId"] = await PersonOfAsync(demande);
        var second = (await agent.PostAsync("/demandes", again)).Reussie();
        Assert.Equal("aTrancher", second.Lire("rapprochement"));

        (await SettleAsync(agent, demande, new { beneficiaireId = known })).Reussie();

        Assert.Equal(("MemePersonne", known), (await StateAsync(second.Id), await PersonOfAsync(second.Id)));
    }

    [Fact]
    public async Task What_cannot_be_settled_is_refused()
    {
        var agent = await api.PersonAsync(Agent);
        var (known, demande) = await PendingAsync();
        var stranger = await api.Sql.ReadAsync<Guid>($"select id from masp.beneficiaires where id <> '{known}' order by id limit 1");
        await api.Sql.UnchangedAsync(async () =>
        {
            (await SettleAsync(agent, demande, new { })).AssertRefused(400, "rapprochement.choix", "beneficiaireId");
            (await SettleAsync(agent, demande, new { beneficiaireId = known, homonyme = true })).AssertRefused(400, "rapprochement.choix", "beneficiaireId");
            foreach (var other in new[] { stranger, Guid.Empty, await PersonOfAsync(demande) })
                (await SettleAsync(agent, demande, new { beneficiaireId = other })).AssertRefused(400, "rapprochement.personne-inconnue", "beneficiaireId");
            (await agent.PostAsync($"/demandes/{demande}/rapprochement", new { homonyme = true })).AssertRefused(428, "version.manquante");
            (await agent.PostAsync($"/demandes/{demande}/rapprochement", new { homonyme = true }, ("If-Match", "\"1\""))).AssertRefused(412, "version.perimee");
        });
        (await SettleAsync(agent, demande, new { homonyme = true })).Reussie();
        await api.Sql.UnchangedAsync(async () => (await SettleAsync(agent, demande, new { homonyme = true })).AssertRefused(409, "rapprochement.rien-a-trancher"));
    }

    [Fact]
    public async Task Of_two_filings_at_once_one_finds_what_the_other_made()
    {
        var agent = await api.PersonAsync(Agent);
        for (var round = 0; round < 5; round++)
        {
            var body = await PersonAsync(Name(), "Zoé");
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => agent.PostAsync("/demandes", body.DeepClone())));

            Assert.Single(answers, a => a.Statut == HttpStatusCode.Created);
            Assert.All(answers.Where(a => a.Statut != HttpStatusCode.Created), a => a.AssertRefused(409, "beneficiaire.deja-connu"));
        }

        var referent = await api.PersonAsync(Referent);
        var asked = await PersonAsync(Name(), "Zoé");
        var filed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => referent.PostAsync("/demandes", Own(asked))));
        var states = await Task.WhenAll(filed.Select(f => StateAsync(f.Reussie().Id)));
        Assert.Equal(["", "ATrancher", "ATrancher", "ATrancher"], states.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task People_are_found_by_the_words_of_their_name_in_any_order()
    {
        var agent = await api.PersonAsync(Agent);
        var nom = Name();
        (await agent.PostAsync("/demandes", await PersonAsync(nom, "Zoé-Ève"))).Reussie();

        foreach (var text in new[] { nom, $"zoe {nom}", $"{nom.ToUpperInvariant()} eve" })
        {
            var found = (await agent.GetAsync($"/beneficiaires?recherche={Uri.EscapeDataString(text)}")).Reussie().Corps!["elements"]!.AsArray();
            Assert.Equal("Zoé-Ève 0 0 0", string.Join(' ', found.Single()!["prenom"], found[0]!["mesuresEnCours"], found[0]!["mesuresTerminees"], found[0]!["moisUtilises"]));
        }

        (await agent.GetAsync("/beneficiaires?recherche=x")).AssertRefused(400, "recherche.texte", "recherche");
        (await agent.GetAsync("/beneficiaires")).AssertRefused(400, "recherche.texte", "recherche");
        (await (await api.PersonAsync("chef@titulaire-a.example")).GetAsync("/beneficiaires?recherche=essai")).AssertRefused(403, "acces.refuse");
    }

    private static string Name() => "Rapproche" + new string((char)('a' + (Interlocked.Increment(ref _names) % 26)), 3) + new string((char)('a' + (_names / 26)), 2);

    private static JsonObject Favorable(int dureeMois) => new() { ["sens"] = "favorable", ["avecGestion"] = true, ["dureeMois"] = dureeMois };

    private static JsonObject Named(JsonObject body, string nom, string prenom)
    {
        var other = body.DeepClone().AsObject();
        (other["beneficiaire"]!["nom"], other["beneficiaire"]!["prenom"]) = (nom, prenom);
        return other;
    }

    /// <summary>As a Referent files: for the own service.</summary>
    private static JsonObject Own(JsonObject body)
    {
        var own = body.DeepClone().AsObject();
        own.Remove("serviceReferentId");
        return own;
    }

    private static async Task<Reponse> SettleAsync(Appelant caller, Guid demande, object body) =>
        await caller.PostAsync($"/demandes/{demande}/rapprochement", body, await caller.VersionAsync($"/demandes/{demande}"));

    private async Task<JsonObject> PersonAsync(string nom, string prenom) => Named(await api.Parcours.CorpsAsync(), nom, prenom);

    /// <summary>A known person, and the Demande that a Referent filed for the same name and birth date.</summary>
    private async Task<(Guid Known, Guid Demande)> PendingAsync()
    {
        var body = await PersonAsync(Name(), "Zoé");
        var known = Guid.Parse((await (await api.PersonAsync(Agent)).PostAsync("/demandes", body)).Reussie().Lire("beneficiaire.id"));
        return (known, (await (await api.PersonAsync(Referent)).PostAsync("/demandes", Own(body))).Reussie().Id);
    }

    private async Task AdviseAsync(Guid demande, string sens = "favorable")
    {
        var caller = await api.IntegrateurAsync();
        var seance = await api.Parcours.SeanceAsync();
        (await caller.PostAsync($"/commissions/{seance}/points", new { demandeId = demande })).Reussie();
        (await caller.PostAsync($"/commissions/{seance}/avis", new { demandeId = demande, sens, motif = "Au vu du dossier." })).Reussie();
    }

    /// <summary>An ended Mesure of that many months, taken over from a Mesure of the demonstration.</summary>
    private Task GiveMonthsAsync(Guid person, int mois) => api.Sql.WriteAsync(
        $"""
        with prise as (select id from masp.mesures where departement_code = '34' and etat = 'Terminee' and beneficiaire_id not in (select id from masp.beneficiaires where nom like 'Rapproche%')
            and (select count(*) from masp.contrats k where k.mesure_id = mesures.id) = 1 order by id limit 1),
          contrat as (update masp.contrats set debut = date '2020-01-01', duree_mois = {mois}, fin_prevue = (date '2020-01-01' + interval '{mois} months')::date - 1, fin_reelle = null
            where mesure_id = (select id from prise))
        update masp.mesures set beneficiaire_id = '{person}' where id = (select id from prise)
        """);

    private Task<string> StateAsync(Guid demande) => api.Sql.ReadAsync<string>($"select coalesce(rapprochement, '') from masp.demandes where id = '{demande}'");

    private Task<Guid> PersonOfAsync(Guid demande) => api.Sql.ReadAsync<Guid>($"select beneficiaire_id from masp.demandes where id = '{demande}'");
}
