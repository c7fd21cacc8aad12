using System.Globalization;
using System.Text.Json.Nodes;
using Masp.Api.Tests.Socle;
using Masp.Application.Commun;
using Masp.Testing.Postgres;
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

    /// <summary>By the Titulaire, today or before (R24). {0} is the Titulaire, {m} the measure.</summary>
    private const string Served = "exists (select from masp.tenues u where u.mesure_id = {m} and u.titulaire_id = '{0}' and u.debut <= '2026-03-16')";

    private const string ServedToday =
        "exists (select from masp.tenues u where u.mesure_id = {m} and u.titulaire_id = '{0}' and u.debut <= '2026-03-16' and coalesce(u.fin, 'infinity') >= '2026-03-16')";

    /// <summary>By the worker in charge today, or who stands in today (R26, R61). {u} is the account.</summary>
    private const string Followed =
        "exists (select from masp.suivis s join masp.intervenants i on i.id = s.intervenant_id where s.mesure_id = {m} and s.debut <= '2026-03-16' and coalesce(s.fin, 'infinity') >= '2026-03-16'"
        + " and (i.utilisateur_id = '{u}' or exists (select from masp.absences a join masp.intervenants r on r.id = a.remplacant_id"
        + " where a.intervenant_id = i.id and '2026-03-16' between a.debut and a.fin and r.utilisateur_id = '{u}')))";

    private const string ServedBon = "(titulaire_id = '{0}' or id in (select m.bon_de_commande_id from masp.mesures m where " + Served + "))";

    private const string FollowedBon =
        "(id in (select m.bon_de_commande_id from masp.mesures m where " + Followed + ") or intervenant_id in (select i.id from masp.intervenants i where i.utilisateur_id = '{u}'"
        + " or exists (select from masp.absences a join masp.intervenants r on r.id = a.remplacant_id where a.intervenant_id = i.id and '2026-03-16' between a.debut and a.fin and r.utilisateur_id = '{u}')))";

    private ApiDeTest Api => bases.Api;

    /// <summary>Who asks, what list, its table, and whose rows are due: a rule said again apart from the code.</summary>
    public static TheoryData<string, string, string, string> Lists => new()
    {
        { ChefA, "/mesures", "mesures", ServedToday },
        { ChefB, "/mesures?tri=nom", "mesures", ServedToday },
        { Intervenant, "/mesures?tri=-finPrevue", "mesures", Followed },
        { Referent, "/mesures?tri=numero", "mesures", Asked },
        { ChefA, "/bons-de-commande", "bons_de_commande", ServedBon },
        { Intervenant, "/bons-de-commande", "bons_de_commande", FollowedBon },
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
            $"select coalesce(array_agg(id::text order by id::text), '{{}}') from masp.{table} where departement_code = '34' and {await FillAsync(rule, table, caller)}");

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
        Assert.Empty(await ForeignAsync(await Api.PersonAsync(identifiant), identifiant));

    [Theory]
    [InlineData(ChefA, Served, ServedBon)]
    [InlineData(Intervenant, Followed, FollowedBon)]
    [InlineData(Referent, Asked, Asked)]
    public async Task A_record_of_another_is_not_there(string identifiant, string mesure, string bon)
    {
        var caller = await Api.PersonAsync(identifiant);

        foreach (var (path, table) in new[] { ("mesures", "mesures"), ("bons-de-commande", "bons_de_commande"), ("demandes", "demandes"), ("factures", "factures") })
        {
            var own = table switch
            {
                "mesures" => mesure,
                "bons_de_commande" => bon,
                "demandes" when mesure is not Asked => $"id in (select demande_id from masp.bons_de_commande where {bon})",
                "demandes" => Asked,
                _ => mesure is Asked ? "false" : Mine,
            };
            var foreign = await Api.Sql.ReadAsync<Guid>($"select id from masp.{table} where departement_code = '34' and not ({await FillAsync(own, table, caller)}) order by id desc limit 1");
            foreach (var below in table is "mesures" ? ["", "/chronologie"] : table is "factures" ? new[] { "", "/etat-detaille" } : [""])
            {
                var answer = await caller.GetAsync($"/{path}/{foreign}{below}");
                Assert.True((int)answer.Statut is 403 or 404, $"/{path}/{foreign}{below}: {(int)answer.Statut} {answer.Texte}");
            }
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
                await Api.Sql.ReadAsync<long>(
                    $"select count(*) from masp.bons_de_commande where departement_code = '34' and {await FillAsync(ServedBon, "bons_de_commande", chef)} and id = any ('{{{string.Join(',', named)}}}')"));
        }
    }

    [Fact]
    public async Task A_program_of_exports_gets_nothing()
    {
        var exports = await Api.ExportsAsync();

        foreach (var path in new[] { "/mesures", "/demandes", "/bons-de-commande", "/factures", "/commissions", "/a-faire", "/recherche?q=34-", "/beneficiaires?recherche=le", "/lots/1/tour-de-role" })
            (await exports.GetAsync(path)).AssertRefused(403, "acces.refuse");
    }

    [Fact]
    public async Task Without_its_conditions_the_application_would_show_what_is_another_s()
    {
        await using var open = await bases.WithoutConditionsAsync();
        foreach (var identifiant in new[] { ChefA, Intervenant, Referent })
        {
            using var caller = await Appelant.PersonAsync(new Uri(open.Urls.Single()), identifiant);
            Assert.NotEmpty(await ForeignAsync(caller, identifiant));
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

    private static async Task<string> FillAsync(string rule, string table, Appelant caller) => rule
        .Replace("{0}", await BodyOfAsync(caller), StringComparison.Ordinal)
        .Replace("{u}", (await caller.GetAsync("/session")).Reussie().Lire("utilisateur.id"), StringComparison.Ordinal)
        .Replace("{m}", table is "mesures" ? "mesures.id" : "m.id", StringComparison.Ordinal);

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
    private async Task<List<string>> ForeignAsync(Appelant caller, string identifiant)
    {
        var shown = new List<(string Type, string Id)>();
        foreach (var section in (await caller.GetAsync("/a-faire")).Reussie().Corps!["sections"]!.AsArray())
            shown.AddRange(section!["elements"]!.AsArray().Select(t => (Text(t!, "type"), Text(t!, "id"))));
        foreach (var text in new[] { "34-20", "D-20", "BC-34", "ma", "le" })
            shown.AddRange((await caller.GetAsync($"/recherche?q={text}")).Reussie().Corps!["elements"]!.AsArray().Select(t => (Text(t!, "type"), Text(t!, "cle"))));
        Assert.NotEmpty(shown);

        var foreign = new List<string>();
        foreach (var (type, id) in shown.Where(s => s.Type is not "commune"))
        {
            var chef = identifiant is ChefA or ChefB;
            var bon = identifiant is Referent ? Asked : chef ? ServedBon : FollowedBon;
            var (table, own) = type switch
            {
                // Deadlines are led to by their Mesure.
                "mesure" or "echeances" => ("mesures", identifiant is Referent ? Asked : chef ? Served : Followed),
                "bonDeCommande" => ("bons_de_commande", bon),
                "facture" => ("factures", Mine),
                _ => ("demandes", identifiant is Referent ? Asked : $"id in (select demande_id from masp.bons_de_commande where {bon})"),
            };
            if (await Api.Sql.ReadAsync<long>($"select count(*) from masp.{table} where id = '{id}' and {await FillAsync(own, table, caller)}") == 0)
                foreign.Add(string.Create(CultureInfo.InvariantCulture, $"{type} {id}"));
        }

        return foreign;
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}

/// <summary>Class fixture: the API on a copy of the demonstration whose tables have no policy left, so that only the application decides.</summary>
public sealed class SansPolitiques(Masp.Testing.Postgres.PostgresDeTest postgres, TracesDeLExecution execution) : IAsyncLifetime
{
    public ApiDeTest Api { get; } = new(postgres, execution);

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
                builder.Services.AddScoped(_ => Portee.Of(SqlDeTest.Agent, DemonstrationDeTest.Jour));
            },
        });
        await application.StartAsync(TestContext.Current.CancellationToken);
        return application;
    }

    public ValueTask DisposeAsync() => Api.DisposeAsync();
}
