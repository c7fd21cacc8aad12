using Masp.Testing.Postgres;
using Npgsql;

namespace Masp.Api.Tests.Donnees;

/// <summary>What every business table carries, asked of PostgreSQL itself: a table that a later migration adds is asked too.</summary>
public sealed class TablesTests(BaseDeTest test) : IClassFixture<BaseDeTest>
{
    private const string Bare =
        """
        select c.relname || ' ' || missing.what
        from pg_class c
        cross join lateral (values
          ('has no row level security', not c.relrowsecurity),
          ('has no policy to be read by', not exists (
            select from pg_policies p where p.schemaname = 'masp' and p.tablename = c.relname and p.cmd in ('ALL', 'SELECT'))),
          ('takes writes from nobody', not exists (
            select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'masp.exiger_acteur'::regproc and t.tgtype & 28 = 28 and t.tgenabled <> 'D')),
          ('has a key that does not begin with the tenant', not exists (
            select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where i.indrelid = c.oid and i.indisprimary and a.attname = 'departement_code')),
          ('is not followed by the journal of acts', coalesce(obj_description(c.oid), '') not like 'Hors journal : %' and not exists (
            select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'journal.journaliser'::regproc and t.tgtype & 29 = 29 and t.tgenabled <> 'D')),
          ('belongs to who runs the application', pg_get_userbyid(c.relowner) = 'masp_app')) as missing(what, so)
        where c.relnamespace = 'masp'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations' and missing.so
        order by 1
        """;

    [Fact]
    public async Task Every_table_of_the_trade_has_its_policies_its_guard_and_its_tenant()
    {
        await using var session = await OpenAsync(test.Base.Administration);

        Assert.Empty(await ListAsync(session, Bare));
        Assert.True((long)(await ScalarAsync(session, "select count(*) from pg_tables where schemaname = 'masp'"))! > 20);
    }

    [Fact]
    public async Task A_planted_table_without_any_of_them_is_refused()
    {
        await using var session = await OpenAsync(test.Base.Administration);
        await using var undone = await session.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ScalarAsync(session, "create table masp.plantee (id int primary key); alter table masp.plantee owner to masp_app");

        Assert.Equal(
            [
                "plantee belongs to who runs the application",
                "plantee has a key that does not begin with the tenant",
                "plantee has no policy to be read by",
                "plantee has no row level security",
                "plantee is not followed by the journal of acts",
                "plantee takes writes from nobody",
            ],
            (await ListAsync(session, Bare)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_planted_table_is_followed_by_the_next_preparation()
    {
        await using var session = await OpenAsync(test.Base.Proprietaire);
        await using var undone = await session.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ScalarAsync(session, "create table masp.plantee (departement_code text, mois int, rang int, primary key (departement_code, rang, mois)); call journal.suivre_tout()");

        Assert.DoesNotContain("plantee is not followed by the journal of acts", await ListAsync(session, Bare));
        Assert.Equal(
            "EXECUTE FUNCTION journal.journaliser('rang', 'mois')",
            ((string)(await ScalarAsync(session, "select pg_get_triggerdef(oid) from pg_trigger where tgrelid = 'masp.plantee'::regclass and tgname = 'journaliser'"))!)[^52..]);
    }

    [Fact]
    public async Task Who_runs_the_application_goes_around_no_policy()
    {
        await using var session = await OpenAsync(test.Base.Application);

        Assert.Equal(
            "masp_app f f", await ScalarAsync(session, "select concat_ws(' ', rolname, rolbypassrls, rolsuper) from pg_roles where rolname = current_user"));
    }

    [Fact]
    public async Task A_row_is_seen_by_its_own_Departement_only_and_by_nobody_without_an_actor()
    {
        await using var session = await OpenAsync(test.Base.Application);
        await AsAsync(session, "34", "insert into masp.series (departement_code, code, dernier) values ('34', 'essai', 1)");

        Assert.Equal(1L, await AsAsync(session, "34", "select count(*) from masp.series"));
        Assert.Equal(0L, await AsAsync(session, "35", "select count(*) from masp.series"));
        Assert.Equal(0L, await ScalarAsync(session, "select count(*) from masp.series"));
    }

    [Fact]
    public async Task Nobody_writes_without_saying_who_acts()
    {
        await using var session = await OpenAsync(test.Base.Proprietaire);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(session, "insert into masp.series (departement_code, code, dernier) values ('34', 'anonyme', 1)"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static async Task<object?> AsAsync(NpgsqlConnection session, string departement, string sql)
    {
        await using var transaction = await session.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ScalarAsync(
            session,
            $"select set_config('masp.departement', '{departement}', true), set_config('masp.utilisateur', '0190f3a4-7c11-7000-8000-000000000001', true), set_config('masp.role', 'Agent', true)");
        var answer = await ScalarAsync(session, sql);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return answer;
    }

    private static async Task<NpgsqlConnection> OpenAsync(string way)
    {
        var session = new NpgsqlConnection(way);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        return session;
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(reader.GetString(0));
        return rows;
    }
}
