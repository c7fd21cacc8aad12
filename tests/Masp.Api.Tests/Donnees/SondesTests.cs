using Masp.Api.Tests.Socle;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Testing.Postgres;
using Npgsql;

namespace Masp.Api.Tests.Donnees;

/// <summary>
/// PostgreSQL is asked without the application, by the role that runs it, on every table of the catalogue, whatever schema it stands in: no
/// foreign row is read, none is written, and nobody writes without saying who.
/// </summary>
public sealed class SondesTests(DeuxDepartements bases) : IClassFixture<DeuxDepartements>
{
    /// <summary>Seals over all Departements, hashes and numbers: whoever verifies the chain reads it whole.</summary>
    private const string Seals = "'{journal.blocs,journal.avancement,journal.trous}'";

    /// <summary>What PostgreSQL answers of a view over several tables, before it looks at rights.</summary>
    private const string TakesNoRow = PostgresErrorCodes.ObjectNotInPrerequisiteState;

    /// <summary>Tables that the application reads: schema, name.</summary>
    private const string Readable =
        """
        select coalesce(array_agg(n.nspname || '.' || quote_ident(c.relname) order by 1), '{}') from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'm', 'v', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_%'
          and has_schema_privilege('masp_app', n.oid, 'usage') and has_any_column_privilege('masp_app', c.oid, 'select') and not c.relispartition
          and n.nspname || '.' || c.relname <> all (
        """ + Seals + ")";

    /// <summary>A view that asks as its caller stands behind the policies of its tables.</summary>
    private const string Unguarded =
        """
        select coalesce(array_agg(n.nspname || '.' || c.relname order by 1), '{}') from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'm', 'v', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_%'
          and has_schema_privilege('masp_app', n.oid, 'usage') and has_any_column_privilege('masp_app', c.oid, 'select, insert, update')
          and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid)) and not c.relispartition
          and not (c.relkind = 'v' and 'security_invoker=true' = any (c.reloptions))
          and n.nspname || '.' || c.relname <> all (
        """ + Seals + ")";

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Fact]
    public async Task Every_table_that_the_application_reaches_stands_behind_a_policy() => Assert.Empty(await bases.Sql.ReadAsync<string[]>(Unguarded));

    [Fact]
    public async Task A_planted_table_that_the_application_reaches_without_a_policy_is_named() => Assert.Equal(
        ["ailleurs.plantee"],
        (string[])(await bases.Sql.UndoneAsync(
            "create schema ailleurs", "grant usage on schema ailleurs to masp_app", "create table ailleurs.plantee (id int)", "grant select on ailleurs.plantee to masp_app", Unguarded))!);

    [Fact]
    public async Task Without_an_actor_no_table_shows_a_row_and_none_takes_one()
    {
        foreach (var table in await ReadableAsync())
        {
            Assert.Equal((table, 0L), (table, await bases.Sql.AsAsync(null, $"select count(*) from {table}")));
            foreach (var sql in new[] { $"insert into {table} default values", $"update {table} set departement_code = departement_code", $"delete from {table}" })
                Assert.True((await bases.Sql.RefusedAsync(null, sql)).SqlState is PostgresErrorCodes.InsufficientPrivilege or TakesNoRow, sql);
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task No_role_reads_a_row_of_another_departement(Role role)
    {
        var acteur = await ActeurAsync(role);
        foreach (var table in await ReadableAsync())
            Assert.Equal((table, 0L), (table, await bases.Sql.AsAsync(acteur, $"select count(*) from {table} where departement_code <> '34'")));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task No_role_writes_a_row_of_another_departement_nor_moves_one_there(Role role)
    {
        var acteur = await ActeurAsync(role);
        var tried = 0;
        foreach (var table in await bases.Sql.TablesAsync())
        {
            if (await bases.Sql.ReadAsync<string[]>(ForeignRow(table)) is [var columns, var row])
            {
                var insert = $"insert into masp.{table} ({columns}) select {columns} from jsonb_populate_record(null::masp.{table}, $json${row}$json$)";
                Assert.Equal((table, PostgresErrorCodes.InsufficientPrivilege), (table, (await bases.Sql.RefusedAsync(acteur, insert)).SqlState));
                tried++;
            }

            await TouchesNothingAsync(acteur, $"update masp.{table} set departement_code = departement_code where departement_code = '99'");
            await TouchesNothingAsync(acteur, $"update masp.{table} set departement_code = '99' where departement_code = '34'");
            await TouchesNothingAsync(acteur, $"delete from masp.{table} where departement_code = '99'");
        }

        Assert.True(tried > 20, $"only {tried} tables had a row to be planted");
    }

    [Theory]
    [InlineData(Role.Auditeur)]
    [InlineData(Role.Beneficiaire)]
    [InlineData(Role.Evaluateur)]
    [InlineData(Role.Exports)]
    public async Task Who_only_reads_writes_in_no_table(Role role)
    {
        var acteur = await ActeurAsync(role);
        foreach (var table in await bases.Sql.TablesAsync())
        {
            foreach (var sql in new[] { $"update masp.{table} set departement_code = departement_code", $"delete from masp.{table}", $"insert into masp.{table} default values" })
                Assert.Equal((sql, PostgresErrorCodes.InsufficientPrivilege), (sql, (await bases.Sql.RefusedAsync(acteur, sql)).SqlState));
        }
    }

    [Fact]
    public async Task An_auditor_reads_what_an_agent_reads_and_a_person_their_own_file()
    {
        var auditeur = await ActeurAsync(Role.Auditeur);
        var personne = await ActeurAsync(Role.Beneficiaire);
        foreach (var table in new[] { "mesures", "demandes", "bons_de_commande", "beneficiaires", "factures", "contrats", "commissions", "inscriptions" })
        {
            var all = await bases.Sql.AsAsync(SqlDeTest.Agent, $"select count(*) from masp.{table}");
            Assert.Equal((table, all), (table, await bases.Sql.AsAsync(auditeur, $"select count(*) from masp.{table}")));
            Assert.Equal((table, 0L), (table, await bases.Sql.AsAsync(auditeur with { Validite = Periode.Of(DemonstrationDeTest.Jour.PlusDays(1)) }, $"select count(*) from masp.{table}")));
        }

        foreach (var table in new[] { "mesures", "demandes", "bons_de_commande" })
        {
            var own = await bases.Sql.ReadAsync<long>($"select count(*) from masp.{table} where departement_code = '34' and beneficiaire_id = '{personne.BeneficiaireId}'");
            Assert.True(own > 0);
            Assert.Equal((table, own), (table, await bases.Sql.AsAsync(personne, $"select count(*) from masp.{table}")));
        }

        Assert.Equal(1L, await bases.Sql.AsAsync(personne, "select count(*) from masp.beneficiaires"));
        Assert.Equal(0L, await bases.Sql.AsAsync(personne, "select count(*) from masp.factures"));
    }

    private static string ForeignRow(string table) =>
        $"""
        select coalesce((select array[c.noms, (to_jsonb(t) - 'recherche')::text] from masp.{table} t,
          (select string_agg(column_name, ', ') as noms from information_schema.columns where table_schema = 'masp' and table_name = '{table}' and is_generated = 'NEVER') c
          where t.departement_code = '99' limit 1), array[]::text[])
        """;

    private async Task<string[]> ReadableAsync() => await bases.Sql.ReadAsync<string[]>(Readable);

    private async Task<Acteur> ActeurAsync(Role role) => new(
        "34", SqlDeTest.Agent.UtilisateurId, role,
        role is Role.ChefTitulaire or Role.Intervenant ? await bases.TitulaireAsync() : null,
        role == Role.Referent ? await bases.ServiceAsync() : null,
        role == Role.Beneficiaire ? await bases.Sql.ReadAsync<Guid>("select beneficiaire_id from masp.mesures where departement_code = '34' order by id limit 1") : null,
        role == Role.Auditeur ? Periode.Of(DemonstrationDeTest.Jour) : null);

    /// <summary>Refused, or done to no row.</summary>
    private async Task TouchesNothingAsync(Acteur acteur, string sql)
    {
        try
        {
            Assert.Equal((sql, 0L), (sql, await bases.Sql.AsAsync(acteur, $"with touched as ({sql} returning 1) select count(*) from touched")));
        }
        catch (PostgresException refused)
        {
            Assert.True(refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.IntegrityConstraintViolation, $"{sql}: {refused.Message}");
        }
    }
}
