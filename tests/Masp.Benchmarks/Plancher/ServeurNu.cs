using Masp.Benchmarks.Banc;
using Masp.Domain.Acces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;

namespace Masp.Benchmarks.Plancher;

/// <summary>
/// The floor: a minimal API on Npgsql, hand-written SQL, automatic preparation, the same policies, the same look on record, the same JSON. It signs nobody in,
/// checks nothing, logs nothing: who acts is a constant.
/// </summary>
internal sealed class ServeurNu : IAsyncDisposable
{
    private static readonly Guid Utilisateur = new("017c4a1a-2500-7000-8000-000000000099");

    private readonly WebApplication _application;
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _owner;

    private ServeurNu(WebApplication application, NpgsqlDataSource source, NpgsqlDataSource owner)
    {
        _application = application;
        _source = source;
        _owner = owner;
    }

    public int Port => Site.PortOf(_application);

    public static async Task<ServeurNu> StartAsync(BaseMesuree donnees)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var source = Prepared(donnees.Application);
        var owner = Prepared(donnees.Administration);
        var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        application.MapGet("/api/v1/mesures/{id:guid}", (Guid id, HttpContext http) => LectureNue.ReadAsync(source, id, true, true, http.RequestAborted));
        application.MapGet("/sans-regard/{id:guid}", (Guid id, HttpContext http) => LectureNue.ReadAsync(source, id, true, false, http.RequestAborted));
        application.MapGet("/sans-politiques/{id:guid}", (Guid id, HttpContext http) => LectureNue.ReadAsync(owner, id, true, false, http.RequestAborted));
        application.MapGet("/sans-rien/{id:guid}", (Guid id, HttpContext http) => LectureNue.ReadAsync(owner, id, false, false, http.RequestAborted));
        application.MapGet("/api/v1/mesures", (string etat, string lot, HttpContext http) => PageNue.ReadAsync(source, etat, lot, http.RequestAborted));
        await application.StartAsync();
        return new ServeurNu(application, source, owner);
    }

    /// <summary>The same statement as ours: a look, recorded as refused when the policies hide the record.</summary>
    public static NpgsqlBatchCommand Regard(Guid mesure) => new(
        "select journal.noter($1, case when exists (select from masp.mesures where departement_code = (select masp.departement()) and id = $4) then $2 else 'refus' end, "
        + "$3, $4, null, null, $5, $6)")
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = "lireMesure" },
            new NpgsqlParameter<string> { TypedValue = "dossier" },
            new NpgsqlParameter<string> { TypedValue = "mesure" },
            new NpgsqlParameter<Guid> { TypedValue = mesure },
            new NpgsqlParameter<Guid> { TypedValue = Utilisateur },
            new NpgsqlParameter<Instant> { TypedValue = Bases.Jour.AtMidnight().InUtc().ToInstant() },
        },
    };

    public static NpgsqlBatchCommand RegardDeListe(int nombre) => new("select journal.noter($1, $2, $3, null, $4, $5, $6, $7)")
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = "listerMesures" },
            new NpgsqlParameter<string> { TypedValue = "liste" },
            new NpgsqlParameter<string> { TypedValue = "mesure" },
            new NpgsqlParameter<string[]> { TypedValue = ["etat", "lot"] },
            new NpgsqlParameter<int> { TypedValue = nombre },
            new NpgsqlParameter<Guid> { TypedValue = Utilisateur },
            new NpgsqlParameter<Instant> { TypedValue = Bases.Jour.AtMidnight().InUtc().ToInstant() },
        },
    };

    private static NpgsqlDataSource Prepared(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, NoResetOnClose = true };
        var sources = new NpgsqlDataSourceBuilder(connection.ConnectionString);
        sources.UseNodaTime();
        return sources.Build();
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
        await _owner.DisposeAsync();
    }
}
