using Masp.Api.Tests.Socle;
using Masp.Domain.Acces;
using Masp.Testing.Postgres;
using Npgsql;

namespace Masp.Api.Tests.Donnees;

/// <summary>
/// What <c>masp_app</c> sees and for whom, table by table, counted again by a superuser; a second Departement holds rows of the very same ids.
/// </summary>
public sealed class CloisonnementTests(DeuxDepartements bases) : IClassFixture<DeuxDepartements>
{
    private const string Mine = "titulaire_id = '{0}'";
    private const string Served = "exists (select from masp.tenues u where u.departement_code = '34' and u.mesure_id = {1} and u.titulaire_id = '{0}' and u.debut <= '2026-03-16')";
    private const string MyBons =
        $"masp.bons_de_commande b where b.departement_code = '34' and (b.titulaire_id = '{{0}}' or b.id in (select m.bon_de_commande_id from masp.mesures m where m.departement_code = '34' and {Served}))";

    private const string MyBon = $"exists (select from {MyBons} and b.demande_id = {{2}})";

    /// <summary>Of a measure served today, all; of one handed over, what begins before.</summary>
    private const string MyMesure =
        "exists (select from masp.tenues u where u.departement_code = '34' and u.mesure_id = t.mesure_id and u.titulaire_id = '{0}' and u.debut <= '2026-03-16' and (u.fin is null or u.fin >= '2026-03-16' or t.{1} <= u.fin))";

    /// <summary>With the order; of a measure handed over, what was closed by the last day there (R24); and what the Titulaire owes over all its files.</summary>
    private const string MyEcheances =
        "(t.titulaire_id = '{0}' or (t.bon_de_commande_id in (select b.id from masp.bons_de_commande b where b.departement_code = '34' and b.titulaire_id = '{0}'"
        + " union select m.bon_de_commande_id from masp.mesures m join masp.tenues u on u.departement_code = m.departement_code and u.mesure_id = m.id"
        + " where m.departement_code = '34' and u.titulaire_id = '{0}' and u.debut <= '2026-03-16')"
        + " and (t.mesure_id is null or exists (select from masp.tenues u where u.departement_code = '34' and u.mesure_id = t.mesure_id and u.titulaire_id = '{0}' and u.debut <= '2026-03-16'"
        + " and (u.fin is null or u.fin >= '2026-03-16' or t.close_le <= u.fin)))))";

    private const string MyTeam = "exists (select from masp.intervenants i where i.departement_code = '34' and i.id = t.intervenant_id and i.titulaire_id = '{0}')";
    private const string MyLot = "exists (select from masp.conventions c where c.departement_code = '34' and c.lot_code = t.lot_code and c.titulaire_id = '{0}')";

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    /// <summary>What a chef of a Titulaire may see: a rule said again apart from the policies. {0} is the Titulaire.</summary>
    public static TheoryData<string, string> OfTitulaire => new()
    {
        { "mesures", Served.Replace("{1}", "t.id", StringComparison.Ordinal) },
        { "bons_de_commande", $"exists (select from {MyBons.Replace("{1}", "m.id", StringComparison.Ordinal)} and b.id = t.id)" },
        { "factures", Mine },
        { "intervenants", Mine },
        { "quotites", MyTeam },
        { "absences", MyTeam },
        { "lignes_facture", "exists (select from masp.factures f where f.departement_code = '34' and f.id = facture_id and f.titulaire_id = '{0}')" },
        { "lignes_detaillees", "exists (select from masp.factures f where f.departement_code = '34' and f.id = facture_id and f.titulaire_id = '{0}')" },
        { "contrats", MyMesure.Replace("{1}", "debut", StringComparison.Ordinal) },
        { "suspensions", MyMesure.Replace("{1}", "debut", StringComparison.Ordinal) },
        { "residences", MyMesure.Replace("{1}", "debut", StringComparison.Ordinal) },
        { "suivis", MyMesure.Replace("{1}", "debut", StringComparison.Ordinal) },
        { "tenues", MyMesure.Replace("{1}", "debut", StringComparison.Ordinal) },
        { "changements_de_gestion", MyMesure.Replace("{1}", "date", StringComparison.Ordinal) },
        { "echeances", MyEcheances },
        { "decalages", $"exists (select from masp.echeances t0 where t0.departement_code = '34' and t0.id = t.echeance_id and {MyEcheances.Replace("t.", "t0.", StringComparison.Ordinal)})" },
        { "deplacements", $"exists (select from {MyBons.Replace("{1}", "m.id", StringComparison.Ordinal)} and b.id = t.bon_de_commande_id)" },
        { "demandes", MyBon.Replace("{1}", "m.id", StringComparison.Ordinal).Replace("{2}", "t.id", StringComparison.Ordinal) },
        { "avis", MyBon.Replace("{1}", "m.id", StringComparison.Ordinal).Replace("{2}", "t.demande_id", StringComparison.Ordinal) },
        { "beneficiaires", $"exists (select from {MyBons.Replace("{1}", "m.id", StringComparison.Ordinal)} and b.beneficiaire_id = t.id)" },
        { "projets_intervention", Served.Replace("{1}", "t.mesure_id", StringComparison.Ordinal) },
        { "versions_de_projet", MyMesure.Replace("{1}", "etabli_le", StringComparison.Ordinal) },
        { "bilans", MyMesure.Replace("{1}", "transmis_le", StringComparison.Ordinal) },
        { "avenants", MyMesure.Replace("{1}", "propose_le", StringComparison.Ordinal) },
        { "demandes_de_fin", MyMesure.Replace("{1}", "proposee_le", StringComparison.Ordinal) },
        { "points_de_bilan", "false" },
        { "commissions", "false" },
        { "points_ordre_du_jour", "false" },
        { "inscriptions", MyLot },
        { "places", MyLot },
        { "tours_de_role", MyLot },
        { "communes", "true" },
    };

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Nobody_sees_a_row_of_another_departement(Role role)
    {
        var acteur = new Acteur("34", SqlDeTest.Agent.UtilisateurId, role, await bases.TitulaireAsync(), await bases.ServiceAsync());

        foreach (var table in await bases.Sql.TablesAsync())
            Assert.Equal((table, 0L), (table, await bases.Sql.AsAsync(acteur, $"select count(*) from masp.{table} where departement_code <> '34'")));
    }

    [Fact]
    public async Task The_other_departement_sees_its_own_rows_and_no_other()
    {
        var acteur = SqlDeTest.Agent with { DepartementCode = "99" };

        foreach (var table in (await bases.Sql.TablesAsync()).Where(t => t is not "cles_de_rejeu"))
        {
            var there = await bases.Sql.ReadAsync<long>($"select count(*) from masp.{table} where departement_code = '99'");
            Assert.Equal((table, there), (table, await bases.Sql.AsAsync(acteur, $"select count(*) from masp.{table}")));
        }

        Assert.True(await bases.Sql.ReadAsync<long>("select count(*) from masp.mesures where departement_code = '99'") > 0);
    }

    [Theory]
    [MemberData(nameof(OfTitulaire))]
    public async Task A_titulaire_sees_its_own_rows_and_no_other(string table, string rule)
    {
        var titulaire = await bases.TitulaireAsync();
        var chef = new Acteur("34", SqlDeTest.Agent.UtilisateurId, Role.ChefTitulaire, titulaire);
        var own = rule.Replace("{0}", titulaire.ToString(), StringComparison.Ordinal);

        var seen = (long)(await bases.Sql.AsAsync(chef, $"select count(*) from masp.{table} t"))!;

        Assert.Equal(await bases.Sql.ReadAsync<long>($"select count(*) from masp.{table} t where departement_code = '34' and {own}"), seen);
        var all = await bases.Sql.ReadAsync<long>($"select count(*) from masp.{table} where departement_code = '34'");
        Assert.True(rule is "true" || all == 0 || seen < all, "the probe has nothing to hide");
    }

    [Theory]
    [InlineData("mesures", "service_referent_id = '{0}'")]
    [InlineData("bons_de_commande", "service_referent_id = '{0}'")]
    [InlineData("demandes", "service_referent_id = '{0}'")]
    [InlineData("beneficiaires", "exists (select from masp.demandes d where d.departement_code = '34' and d.beneficiaire_id = t.id and d.service_referent_id = '{0}')")]
    [InlineData("factures", "false")]
    [InlineData("commissions", "false")]
    [InlineData("inscriptions", "false")]
    public async Task A_referent_sees_the_files_of_the_own_service_and_no_other(string table, string rule)
    {
        var service = await bases.ServiceAsync();
        var referent = new Acteur("34", SqlDeTest.Agent.UtilisateurId, Role.Referent, null, service);

        Assert.Equal(
            await bases.Sql.ReadAsync<long>($"select count(*) from masp.{table} t where departement_code = '34' and {rule.Replace("{0}", service.ToString(), StringComparison.Ordinal)}"),
            await bases.Sql.AsAsync(referent, $"select count(*) from masp.{table}"));
    }

    [Theory]
    [InlineData(Role.Intervenant, "factures")]
    [InlineData(Role.Administrateur, "mesures")]
    [InlineData(Role.Administrateur, "beneficiaires")]
    [InlineData(Role.Exports, "mesures")]
    [InlineData(Role.Exports, "beneficiaires")]
    [InlineData(Role.Exports, "factures")]
    public async Task A_role_that_reads_no_such_record_sees_none(Role role, string table)
    {
        var acteur = new Acteur("34", SqlDeTest.Agent.UtilisateurId, role, role == Role.Intervenant ? await bases.TitulaireAsync() : null);

        Assert.Equal(0L, await bases.Sql.AsAsync(acteur, $"select count(*) from masp.{table}"));
        Assert.NotEqual(0L, await bases.Sql.AsAsync(SqlDeTest.Agent, $"select count(*) from masp.{table}"));
    }

    [Theory]
    [InlineData("mesures")]
    [InlineData("factures")]
    [InlineData("contrats")]
    [InlineData("beneficiaires")]
    public async Task Without_its_policies_a_table_would_show_everything(string table)
    {
        var titulaire = await bases.TitulaireAsync();
        var seen = await bases.Sql.UndoneAsync(
            $"alter table masp.{table} disable row level security",
            $"select set_config('masp.role', 'ChefTitulaire', true), set_config('masp.titulaire', '{titulaire}', true)",
            "set local role masp_app",
            $"select count(*) from masp.{table} where departement_code <> '34'");

        Assert.True((long)seen! > 0);
    }

    [Fact]
    public async Task A_titulaire_writes_in_no_record_of_another()
    {
        var titulaire = await bases.TitulaireAsync();
        var chef = new Acteur("34", SqlDeTest.Agent.UtilisateurId, Role.ChefTitulaire, titulaire);
        const string Touched = "with touched as (update masp.{0} set revision = revision + 1 where titulaire_id {1} '{2}' returning 1) select count(*) from touched";

        foreach (var table in new[] { "bons_de_commande", "mesures" })
        {
            Assert.Equal(0L, await bases.Sql.AsAsync(chef, Fill(Touched, table, "<>", titulaire)));
            Assert.NotEqual(0L, await bases.Sql.AsAsync(chef, Fill(Touched, table, "=", titulaire)));
        }

        var refused = await bases.Sql.RefusedAsync(
            chef, $"update masp.mesures set titulaire_id = (select id from masp.titulaires where id <> '{titulaire}' limit 1) where titulaire_id = '{titulaire}'");
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_row_is_not_written_into_another_departement()
    {
        var refused = await bases.Sql.RefusedAsync(SqlDeTest.Agent, "insert into masp.series (departement_code, code, dernier) values ('99', 'essai', 1)");

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        await bases.Sql.AsAsync(SqlDeTest.Agent with { DepartementCode = "99" }, "insert into masp.series (departement_code, code, dernier) values ('99', 'essai', 1)");
    }

    [Fact]
    public async Task Nothing_of_who_acted_is_left_on_a_pooled_connection()
    {
        await using var pool = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(bases.Base.Application) { MaxPoolSize = 1, NoResetOnClose = true });
        Assert.NotEqual(0L, await CountAsync(pool, local: true));
        Assert.Equal(0L, await CountAsync(pool, local: null));

        Assert.NotEqual(0L, await CountAsync(pool, local: false));
        Assert.NotEqual(0L, await CountAsync(pool, local: null));
    }

    private static string Fill(string sql, string table, string comparison, Guid titulaire) =>
        sql.Replace("{0}", table, StringComparison.Ordinal).Replace("{1}", comparison, StringComparison.Ordinal).Replace("{2}", titulaire.ToString(), StringComparison.Ordinal);

    /// <param name="pool">Of one connection.</param>
    /// <param name="local">Who acts is told for the transaction, for the session, or not at all.</param>
    private static async Task<long> CountAsync(NpgsqlDataSource pool, bool? local)
    {
        await using var session = await pool.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await session.BeginTransactionAsync(TestContext.Current.CancellationToken);
        if (local is { } inTransaction)
        {
            await using var who = new NpgsqlCommand("select set_config('masp.departement', '34', $1), set_config('masp.role', 'Agent', $1)", session);
            who.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = inTransaction });
            await who.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var count = new NpgsqlCommand("select count(*) from masp.mesures", session);
        var seen = (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return seen;
    }
}

/// <summary>Class fixture: the demonstration, and a second Departement whose rows carry the very same ids.</summary>
public sealed class DeuxDepartements(PostgresDeTest postgres) : IAsyncLifetime
{
    private readonly DemonstrationDeTest _demonstration = new(postgres);

    public BaseClonee Base => _demonstration.Base;

    public SqlDeTest Sql => new(Base);

    /// <summary>The Titulaire with the fewest measures, so that most rows are another's.</summary>
    public Task<Guid> TitulaireAsync() => Sql.ReadAsync<Guid>("select titulaire_id from masp.mesures where departement_code = '34' group by 1 order by count(*), 1 limit 1");

    public Task<Guid> ServiceAsync() => Sql.ReadAsync<Guid>("select service_referent_id from masp.mesures where departement_code = '34' group by 1 order by count(*), 1 limit 1");

    public async ValueTask InitializeAsync()
    {
        await _demonstration.InitializeAsync();
        foreach (var table in await Sql.TablesAsync())
        {
            var columns = await Sql.ReadAsync<string>(
                $"select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns where table_schema = 'masp' and table_name = '{table}' and is_generated = 'NEVER'");
            await Sql.WriteAsync(
                $"""
                set local session_replication_role = replica;
                insert into masp.{table} ({columns})
                  select {columns.Replace("departement_code", "'99'", StringComparison.Ordinal)} from masp.{table} where departement_code = '34' limit 20
                """);
        }
    }

    public ValueTask DisposeAsync() => _demonstration.DisposeAsync();
}
