using Masp.Api;
using Masp.Api.Acces;
using Masp.Api.OpenApi;
using Serilog;
using Serilog.Core;

if (args is [("contrat" or "droits") and var page, var path])
{
    // Neither page depends on a database: none is asked for.
    await using var described = MaspApi.Build([], new MaspApiOptions
    {
        ConnectionString = "Host=localhost",
        Url = "http://127.0.0.1:0",
        Configure = builder => builder.Services.AddSerilog(Logger.None),
    });
    await described.StartAsync();
    await File.WriteAllTextAsync(path, page == "contrat" ? await Contrat.WriteAsync(described.Services) : TableDesDroits.Write(described.Services));
    return;
}

await using var app = MaspApi.Build(args);
await app.RunAsync();
