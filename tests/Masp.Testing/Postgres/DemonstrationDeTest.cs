using Masp.Demonstration;
using NodaTime;
using Xunit;

namespace Masp.Testing.Postgres;

/// <summary>Class fixture: the demonstration and its accounts, made once per run and copied, dropped after the class's last test.</summary>
public sealed class DemonstrationDeTest(PostgresDeTest postgres) : IAsyncLifetime
{
    /// <summary>The day the demonstration was lived up to, whatever the day of the run.</summary>
    public static readonly LocalDate Jour = new(2026, 3, 16);

    private BaseClonee? _clone;

    public BaseClonee Base => _clone ?? throw new InvalidOperationException("The fixture has not been initialised by xunit.");

    public async ValueTask InitializeAsync() =>
        _clone = await postgres.CloneAsync("demonstration", draft => DemonstrationComplete.InstallAsync(draft.Administration, draft.Application, Jour));

    public async ValueTask DisposeAsync()
    {
        if (_clone is not null)
            await postgres.DropAsync(_clone);
    }
}
