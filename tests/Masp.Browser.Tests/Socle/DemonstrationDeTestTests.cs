using Masp.Infrastructure.Acces;
using Masp.Testing.Postgres;
using Npgsql;

namespace Masp.Browser.Tests.Socle;

public sealed class DemonstrationDeTestTests(DemonstrationDeTest demonstration) : IClassFixture<DemonstrationDeTest>
{
    [Fact]
    public async Task Every_demonstration_account_can_sign_in_to_the_copy()
    {
        await using var session = new NpgsqlConnection(demonstration.Base.Administration);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select count(*) from acces.utilisateurs where password_hash is not null", session);

        Assert.Equal((long)ComptesDeDemonstration.Comptes.Count, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
