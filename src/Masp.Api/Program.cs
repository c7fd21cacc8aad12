using Masp.Api;
using Masp.Api.OpenApi;
using Serilog;
using Serilog.Core;

if (args is ["contrat", var path])
{
    // The contract depends on no database: none is asked for.
    await using var described = MaspApi.Build([], new MaspApiOptions
    {
        ConnectionString = "Host=localhost",
        Url = "http://127.0.0.1:0",
        Configure = builder => builder.Services.AddSerilog(Logger.None),
    });
    await described.StartAsync();
    await File.WriteAllTextAsync(path, await Contrat.WriteAsync(described.Services));
    return;
}

await using var app = MaspApi.Build(args);
await app.RunAsync();
