using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Infrastructure.Donnees;
using Masp.Testing.Postgres;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace Masp.Api.Tests.Acces;

/// <summary>
/// The rules of access are said once, as pure functions, and translated three times: filters of the queries, conditions of the hand-written
/// reads, policies of PostgreSQL. Over random small worlds the four say the same of every row; each translation is asked with the others off.
/// </summary>
public sealed class TroisTraductionsTests(BaseDeTest test) : IClassFixture<BaseDeTest>, IAsyncDisposable
{
    private const int Mondes = 15;

    private NpgsqlDataSource? _source;

    private static readonly LocalDate Jour = new(2026, 3, 16);

    [Fact]
    public async Task Every_table_of_the_trade_has_its_place_among_the_rules()
    {
        await using var session = await OpenAsync();

        Assert.Empty((await TablesAsync(session)).Except(LignesVues.Tables).Select(t =>
            $"{t} is placed nowhere: in LignesVues.Others of tests/Masp.Api.Tests/Acces, write [\"{t}\"] = (\"mesure_id, the day it bears\", (f, r) => f.Mesure(r.Id, jour: r.Jour)), and give it a row in PetitMonde."));
        Assert.Empty(LignesVues.Tables.Except(await TablesAsync(session)).Select(t => $"{t} is no table any more: take its line out of LignesVues."));
    }

    [Fact]
    public async Task The_policies_the_filters_and_the_hand_written_conditions_say_what_the_rules_say()
    {
        var gaps = new List<string>();
        var (compared, hidden) = (0, 0);
        var empty = LignesVues.Tables.ToHashSet();
        for (var graine = 0; graine < Mondes; graine++)
        {
            await using var session = await OpenAsync();
            await using var undone = await session.BeginTransactionAsync(TestContext.Current.CancellationToken);
            var hasard = new Random(graine);
            var monde = new PetitMonde(session, hasard, Jour);
            await monde.FillAsync();
            var lignes = await LignesVues.LoadAsync(session);
            empty.ExceptWith(lignes.Filled);
            foreach (var acteur in Acteurs(monde, hasard))
            {
                var expected = lignes.SeenBy(acteur, Jour);
                compared += lignes.Count;
                hidden += lignes.Count - expected.Values.Sum(rows => rows.Count);
                var say = (string who, string table, IEnumerable<string> wrong) => gaps.AddRange(wrong.Select(w => $"world {graine}, {acteur}: {who} {table} {w}"));
                var shown = await PoliciesAsync(session, acteur, LignesVues.Tables);
                foreach (var table in LignesVues.Tables)
                    say("policies", table, Difference(expected[table], shown[table].ToHashSet()));
                foreach (var (table, rows) in await HandWrittenAsync(session, acteur))
                    say("hand-written", table, Difference(expected[table], rows));
                foreach (var (table, ids) in await FiltersAsync(session, undone, acteur))
                    say("filters", table, Difference(lignes.IdsOf(table, expected[table]), ids));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} lignes comparées trois fois, dont {hidden} cachées, {gaps.Count} écart");
        Assert.True(gaps.Count == 0, string.Join(Environment.NewLine, gaps.Take(40)));
        Assert.Empty(empty.Select(t => $"{t} has no row in any world: nothing is compared. Write RowAsync(\"{t}\", …) in PetitMonde."));
        Assert.True(hidden > 1_000 && compared - hidden > 1_000, "The worlds show everything or nothing.");
    }

    [Theory]
    [InlineData("mesures", "create policy plantee on masp.mesures for select using (true)")]
    [InlineData("suspensions", "drop policy lecture on masp.suspensions")]
    [InlineData("factures", "alter table masp.factures disable row level security")]
    public async Task A_policy_that_says_something_else_is_seen(string table, string planted)
    {
        var gaps = 0;
        for (var graine = 0; graine < 6; graine++)
        {
            await using var session = await OpenAsync();
            await using var undone = await session.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await ExecuteAsync(session, planted);
            var hasard = new Random(graine);
            var monde = new PetitMonde(session, hasard, Jour);
            await monde.FillAsync();
            var lignes = await LignesVues.LoadAsync(session);
            foreach (var acteur in Acteurs(monde, hasard))
                gaps += Difference(lignes.SeenBy(acteur, Jour)[table], (await PoliciesAsync(session, acteur, [table]))[table].ToHashSet()).Count();
        }

        Assert.True(gaps > 0);
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
            await _source.DisposeAsync();
    }

    /// <summary>Each role, on behalf of bodies of the world and of none, in both Departements.</summary>
    private static IEnumerable<Acteur> Acteurs(PetitMonde monde, Random hasard) =>
        from role in Enum.GetValues<Role>()
        from departement in new[] { "34", "99" }
        let one = new Func<Guid[], Guid>(ids => ids[hasard.Next(ids.Length)])
        let debut = Jour.PlusDays(hasard.Next(-3, 2))
        from time in Enumerable.Range(0, role is Role.ChefTitulaire or Role.Intervenant or Role.Beneficiaire ? 3 : 1)
        select new Acteur(
            departement, one(monde.Comptes), role,
            role is Role.ChefTitulaire or Role.Intervenant ? one(monde.Titulaires) : null,
            role == Role.Referent ? one(monde.Services) : null,
            role == Role.Beneficiaire ? one(monde.Personnes) : null,
            role == Role.Auditeur && hasard.Next(5) > 0 ? Periode.Of(debut, debut.PlusDays(hasard.Next(3))) : null);

    private static IEnumerable<string> Difference(IReadOnlySet<string> expected, IReadOnlySet<string> found) =>
        expected.Except(found).Select(r => $"hides {r}").Concat(found.Except(expected).Select(r => $"shows {r}"));

    private static async Task<ILookup<string, string>> PoliciesAsync(NpgsqlConnection session, Acteur acteur, IEnumerable<string> tables)
    {
        await TellAsync(session, acteur);
        await ExecuteAsync(session, "set local role masp_app");
        var rows = await KeysAsync(session, string.Join(" union all ", tables.Select(t => $"select '{t} ' || ctid::text from masp.{t}")));
        await ExecuteAsync(session, "reset role");
        return rows.ToLookup(r => r.Split(' ')[0], r => r.Split(' ')[1]);
    }

    private static async Task<Dictionary<string, IReadOnlySet<string>>> HandWrittenAsync(NpgsqlConnection session, Acteur acteur)
    {
        await TellAsync(session, acteur);
        var portee = Portee.Of(acteur, Jour);
        var found = new Dictionary<string, IReadOnlySet<string>>();
        foreach (var (table, condition) in new[]
        {
            ("mesures", portee.Mesures("t")), ("bons_de_commande", portee.Bons("t")), ("demandes", portee.Demandes("t")), ("factures", portee.Factures("t")),
            ("commissions", portee.Commissions()), ("echeances", portee.Echeances("t")), ("inscriptions", portee.Registre("t")),
        })
            found[table] = await KeysAsync(session, $"select t.ctid::text from masp.{table} t where t.departement_code = masp.departement(){condition}");
        found["rencontres"] = await KeysAsync(
            session,
            "select t.ctid::text from masp.rencontres t join masp.mesures m on m.departement_code = t.departement_code and m.id = t.mesure_id "
            + $"where t.departement_code = masp.departement(){portee.Mesures("m")}{portee.AvantCession("t.mesure_id", "t.date")}");
        return found;
    }

    private static async Task<Dictionary<string, IReadOnlySet<string>>> FiltersAsync(NpgsqlConnection session, NpgsqlTransaction transaction, Acteur acteur)
    {
        var options = new DbContextOptionsBuilder<MaspDbContext>().UseNpgsql(session, npgsql => npgsql.UseNodaTime()).UseSnakeCaseNamingConvention().Options;
        await using var db = new MaspDbContext(options).For(acteur, Jour);
        await db.Database.UseTransactionAsync(transaction, TestContext.Current.CancellationToken);
        var found = new Dictionary<string, IReadOnlySet<string>>
        {
            ["mesures"] = await IdsAsync(db.Mesures.Select(m => m.Id)),
            ["bons_de_commande"] = await IdsAsync(db.BonsDeCommande.Select(b => b.Id)),
            ["demandes"] = await IdsAsync(db.Demandes.Select(d => d.Id)),
            ["beneficiaires"] = await IdsAsync(db.Beneficiaires.Select(b => b.Id)),
            ["factures"] = await IdsAsync(db.Factures.Select(f => f.Id)),
            ["passages_de_relais"] = await IdsAsync(db.PassagesDeRelais.Select(r => r.Id)),
            ["commissions"] = await IdsAsync(db.Commissions.Select(c => c.Id)),
            ["inscriptions"] = await IdsAsync(db.Inscriptions.Select(i => i.Id)),
            ["intervenants"] = await IdsAsync(db.Intervenants.Select(i => i.Id)),
            ["rencontres"] = await IdsAsync(db.Rencontres.Select(r => r.Id)),
            ["echeances"] = await IdsAsync(db.Echeances.Select(e => e.Id)),
            ["notes"] = await IdsAsync(db.Notes.Select(n => n.Id)),
            ["titulaires"] = await IdsAsync(db.Titulaires.Select(t => t.Id)),
            ["baremes"] = await IdsAsync(db.Baremes.Select(b => b.Id)),
        };
        return found;
    }

    private static async Task<IReadOnlySet<string>> IdsAsync(IQueryable<Guid> query) =>
        (await query.ToListAsync(TestContext.Current.CancellationToken)).Select(id => id.ToString()).ToHashSet();

    private static async Task TellAsync(NpgsqlConnection session, Acteur acteur)
    {
        await using var who = new NpgsqlCommand(QuiAgit.Sql, session);
        foreach (var value in QuiAgit.Values(acteur, Jour))
            who.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        await who.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlySet<string>> KeysAsync(NpgsqlConnection session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var keys = new HashSet<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            keys.Add(reader.GetString(0));
        return keys;
    }

    private static async Task<IEnumerable<string>> TablesAsync(NpgsqlConnection session) =>
        (await KeysAsync(session, "select tablename::text from pg_tables where schemaname = 'masp' and tablename <> 'migrations'")).Order(StringComparer.Ordinal);

    private static async Task ExecuteAsync(NpgsqlConnection session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static NpgsqlDataSource Source(string way)
    {
        var builder = new NpgsqlDataSourceBuilder(way);
        builder.UseNodaTime();
        return builder.Build();
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        _source ??= Source(test.Base.Administration);
        return await _source.OpenConnectionAsync(TestContext.Current.CancellationToken);
    }
}
