using System.Security.Cryptography;
using Masp.Postgres;

namespace Masp.Testing.Postgres;

internal sealed class ServeurEmbarque(EmbeddedPostgres server, string folder) : ServeurDeTest
{
    // A folder younger than this may belong to a run that is just starting and does not hold its lock yet.
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(10);

    private static readonly string Folders = Path.Combine(Path.GetTempPath(), "masp-tests-" + Environment.UserName);

    public override string Administration => server.ConnectionString;

    public override string Nature => "PostgreSQL embarqué";

    public static async Task<ServeurEmbarque> StartAsync()
    {
        var folder = Path.Combine(Folders, RandomNumberGenerator.GetHexString(12, lowercase: true));
        Directory.CreateDirectory(folder);
        await SweepAsync(Directory.GetCreationTimeUtc(folder));
        return new ServeurEmbarque(await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(folder, Mode.Tests)), folder);
    }

    public override async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await EmbeddedPostgres.EraseAsync(folder);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Removes what killed runs left. Their servers are gone already: they end with their process.</summary>
    private static async Task SweepAsync(DateTime now)
    {
        foreach (var left in Directory.GetDirectories(Folders).Where(left => now - Directory.GetCreationTimeUtc(left) > Young))
        {
            try
            {
                await EmbeddedPostgres.EraseAsync(left);
                Directory.Delete(left, recursive: true);
            }
            catch (Exception busy) when (busy is EmbeddedPostgresException or IOException)
            {
                // A long run still holds it.
            }
        }
    }
}
