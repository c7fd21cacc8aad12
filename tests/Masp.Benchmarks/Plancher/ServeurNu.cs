using Masp.Benchmarks.Banc;
using Masp.Domain.Acces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Masp.Benchmarks.Plancher;

/// <summary>
/// The floor: a minimal API on Npgsql, hand-written SQL, automatic preparation, the same policies, the same JSON. It signs nobody in,
/// checks nothing, logs nothing: who acts is a constant.
/// </summary>
internal sealed class ServeurNu : IAsyncDisposable
{
    private static readonly Guid Utilisateur = new("017c4a1a-2500-7000-8000-000000000099");

    private readonly WebApplication _application;
    private readonly NpgsqlDataSource _source;

    private ServeurNu(WebApplication application, NpgsqlDataSource source)
    {
        _application = application;
        _source = source;
    }

    public int Port => Site.PortOf(_application);

    public static async Task<ServeurNu> StartAsync(BaseMesuree donnees)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var connection = new NpgsqlConnectionStringBuilder(donnees.Application) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, NoResetOnClose = true };
        var sources = new NpgsqlDataSourceBuilder(connection.ConnectionString);
        sources.UseNodaTime();
        var source = sources.Build();
        var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        application.MapGet("/api/v1/mesures/{id:guid}", (Guid id, HttpContext http) => LectureNue.ReadAsync(source, id, http.RequestAborted));
        application.MapGet("/api/v1/mesures", (string etat, string lot, HttpContext http) => PageNue.ReadAsync(source, etat, lot, http.RequestAborted));
        await application.StartAsync();
        return new ServeurNu(application, source);
    }

    public static NpgsqlBatchCommand QuiAgit() => new(
        "select set_config('masp.departement', $1, true), set_config('masp.utilisateur', $2, true), set_config('masp.role', $3, true), "
        + "set_config('masp.titulaire', $4, true), set_config('masp.service', $5, true)")
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = "34" },
            new NpgsqlParameter<string> { TypedValue = Utilisateur.ToString() },
            new NpgsqlParameter<string> { TypedValue = nameof(Role.Integrateur) },
            new NpgsqlParameter<string> { TypedValue = string.Empty },
            new NpgsqlParameter<string> { TypedValue = string.Empty },
        },
    };

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        await _source.DisposeAsync();
    }
}
