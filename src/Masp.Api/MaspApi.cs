using System.Diagnostics.CodeAnalysis;
using Masp.Api.Acces;
using Masp.Api.Commun;
using Masp.Api.OpenApi;
using Masp.Application;
using Masp.Infrastructure;
using NodaTime;
using Serilog;

namespace Masp.Api;

/// <summary>Puts the API together: the one place where layers meet.</summary>
public static class MaspApi
{
    /// <param name="args">Of the command line.</param>
    /// <param name="options">What the host decides.</param>
    /// <exception cref="InvalidOperationException">No connection string was told.</exception>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The composition root chooses the clock.")]
    public static WebApplication Build(string[] args, MaspApiOptions? options = null)
    {
        options ??= new MaspApiOptions();
        var builder = WebApplication.CreateBuilder(args);
        var connectionString = options.ConnectionString ?? builder.Configuration.GetConnectionString("Masp")
            ?? throw new InvalidOperationException("ConnectionStrings__Masp is not set.");
        // The level is the logger's, not the console's: what nobody reads is then not written at all, a dozen events a request.
        // EF Core calls each refusal of PostgreSQL an error and quotes its SQL: rules answer the refusals, Erreurs tells the faults. The server
        // would quote each address with what is searched for in it, and that is people's names.
        builder.Host.UseSerilog((context, services, logger) => logger
            .MinimumLevel.Is(context.HostingEnvironment.IsDevelopment() ? Serilog.Events.LogEventLevel.Information : Serilog.Events.LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", Serilog.Events.LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", Serilog.Events.LogEventLevel.Warning)
            .ReadFrom.Configuration(context.Configuration)
            .ReadFrom.Services(services)
            .Enrich.FromLogContext()
            .WriteTo.Console(
                context.Configuration.GetValue("Traces:Console", Serilog.Events.LogEventLevel.Verbose), formatProvider: System.Globalization.CultureInfo.InvariantCulture),
            preserveStaticLogger: true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = Limites.CorpsMax;
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddSingleton(options.Clock ?? SystemClock.Instance);
        builder.Services.AddMaspApplication(builder.Configuration["AutoMapper:LicenseKey"]);
        builder.Services.AddMaspInfrastructure(
            connectionString, builder.Configuration["Cles:Certificat"], builder.Configuration["Cles:MotDePasse"], builder.Configuration["Documents:Dossier"]);
        if (options.Scelle)
            builder.Services.AddScellement().AddPassageDuJour();
        builder.Services.AddMaspAcces(
            builder.Configuration,
            options.Url?.StartsWith("http://", StringComparison.Ordinal) ?? builder.Configuration.GetValue("Acces:HttpAdmis", builder.Environment.IsDevelopment()));
        builder.Services.AddMaspHttp();
        builder.Services.AddMaspOpenApi();
        options.Configure?.Invoke(builder);

        var app = builder.Build();
        if (options.Url is not null)
            app.Urls.Add(options.Url);
        app.UseMaspHttp(options.ClientFolder);
        app.MapMasp();
        return app;
    }
}
