using Masp.Api.Tests.Socle;
using Masp.Infrastructure.Echeances;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Masp.Api.Tests.Echeances;

/// <summary>The lists of deadlines and what is recorded about one: its cause, its move, its document (R46).</summary>
public sealed class EcheancesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string ChefA = "chef@titulaire-a.example";
    private const string Late = "etat = 'Ouverte' and limite < '2026-03-16' and date_brute < '2026-03-16'";
    private const string HeldByA =
        "mesure_id in (select m.id from masp.mesures m join masp.titulaires t on t.id = m.titulaire_id where t.serie_facture = 'GA' and m.titulaire_depuis <= '2026-03-16')";

    [Fact]
    public async Task The_list_is_of_open_ones_overdue_first_and_page_after_page_each_once()
    {
        var agent = await api.PersonAsync("agent@herault.example");
        var (ids, limites, after) = (new List<string>(), new List<string>(), string.Empty);
        do
        {
            var page = (await agent.GetAsync($"/echeances?taille=200{after}")).Reussie();
            ids.AddRange(page.Corps!["elements"]!.AsArray().Select(e => e!["id"]!.ToString()));
            limites.AddRange(page.Corps["elements"]!.AsArray().Select(e => e!["limite"]!.ToString()));
            after = page.Corps["lien"]?.ToString() is { } link ? "&apres=" + Uri.EscapeDataString(System.Web.HttpUtility.ParseQueryString(new Uri(new Uri("http://x"), link).Query)["apres"]!) : string.Empty;
        }
        while (after.Length > 0);

        Assert.Equal(await api.Sql.ReadAsync<long>("select count(*) from masp.echeances where etat = 'Ouverte'"), ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(limites.Order(StringComparer.Ordinal), limites);
    }

    [Theory]
    [InlineData("etat=depassees", Late)]
    [InlineData("etat=depassees&nature=rencontres", Late + " and nature = 'Rencontres'")]
    [InlineData("etat=depassees&lot=2", Late + " and lot_code = '2'")]
    [InlineData("etat=aExpliquer&nature=bilanFinal", "nature = 'BilanFinal' and cause is null and (etat in ('TenueEnRetard', 'NonTenue') or (" + Late + "))")]
    [InlineData("miennes=true", "etat = 'Ouverte' and responsable = 'Safpm'")]
    [InlineData("etat=nonTenues&nature=projetIntervention", "etat = 'NonTenue' and nature = 'ProjetIntervention'")]
    public async Task Each_filter_keeps_what_it_says(string query, string rule)
    {
        var rows = (await (await api.PersonAsync("agent@herault.example")).GetAsync($"/echeances?taille=200&{query}")).Reussie().Corps!["elements"]!.AsArray();

        Assert.Equal(await api.Sql.ReadAsync<long>($"select least(200, count(*)) from masp.echeances where {rule}"), rows.Count);
    }

    [Fact]
    public async Task The_counts_are_those_of_the_rows_clause_by_clause()
    {
        var counts = (await (await api.PersonAsync("agent@herault.example")).GetAsync("/echeances/comptes?lot=1")).Reussie().Corps!["elements"]!.AsArray();

        foreach (var count in counts)
        {
            var nature = char.ToUpperInvariant(count!["nature"]!.ToString()[0]) + count["nature"]!.ToString()[1..];
            Assert.Equal(
                await api.Sql.ReadAsync<string>(
                    $"select count(*) filter (where etat = 'Ouverte') || ' ' || count(*) filter (where {Late}) || ' ' || count(*) filter (where cause is null and (etat in ('TenueEnRetard', 'NonTenue') or ({Late}))) from masp.echeances where lot_code = '1' and nature = '{nature}'"),
                $"{count["ouvertes"]} {count["depassees"]} {count["aExpliquer"]}");
        }

        Assert.True(counts.Count > 5);
    }

    [Fact]
    public async Task A_titulaire_sees_and_explains_its_own_and_not_another_s()
    {
        var chef = await api.PersonAsync(ChefA);
        var mine = await api.Sql.ReadAsync<Guid>($"select id from masp.echeances where {Late} and cause is null and nature = 'ProjetIntervention' and {HeldByA} order by id limit 1");
        var other = await api.Sql.ReadAsync<Guid>($"select id from masp.echeances where {Late} and cause is null and mesure_id is not null and not ({HeldByA}) and mesure_id not in (select mesure_id from masp.tenues u join masp.titulaires t on t.id = u.titulaire_id where t.serie_facture = 'GA') order by id limit 1");
        var motif = new { cause = "beneficiaire", commentaire = "Absente trois fois." };

        await api.Sql.UnchangedAsync(async () =>
        {
            (await chef.PostAsync($"/echeances/{other}/motif", motif)).AssertRefused(404, "echeance.introuvable");
            (await chef.PostAsync($"/echeances/{mine}/motif", new { motif.cause, commentaire = " " })).AssertRefused(400, "champ.obligatoire", "commentaire");
            (await chef.PostAsync($"/echeances/{mine}/decalage", new { limite = "2026-03-20", motif = "Essai" })).AssertRefused(403, "acces.refuse");
        });
        var told = (await chef.PostAsync($"/echeances/{mine}/motif", motif)).Reussie();

        Assert.Equal(("true", "false", "beneficiaire"), (told.Lire("enRetard"), told.Lire("aExpliquer"), told.Lire("motif.cause")));
        Assert.Equal("Ouverte Beneficiaire Absente trois fois. 2026-03-16", await RowAsync(mine, "etat, cause, commentaire, expliquee_le"));
        (await chef.PostAsync($"/echeances/{mine}/motif", motif)).AssertRefused(409, "echeance.motif-deja-donne");
        Assert.DoesNotContain(other.ToString(), (await chef.GetAsync("/echeances?etat=depassees&taille=200")).Reussie().Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_explain_at_once_one_is_answered_that_it_is_done()
    {
        var id = await api.Sql.ReadAsync<Guid>($"select id from masp.echeances where {Late} and cause is null and nature = 'BilanEtape' order by id limit 1");
        var (agent, integrateur) = (await api.PersonAsync("agent@herault.example"), await api.IntegrateurAsync());

        var answers = await Task.WhenAll(
            agent.PostAsync($"/echeances/{id}/motif", new { cause = "titulaire", commentaire = "Un" }),
            integrateur.PostAsync($"/echeances/{id}/motif", new { cause = "autre", commentaire = "Deux" }));

        Assert.Single(answers, a => (int)a.Statut == 200);
        answers.Single(a => (int)a.Statut != 200).AssertRefused(409, "echeance.motif-deja-donne");
    }

    [Fact]
    public async Task The_SAFPM_moves_one_and_the_move_is_on_record()
    {
        var agent = await api.PersonAsync("agent@herault.example");
        var id = await api.Sql.ReadAsync<Guid>("select id from masp.echeances where etat = 'Ouverte' and nature = 'BilanEtape' and limite > '2026-06-01' order by id limit 1");
        var before = await RowAsync(id, "limite");

        await api.Sql.UnchangedAsync(async () =>
        {
            (await agent.PostAsync($"/echeances/{id}/decalage", new { limite = "2026-04-06", motif = "Essai" })).AssertRefused(409, "decalage.jour-non-ouvre", "limite"); // Easter Monday
            (await agent.PostAsync($"/echeances/{id}/decalage", new { limite = "2026-03-13", motif = "Essai" })).AssertRefused(409, "decalage.date-passee", "limite");
            (await agent.PostAsync($"/echeances/{id}/decalage", new { limite = "9999-12-31", motif = "Essai" })).AssertRefused(400, "date.hors-bornes", "limite");
        });
        var moved = (await agent.PostAsync($"/echeances/{id}/decalage", new { limite = "2026-04-07", motif = "Hospitalisation." })).Reussie();

        Assert.Equal("2026-04-07", moved.Lire("limite"));
        Assert.EndsWith(": Hospitalisation.", moved.Corps!["explication"]!.AsArray()[^1]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            $"{before} 2026-04-07 Hospitalisation. 2026-03-16",
            await api.Sql.ReadAsync<string>($"select concat_ws(' ', de, a, motif, le) from masp.decalages where echeance_id = '{id}' order by rang desc limit 1"));
    }

    [Fact]
    public async Task A_document_is_noted_when_it_comes_and_what_has_an_act_of_its_own_is_not()
    {
        var agent = await api.PersonAsync("agent@herault.example");
        var accounts = await api.Sql.ReadAsync<Guid>("select id from masp.echeances where etat = 'Ouverte' and nature = 'ComptesDeGestion' and evenement_le < '2026-03-10' and limite > '2026-03-16' order by id limit 1");
        var bilan = await api.Sql.ReadAsync<Guid>("select id from masp.echeances where etat = 'Ouverte' and nature = 'BilanFinal' order by id limit 1");

        await api.Sql.UnchangedAsync(async () =>
        {
            (await agent.PostAsync($"/echeances/{bilan}/constat", new { })).AssertRefused(409, "echeance.tenue-par-son-acte");
            (await agent.PostAsync($"/echeances/{accounts}/constat", new { date = "2026-03-17" })).AssertRefused(400, "echeance.date-invalide", "date");
        });
        (await agent.PostAsync($"/echeances/{accounts}/constat", new { date = "2026-03-13" })).Reussie();

        Assert.Equal("Tenue 2026-03-13 2026-03-16", await RowAsync(accounts, "etat, tenue_le, close_le"));
        (await agent.PostAsync($"/echeances/{accounts}/constat", new { })).AssertRefused(409, "echeance.close");
    }

    [Fact]
    public async Task A_titulaire_that_handed_a_measure_over_reads_what_was_closed_there_and_writes_nothing()
    {
        var integrateur = await api.IntegrateurAsync();
        var repreneur = await api.Sql.ReadAsync<Guid>("select id from masp.titulaires where serie_facture = 'TR'");
        var mesure = await api.Sql.ReadAsync<Guid>(
            $"select m.id from masp.mesures m join masp.titulaires t on t.id = m.titulaire_id where t.serie_facture = 'GA' and m.lot_code = '1' and m.etat = 'EnCours' and m.titulaire_precedent_id is null and m.fin_prevue > '2026-08-01' and exists (select from masp.echeances e where e.mesure_id = m.id and e.etat = 'Ouverte' and e.limite < '2026-08-01') order by m.id limit 1");
        (await integrateur.PostAsync($"/mesures/{mesure}/relais", new { repreneurId = repreneur, date = "2026-04-01", motif = "Essai" })).Reussie();
        using var back = On(new LocalDate(2026, 8, 3));
        var chef = await api.PersonAsync(ChefA);

        var open = await api.Sql.ReadAsync<Guid>($"select id from masp.echeances where mesure_id = '{mesure}' and etat = 'Ouverte' and limite < '2026-08-01' order by id limit 1");
        (await chef.PostAsync($"/echeances/{open}/motif", new { cause = "titulaire", commentaire = "Essai" })).AssertRefused(404, "echeance.introuvable");
        Assert.DoesNotContain("\"ouverte\"", (await chef.GetAsync($"/mesures/{mesure}/echeances")).Reussie().Texte, StringComparison.Ordinal);
        Assert.Contains("\"ouverte\"", (await (await api.PersonAsync("chef@titulaire-b.example")).GetAsync($"/mesures/{mesure}/echeances")).Reussie().Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_opens_what_it_starts_once_though_two_replicas_pass_at_once()
    {
        var pass = api.Services.GetRequiredService<PassageDuJour>();
        using var back = On(new LocalDate(2026, 5, 4));
        var before = await api.Sql.ReadAsync<long>("select count(*) from masp.echeances");
        await using var replica = await api.ReplicaAsync();

        var opened = await Task.WhenAll(pass.RunAsync(TestContext.Current.CancellationToken), replica.Services.GetRequiredService<PassageDuJour>().RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal(before + opened.Sum(), await api.Sql.ReadAsync<long>("select count(*) from masp.echeances"));
        Assert.True(opened.Sum() > 100);
        Assert.Equal(
            0L, await api.Sql.ReadAsync<long>(
                "select count(*) from masp.mesures m where etat = 'EnCours' and not exists (select from masp.changements_de_gestion c where c.mesure_id = m.id) and exists (select from masp.contrats k where k.mesure_id = m.id and k.avec_gestion and k.debut <= '2026-04-30' and k.fin_prevue >= '2026-04-01') and not exists (select from masp.echeances e where e.mesure_id = m.id and e.nature = 'Releve' and e.occurrence = '2026-04')"));
        Assert.Equal(
            1L, await api.Sql.ReadAsync<long>("select count(distinct occurrence) from masp.echeances where nature = 'RapportTrimestriel' and cree_le = '2026-05-04' and occurrence = '2026-T1'"));
        Assert.Equal(0, await pass.RunAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Another day, until it is disposed of, whatever the test finds.</summary>
    private Retour On(LocalDate jour)
    {
        api.Avancer(jour);
        return new Retour(api);
    }

    private Task<string> RowAsync(Guid id, string columns) => api.Sql.ReadAsync<string>($"select concat_ws(' ', {columns}) from masp.echeances where id = '{id}'");

    private sealed class Retour(ApiDeTest api) : IDisposable
    {
        public void Dispose() => api.Avancer(new LocalDate(2026, 3, 16));
    }
}
