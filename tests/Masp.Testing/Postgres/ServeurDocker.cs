using Masp.Postgres;
using Testcontainers.PostgreSql;

namespace Masp.Testing.Postgres;

internal sealed class ServeurDocker(PostgreSqlContainer container) : ServeurDeTest
{
    private static readonly TimeSpan EngineAnswers = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ImageArrives = TimeSpan.FromMinutes(2);

    public override string Administration => container.GetConnectionString();

    public override string Nature => "Docker";

    /// <returns>Null when no engine answers, or when it cannot bring the image: the embedded server then takes its place.</returns>
    public static async Task<ServeurDocker?> TryStartAsync()
    {
        if (!await EngineAnswersAsync())
            return null;
        var container = new PostgreSqlBuilder("postgres:18")
            .WithDatabase("postgres")
            .WithUsername("postgres")
            .WithCommand("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=200")
            .Build();
        try
        {
            using var limit = new CancellationTokenSource(ImageArrives);
            await container.StartAsync(limit.Token);
            return new ServeurDocker(container);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            await Console.Error.WriteLineAsync($"Docker answers but brings no PostgreSQL ({failure.Message}): the embedded one is used.");
            await container.DisposeAsync();
            return null;
        }
    }

    public override ValueTask DisposeAsync() => container.DisposeAsync();

    private static async Task<bool> EngineAnswersAsync()
    {
        if (Commands.OnPath("docker") is not { } docker)
            return false;
        using var limit = new CancellationTokenSource(EngineAnswers);
        try
        {
            return (await Commands.RunAsync([docker, "version", "--format", "{{.Server.Version}}"], null, limit.Token)).Succeeded;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
