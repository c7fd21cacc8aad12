using Xunit;

namespace Masp.Testing.Postgres;

/// <summary>Class fixture: a database of the class's own, with the schema, dropped after its last test. Classes run in parallel.</summary>
public sealed class BaseDeTest(PostgresDeTest postgres) : IAsyncLifetime
{
    private BaseClonee? _clone;

    public BaseClonee Base => _clone ?? throw new InvalidOperationException("The fixture has not been initialised by xunit.");

    public async ValueTask InitializeAsync() => _clone = await postgres.CloneAsync();

    public async ValueTask DisposeAsync()
    {
        if (_clone is not null)
            await postgres.DropAsync(_clone);
    }
}
