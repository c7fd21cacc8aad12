namespace Masp.Testing.Postgres;

/// <summary>A PostgreSQL for this test process: the one named by <c>MASP_TEST_DB</c>, else a container, else the embedded one.</summary>
internal abstract class ServeurDeTest : IAsyncDisposable
{
    /// <summary>A superuser, on the database <c>postgres</c>.</summary>
    public abstract string Administration { get; }

    /// <summary>What it is, for the diagnostic of a failing run.</summary>
    public abstract string Nature { get; }

    public static async Task<ServeurDeTest> FindAsync() =>
        Environment.GetEnvironmentVariable("MASP_TEST_DB") is { Length: > 0 } given
            ? new ServeurDonne(given)
            : await ServeurDocker.TryStartAsync() as ServeurDeTest ?? await ServeurEmbarque.StartAsync();

    public abstract ValueTask DisposeAsync();

    private sealed class ServeurDonne(string administration) : ServeurDeTest
    {
        public override string Administration => administration;

        public override string Nature => "MASP_TEST_DB";

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
