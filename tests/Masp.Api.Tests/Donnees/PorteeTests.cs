using System.Globalization;
using System.Text.Json.Nodes;
using Masp.Api.Tests.Socle;
using Masp.Application.Commun;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Core;

namespace Masp.Api.Tests.Donnees;

/// <summary>
/// What the application asks for by itself: in a database without any policy, every caller still gets the own records and no other. Its twin takes the
/// application's conditions away, and the very same question fails.
/// </summary>
public sealed class PorteeTests(SansPolitiques bases) : IClassFixture<SansPolitiques>
{
    private const string ChefA = "chef@titulaire-a.example";
    private const string ChefB = "chef@titulaire-b.example";
    private const string Intervenant = "intervenant@titulaire-a.example";
    private const string Referent = "referent@ccas.example";
    private const string Mine = "titulaire_id = '{0}'";
    private const string Asked = "service_referent_id = '{0}'";

    private ApiDeTest Api => bases.Api;

    /// <summary>Who asks, what list, its table, and whose rows are due: a rule said again apart from the code.</summary>
    public static TheoryData<string, string, string, string> Lists => new()
    {
        { ChefA, "/mesures", "mesures", Mine },
        { ChefB, "/mesures?tri=nom", "mesures", Mine },
        { Intervenant, "/mesures?tri=-finPrevue", "mesures", Mine },
        { Referent, "/mesures?tri=numero", "mesures", Asked },
        { ChefA, "/bons-de-commande", "bons_de_commande", Mine },
        { Intervenant, "/bons-de-commande", "bons_de_commande", Mine },
        { Referent, "/bons-de-commande", "bons_de_commande", Asked },
        { Referent, "/demandes", "demandes", Asked },
        { Referent, "/demandes?tri=deposeeLe", "demandes", Asked },
        { ChefA, "/factures", "factures", Mine },
        { ChefB, "/factures", "factures", Mine },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_holds_the_own_records_and_no_other(string identifiant, string path, string table, string rule)
    {
        var caller = await Api.PersonAsync(identifiant);
        var due = await Api.Sql.ReadAsync<string[]>(
            $"select coalesce(array_agg(id::text order by id::text), '{{}}') from masp.{table} where departement_code = '34' and {rule.Replace("{0}", await BodyOfAsync(caller), StringComparison.Ordinal)}");

        Assert.NotEmpty(due);
        Assert.True(due.Length < await Api.Sql.ReadAsync<long>($"select count(*) from masp.{table}"), "the probe has nothing to hide");
        Assert.Equal(due, (await IdsAsync(caller, path)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(ChefA)]
    [InlineData(ChefB)]
    [InlineData(Intervenant)]
    [InlineData(Referent)]
    public async Task The_search_and_what_is_to_be_done_lead_to_own_records_only(string identifiant) =>
        Assert.Empty(await ForeignAsync(await Api.PersonAsync(identifiant)));

    [Theory]
    [InlineData(ChefA, Mine)]
    [InlineData(Intervenant, Mine)]
    [InlineData(Referent, Asked)]
    public async Task A_record_of_another_is_not_there(string identifiant, string rule)
    {
        var caller = await Api.PersonAsync(identifiant);
        var body = await BodyOfAsync(caller);

        foreach (var (path, table) in new[] { ("mesures", "mesures"), ("bons-de-commande", "bons_de_commande"), ("demandes", "demandes"), ("factures", "factures") })
        {
            var whose = (table, rule) switch
            {
                ("demandes", Mine) => "not exists (select from masp.bons_de_commande b where b.demande_id = t.id and b.titulaire_id = '{0}')",
                ("factures", Asked) => "true",
                _ => $"not ({rule})",
            };
            var foreign = await Api.Sql.ReadAsync<Guid>(
                $"select id from masp.{table} t where departement_code = '34' and {whose.Replace("{0}", body, StringComparison.Ordinal)} order by id desc limit 1");
            foreach (var below in table is "mesures" ? ["", "/chronologie"] : table is "factures" ? new[] { "", "/etat-detaille" } : [""])
                Assert.Contains((int)(await caller.GetAsync($"/{path}/{foreign}{below}")).Statut, new[] { 403, 404 });
        }
    }

    [Fact]
    public async Task The_register_of_a_Lot_names_own_orders_only_and_is_closed_to_who_has_no_convention_on_it()
    {
        var chef = await Api.PersonAsync(ChefA);
        var body = await BodyOfAsync(chef);
        foreach (var lot in new[] { "1", "2", "3" })
        {
            var answer = await chef.GetAsync($"/lots/{lot}/tour-de-role?taille=200");
            if (!await Api.Sql.ReadAsync<bool>($"select exists (select from masp.conventions where departement_code = '34' and lot_code = '{lot}' and titulaire_id = '{body}')"))
            {
                answer.AssertRefused(404, "lot.introuvable");
                continue;
            }

            var named = answer.Reussie().Corps!["registre"]!["elements"]!.AsArray().Where(i => i!["bonDeCommande"] is not null)
                .Select(i => i!["bonDeCommande"]!["id"]!.GetValue<string>()).Distinct().ToList();
            Assert.NotEmpty(named);
            Assert.Equal(
                (long)named.Count,
                await Api.Sql.ReadAsync<long>($"select count(*) from masp.bons_de_commande where departement_code = '34' and titulaire_id = '{body}' and id = any ('{{{string.Join(',', named)}}}')"));
        }
    }

    [Fact]
    public async Task A_program_of_exports_gets_nothing()
    {
        var exports = await Api.ExportsAsync();

        foreach (var path in new[] { "/mesures", "/demandes", "/bons-de-commande", "/factures", "/commissions", "/a-faire", "/recherche?q=34-", "/lots/1/tour-de-role" })
            (await exports.GetAsync(path)).AssertRefused(403, "acces.refuse");
    }

    [Fact]
    public async Task Without_its_conditions_the_application_would_show_what_is_another_s()
    {
        await using var open = await bases.WithoutConditionsAsync();
        foreach (var identifiant in new[] { ChefA, Intervenant, Referent })
        {
            using var caller = await Appelant.PersonAsync(new Uri(open.Urls.Single()), identifiant);
            Assert.NotEmpty(await ForeignAsync(caller));
            Assert.Equal(
                await Api.Sql.ReadAsync<long>("select count(*) from masp.mesures where departement_code = '34'"), (await IdsAsync(caller, "/mesures")).Count);
        }
    }

    /// <summary>The Titulaire or ServiceReferent the caller acts for.</summary>
    private static async Task<string> BodyOfAsync(Appelant caller)
    {
        var utilisateur = (await caller.GetAsync("/session")).Reussie().Corps!["utilisateur"]!;
        return (utilisateur["titulaire"] ?? utilisateur["serviceReferent"])!["id"]!.GetValue<string>();
    }

    /// <summary>Every page of a list, to the last.</summary>
    private static async Task<List<string>> IdsAsync(Appelant caller, string path)
    {
        var ids = new List<string>();
        for (var next = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}taille=200"; next is not null;)
        {
            var page = (await caller.GetAsync(next)).Reussie().Corps!;
            ids.AddRange(page["elements"]!.AsArray().Select(e => e!["id"]!.GetValue<string>()));
            next = page["lien"]?.GetValue<string>();
        }

        return ids;
    }

    /// <summary>What the search and the queues show that belongs to another body.</summary>
    private async Task<List<string>> ForeignAsync(Appelant caller)
    {
        var body = await BodyOfAsync(caller);
        var shown = new List<(string Type, string Id)>();
        foreach (var section in (await caller.GetAsync("/a-faire")).Reussie().Corps!["sections"]!.AsArray())
            shown.AddRange(section!["elements"]!.AsArray().Select(t => (Text(t!, "type"), Text(t!, "id"))));
        foreach (var text in new[] { "34-20", "D-20", "BC-34", "ma", "le" })
            shown.AddRange((await caller.GetAsync($"/recherche?q={text}")).Reussie().Corps!["elements"]!.AsArray().Select(t => (Text(t!, "type"), Text(t!, "cle"))));
        Assert.NotEmpty(shown);

        var foreign = new List<string>();
        foreach (var (type, id) in shown.Where(s => s.Type is not "commune"))
        {
            var own = type switch
            {
                "mesure" => $"select count(*) from masp.mesures where id = '{id}' and '{body}' in (titulaire_id::text, service_referent_id::text)",
                "bonDeCommande" => $"select count(*) from masp.bons_de_commande where id = '{id}' and '{body}' in (titulaire_id::text, service_referent_id::text)",
                "facture" => $"select count(*) from masp.factures where id = '{id}' and titulaire_id = '{body}'",
                "demande" =>
                    $"select count(*) from masp.demandes d where id = '{id}' and (service_referent_id = '{body}' or exists (select from masp.bons_de_commande b where b.demande_id = d.id and b.titulaire_id = '{body}'))",
                _ => "select 0::bigint",
            };
            if (await Api.Sql.ReadAsync<long>(own) == 0)
                foreign.Add(string.Create(CultureInfo.InvariantCulture, $"{type} {id}"));
        }

        return foreign;
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}

/// <summary>Class fixture: the API on a copy of the demonstration whose tables have no policy left, so that only the application decides.</summary>
public sealed class SansPolitiques(Masp.Testing.Postgres.PostgresDeTest postgres) : IAsyncLifetime
{
    public ApiDeTest Api { get; } = new(postgres);

    public async ValueTask InitializeAsync()
    {
        await Api.InitializeAsync();
        foreach (var table in await Api.Sql.TablesAsync())
            await Api.Sql.WriteAsync($"alter table masp.{table} disable row level security");
    }

    /// <summary>The same application on the same rows, whose hand-written reads are given the conditions of the SAFPM: none.</summary>
    public async Task<WebApplication> WithoutConditionsAsync()
    {
        var application = MaspApi.Build([], new MaspApiOptions
        {
            ConnectionString = Api.Base.Application,
            Url = "http://127.0.0.1:0",
            Configure = builder =>
            {
                builder.Services.AddSerilog(Logger.None);
                builder.Services.AddScoped(_ => Portee.Of(SqlDeTest.Agent));
            },
        });
        await application.StartAsync(TestContext.Current.CancellationToken);
        return application;
    }

    public ValueTask DisposeAsync() => Api.DisposeAsync();
}
