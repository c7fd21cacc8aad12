using Masp.Api.Tests.Socle;
using Masp.Domain.Acces;
using Masp.Testing.Postgres;
using NodaTime;
using NodaTime.Testing;
using Npgsql;

namespace Masp.Api.Tests.Acces;

/// <summary>Looks are counted by account and hour, wherever they are made; one too many is refused and told to the Administrateur once.</summary>
public sealed class QuotasTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Admin = "admin@herault.example";

    [Fact]
    public async Task The_last_file_of_the_hour_is_opened_and_the_next_one_is_not()
    {
        await FixAsync("comptable", "dossiers", 2);
        using var comptable = await Appelant.PersonAsync(api.Address, "comptable@herault.example");
        var mesure = await api.Sql.ReadAsync<Guid>("select id from masp.mesures order by id limit 1");
        var path = $"/mesures/{mesure}";

        (await comptable.GetAsync(path)).Reussie();
        (await comptable.GetAsync(path)).Reussie();
        var looks = await LooksAsync(mesure);
        var refused = await comptable.GetAsync(path);

        refused.AssertRefused(429, "acces.quota");
        Assert.Equal(3600, refused.Attente);
        Assert.Contains("2 dossiers ouverts par heure", refused.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(mesure.ToString(), refused.Texte, StringComparison.Ordinal);
        Assert.Equal(looks, await LooksAsync(mesure));

        // Another kind of look, and another account of the same département, are counted apart.
        (await comptable.GetAsync("/mesures")).Reussie();
        (await (await api.PersonAsync("agent@herault.example")).GetAsync(path)).Reussie();
    }

    [Fact]
    public async Task Two_replicas_count_the_same_looks()
    {
        await FixAsync("referent", "recherches", 2);
        await using var second = await ReplicaAsync();
        using var here = await Appelant.PersonAsync(api.Address, "referent@ccas.example");
        using var there = await Appelant.PersonAsync(new Uri(second.Urls.Single()), "referent@ccas.example");

        (await here.GetAsync("/demandes")).Reussie();
        (await there.GetAsync("/demandes")).Reussie();

        (await here.GetAsync("/demandes")).AssertRefused(429, "acces.quota");
        (await there.GetAsync("/recherche?q=essai")).AssertRefused(429, "acces.quota");
    }

    [Fact]
    public async Task Twenty_looks_at_once_are_no_more_than_the_limit()
    {
        await FixAsync("chefTitulaire", "recherches", 5);
        using var chef = await Appelant.PersonAsync(api.Address, "chef@titulaire-b.example");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => chef.GetAsync("/bons-de-commande")));

        Assert.Equal(5, answers.Count(a => (int)a.Statut == 200));
        Assert.Equal(15, answers.Count(a => (int)a.Statut == 429));
    }

    [Fact]
    public async Task An_alert_is_raised_once_an_hour_and_an_administrateur_acknowledges_it()
    {
        await FixAsync("decideur", "dossiers", 1);
        await FixAsync("decideur", "recherches", 1);
        using var person = await Appelant.PersonAsync(api.Address, "decideur@herault.example");
        var admin = await api.PersonAsync(Admin);
        (await person.GetAsync("/demandes")).Reussie();
        for (var i = 0; i < 3; i++)
            (await person.GetAsync("/demandes")).AssertRefused(429, "acces.quota");

        var alerte = (await admin.GetAsync("/alertes?etat=ouverte")).Reussie().Corps!["elements"]!.AsArray().Single(a => a!["role"]!.GetValue<string>() == "decideur")!;
        Assert.Equal("recherches", alerte["nature"]!.GetValue<string>());
        Assert.Equal("Dominique Decideur", alerte["nom"]!.GetValue<string>());
        Assert.Equal(1, alerte["limite"]!.GetValue<int>());
        Assert.Equal(["acquitteeLe", "id", "instant", "limite", "nature", "nom", "role", "utilisateurId"], alerte.AsObject().Select(m => m.Key).Order(StringComparer.Ordinal));

        var path = $"/alertes/{alerte["id"]}/acquittement";
        await api.Sql.UnchangedAsync(async () => (await person.PostAsync(path, null)).AssertRefused(403, "acces.refuse"));
        (await admin.PostAsync(path, null)).Reussie();
        (await admin.PostAsync(path, null)).Reussie();
        Assert.Equal(1L, await api.Sql.ReadAsync<long>($"select count(*) from masp.alertes where id = '{alerte["id"]}' and acquittee_le is not null and acquittee_par is not null"));
        Assert.DoesNotContain((await admin.GetAsync("/alertes?etat=ouverte")).Reussie().Corps!["elements"]!.AsArray(), a => a!["id"]!.ToString() == alerte["id"]!.ToString());
        (await admin.PostAsync($"/alertes/{Guid.Empty}/acquittement", null)).AssertRefused(404, "alerte.introuvable");
    }

    [Fact]
    public async Task Who_only_reads_is_stopped_and_told_of_like_everybody()
    {
        await FixAsync("auditeur", "recherches", 1);
        using var auditeur = await Appelant.PersonAsync(api.Address, "auditeur@herault.example");
        (await auditeur.GetAsync("/demandes")).Reussie();

        (await auditeur.GetAsync("/demandes")).AssertRefused(429, "acces.quota");
        Assert.Equal(1L, await api.Sql.ReadAsync<long>("select count(*) from masp.alertes where role = 'Auditeur' and nature = 'recherches'"));
    }

    [Theory]
    [InlineData("2026-03-16T09:59:59.999Z", true)]
    [InlineData("2026-03-16T10:00:00Z", false)]
    public async Task The_count_begins_again_with_each_hour_of_the_clock(string instant, bool refused)
    {
        var auditeur = new Acteur("34", Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Role.Auditeur);
        await api.Sql.WriteAsync($"insert into journal.usages values ('34', '{auditeur.UtilisateurId}', 'dossiers', '2026-03-16T09:00:00Z', 0, 800)");

        if (refused)
            Assert.Equal("MQ429", (await api.Sql.RefusedAsync(auditeur, Look(instant))).SqlState);
        else
            await api.Sql.AsAsync(auditeur, Look(instant));
    }

    [Theory]
    [InlineData(19_999, false)]
    [InlineData(20_000, true)]
    public async Task What_a_program_looks_at_is_added_up_over_its_lots(int before, bool refused)
    {
        var programme = new Acteur("34", Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Role.Integrateur);
        await api.Sql.WriteAsync($"insert into journal.usages values ('34', '{programme.UtilisateurId}', 'dossiers', '2026-03-16T09:00:00Z', 9, {before})");

        if (refused)
            Assert.Equal("MQ429", (await api.Sql.RefusedAsync(programme, Look("2026-03-16T09:30:00Z"))).SqlState);
        else
            await api.Sql.AsAsync(programme, Look("2026-03-16T09:30:00Z"));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(1_000_000, true)]
    [InlineData(1_000_001, false)]
    public async Task A_limit_goes_from_one_to_a_million(int limite, bool admise)
    {
        var admin = await api.PersonAsync(Admin);

        var answer = await admin.PostAsync("/quotas", new { role = "evaluateur", nature = "exports", limite });

        if (admise)
        {
            answer.Reussie();
            var told = (await admin.GetAsync("/quotas")).Reussie().Corps!["elements"]!.AsArray().Single(q => q!["role"]!.GetValue<string>() == "evaluateur" && q["nature"]!.GetValue<string>() == "exports")!;
            Assert.Equal((limite, 30), (told["limite"]!.GetValue<int>(), told["habituelle"]!.GetValue<int>()));
        }
        else
        {
            answer.AssertRefused(400, "quota.limite", "limite");
        }
    }

    [Fact]
    public async Task Nobody_but_an_administrateur_reads_or_sets_a_quota()
    {
        var agent = await api.PersonAsync("agent@herault.example");
        await api.Sql.UnchangedAsync(async () =>
        {
            (await agent.GetAsync("/quotas")).AssertRefused(403, "acces.refuse");
            (await agent.GetAsync("/alertes")).AssertRefused(403, "acces.refuse");
            (await agent.PostAsync("/quotas", new { role = "agent", nature = "dossiers", limite = 9 })).AssertRefused(403, "acces.refuse");
        });
        Assert.Equal(0L, await api.Sql.AsAsync(SqlDeTest.Agent, "select count(*) from masp.quotas"));
        Assert.IsType<PostgresException>(await api.Sql.RefusedAsync(SqlDeTest.Agent, "insert into masp.quotas values ('34', 'Agent', 'dossiers', 9)"));
        Assert.IsType<PostgresException>(await api.Sql.RefusedAsync(SqlDeTest.Agent, "update journal.usages set nombre = 0"));
    }

    private static string Look(string instant) => $"select journal.noter('essai', 'dossier', 'autre', null, null, null, gen_random_uuid(), '{instant}')";

    private async Task FixAsync(string role, string nature, int limite) => (await (await api.PersonAsync(Admin)).PostAsync("/quotas", new { role, nature, limite })).Reussie();

    private Task<long> LooksAsync(Guid mesure) => api.Sql.ReadAsync<long>($"select count(*) from journal.acces where mesure_id = '{mesure}'");

    private async Task<Microsoft.AspNetCore.Builder.WebApplication> ReplicaAsync()
    {
        var clock = new FakeClock(DemonstrationDeTest.Jour.At(new LocalTime(9, 0)).InUtc().ToInstant());
        var replica = MaspApi.Build([], new MaspApiOptions { ConnectionString = api.Base.Application, Clock = clock, Url = "http://127.0.0.1:0", Scelle = false });
        await replica.StartAsync(TestContext.Current.CancellationToken);
        return replica;
    }
}
