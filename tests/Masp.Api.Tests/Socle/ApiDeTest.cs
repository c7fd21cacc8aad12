using System.Collections.Concurrent;
using Masp.Api.Commun;
using Masp.Testing.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Serilog.Core;

namespace Masp.Api.Tests.Socle;

/// <summary>
/// Class fixture: the API over HTTP on a copy of the demonstration, with a clock that stands at <see cref="DemonstrationDeTest.Jour"/>, ten in
/// the morning, until a test moves it.
/// </summary>
public sealed class ApiDeTest(PostgresDeTest postgres, TracesDeLExecution execution) : IAsyncLifetime
{
    public const string ProgrammeIntegrateur = "demo-integrateur";
    public const string ProgrammeExports = "demo-exports";

    private readonly DemonstrationDeTest _demonstration = new(postgres);
    private readonly FakeClock _clock = new(Morning(DemonstrationDeTest.Jour));
    private readonly ConcurrentDictionary<string, Lazy<Task<Appelant>>> _callers = new();
    private readonly DirectoryInfo _courriels = Directory.CreateTempSubdirectory("masp-courriels-");
    private int _matins;
    private WebApplication? _application;
    private SqlDeTest? _sql;
    private Parcours? _parcours;

    /// <summary>As the API writes it.</summary>
    public static string Aujourdhui { get; } = "2026-03-16";

    public BaseClonee Base => _demonstration.Base;

    public SqlDeTest Sql => _sql ??= new SqlDeTest(Base);

    /// <summary>The main path, walked by the integrator's program as far as a test needs.</summary>
    public Parcours Parcours => _parcours ??= new Parcours(this);

    /// <summary>What the application logged, as production would.</summary>
    public TracesDeTest Traces { get; } = new();

    public Uri Address => new(_application!.Urls.Single());

    public IServiceProvider Services => _application!.Services;

    /// <summary>The clock of telephones, for codes that change every half minute: it stands still.</summary>
    public HeureDesTelephones Telephones { get; } = new();

    /// <summary>Letters that the application sent.</summary>
    public BoiteAuxLettres Courriels => field ??= new BoiteAuxLettres(this, _courriels.FullName);

    /// <summary>Method and pattern of every route that declares an act: what a signed-in caller can reach.</summary>
    public IReadOnlyList<(string Method, string Pattern)> Routes =>
    [
        .. from route in _application!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where route.Metadata.GetMetadata<ActeDeRoute>() is not null
           from method in route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
           orderby route.RoutePattern.RawText, method
           select (method, route.RoutePattern.RawText!.TrimEnd('/')),
    ];

    public Appelant Anonyme => Caller("", _ => Task.FromResult(Appelant.Anonymous(Address))).Result;

    public Task<Appelant> IntegrateurAsync() => Caller(ProgrammeIntegrateur, id => Appelant.ProgramAsync(Address, id));

    public Task<Appelant> ExportsAsync() => Caller(ProgrammeExports, id => Appelant.ProgramAsync(Address, id));

    /// <summary>Signs in again whenever the day was changed.</summary>
    /// <param name="identifiant">A demonstration account.</param>
    public Task<Appelant> PersonAsync(string identifiant) =>
        Caller(identifiant, async _ => (await Appelant.PersonAsync(Address, identifiant)).Renewed(identifiant, () => _matins));

    /// <summary>Moves the only clock the application knows.</summary>
    public void Avancer(LocalDate jour)
    {
        _clock.Reset(Morning(jour));
        _matins++;
    }

    public void Avancer(Duration duree) => _clock.Advance(duree);

    /// <summary>Another replica of the API on the same database, clock and letters. Dispose of it.</summary>
    public async Task<WebApplication> ReplicaAsync(Action<WebApplicationBuilder>? configure = null, params string[] args)
    {
        var replica = MaspApi.Build([.. TracesDeLExecution.ToutesLesTraces, .. args], new MaspApiOptions
        {
            ConnectionString = Base.Application,
            Clock = _clock,
            Url = "http://127.0.0.1:0",
            Scelle = false,
            Configure = builder =>
            {
                Configure(builder);
                configure?.Invoke(builder);
            },
        });
        await replica.StartAsync(TestContext.Current.CancellationToken);
        return replica;
    }

    public async ValueTask InitializeAsync()
    {
        await _demonstration.InitializeAsync();
        _application = await ReplicaAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in _callers.Values)
            (await caller.Value).Dispose();
        if (_application is not null)
            await _application.DisposeAsync();
        await execution.LearnNamesAsync(Base.Administration);
        await _demonstration.DisposeAsync();
        _courriels.Delete(recursive: true);
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ILogEventSink>(Traces).AddSingleton<ILogEventSink>(execution);
        builder.Services.AddSingleton<TimeProvider>(Telephones);
        builder.Configuration["Courriels:Dossier"] = _courriels.FullName;

        // Letters leave when a test asks for them: two replicas would run for the same one.
        builder.Configuration["Courriels:TourneeSecondes"] = "86400";
    }

    private static Instant Morning(LocalDate jour) => jour.At(new LocalTime(9, 0)).InUtc().ToInstant();

    private Task<Appelant> Caller(string nom, Func<string, Task<Appelant>> sign) => _callers.GetOrAdd(nom, n => new Lazy<Task<Appelant>>(() => sign(n))).Value;
}
