using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Infrastructure.Donnees;
using Masp.Testing.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Masp.Api.Tests.Demonstration;

/// <summary>What COPY wrote is what the application reads.</summary>
public sealed class ChargementTests(DemonstrationDeTest demonstration) : IClassFixture<DemonstrationDeTest>
{
    [Fact]
    public async Task Every_aggregate_reads_back_whole()
    {
        await using var db = new MaspDbContext(MaspDatabase.OptionsFor<MaspDbContext>(demonstration.Base.Administration, "masp"))
            .For(new Acteur("34", Guid.Empty, Role.Agent), DemonstrationDeTest.Jour);
        foreach (var groupe in JeuxDEssai.Reference.Racines().GroupBy(r => r.GetType()))
        {
            var read = await ReadAsync(db, groupe.Key);
            Assert.Equal(groupe.Select(JeuxDEssai.Write).Order(StringComparer.Ordinal), read.Select(JeuxDEssai.Write).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task The_application_goes_on_numbering_after_the_demonstration()
    {
        await using var session = new NpgsqlConnection(demonstration.Base.Administration);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        var read = new Dictionary<string, int>();
        await using var command = new NpgsqlCommand("select code, dernier from masp.series where departement_code = '34'", session);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            read.Add(reader.GetString(0), reader.GetInt32(1));

        Assert.Equal(JeuxDEssai.Reference.Series.OrderBy(s => s.Key, StringComparer.Ordinal), read.OrderBy(s => s.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_load_fails_and_leaves_the_first_as_it_was()
    {
        var before = await CountAsync();
        await Assert.ThrowsAsync<PostgresException>(() => Masp.Demonstration.Demonstration.LoadAsync(
            demonstration.Base.Proprietaire, DemonstrationDeTest.Jour, 10, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(before, await CountAsync());
    }

    private static async Task<List<AggregateRoot>> ReadAsync(MaspDbContext db, Type type)
    {
        var read = typeof(ChargementTests).GetMethod(nameof(ReadAllAsync), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;
        return await (Task<List<AggregateRoot>>)read.MakeGenericMethod(type).Invoke(null, [db])!;
    }

    private static async Task<List<AggregateRoot>> ReadAllAsync<T>(MaspDbContext db)
        where T : AggregateRoot =>
        [.. await db.Set<T>().IgnoreQueryFilters().AsNoTracking().AsSplitQuery().ToListAsync(TestContext.Current.CancellationToken)];

    private async Task<long> CountAsync()
    {
        await using var session = new NpgsqlConnection(demonstration.Base.Administration);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select (select count(*) from masp.communes) + (select count(*) from masp.demandes) + (select count(*) from masp.lignes_detaillees)
              + (select count(*) from masp.series)
            """,
            session);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
