using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Masp.Api.Tests.Socle;
using Masp.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace Masp.Api.Tests.Traces;

/// <summary>What the log is told: nothing of a refusal, nothing at a start, and why the keys are as they are.</summary>
public sealed class TracesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Fact]
    public async Task A_write_that_PostgreSQL_refuses_leaves_neither_its_SQL_nor_a_name_in_the_log()
    {
        var bon = await BonOfSomebodyFollowedAsync();

        await RefusedAsync(await api.IntegrateurAsync(), bon);

        Assert.Empty(api.Traces.Lignes);
    }

    [Fact]
    public async Task Left_to_itself_EF_Core_would_have_quoted_it()
    {
        var traces = new TracesDeTest();
        var bon = await BonOfSomebodyFollowedAsync();
        await WithAsync(traces, ["--Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore=Error"], async address =>
        {
            using var integrateur = await Appelant.ProgramAsync(address, ApiDeTest.ProgrammeIntegrateur);
            await RefusedAsync(integrateur, bon);
        });

        Assert.Contains(traces.Lignes, line => line.Contains("duplicate key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_a_certificate_the_shared_keys_are_sealed_and_without_one_the_start_is_quiet()
    {
        const string Sealed = "select count(*) from acces.cles_protegees where xml like '%<EncryptedData%'";
        await api.IntegrateurAsync();
        Assert.Equal(0L, await api.Sql.ReadAsync<long>(Sealed));
        await api.Sql.WriteAsync("delete from acces.cles_protegees");
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=masp", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, "essai"), TestContext.Current.CancellationToken);
        var traces = new TracesDeTest();

        await WithAsync(traces, ["--Cles:Certificat=" + file, "--Cles:MotDePasse=essai"], async address =>
        {
            using var integrateur = await Appelant.ProgramAsync(address, ApiDeTest.ProgrammeIntegrateur);
            (await integrateur.GetAsync("/lots")).Reussie();
        });

        File.Delete(file);
        Assert.True(await api.Sql.ReadAsync<long>(Sealed) > 0);
        Assert.Empty(traces.Lignes);
    }

    private static async Task RefusedAsync(Appelant integrateur, Guid bon) => (await integrateur.PostAsync(
        $"/bons-de-commande/{bon}/signature", new { datePremiereRencontre = ApiDeTest.Aujourdhui, dateSignature = ApiDeTest.Aujourdhui }))
        .AssertRefused(409, "mesure.deja-en-cours");

    /// <summary>An order for a person whose Mesure runs: only PostgreSQL sees it (R1).</summary>
    private async Task<Guid> BonOfSomebodyFollowedAsync()
    {
        var mesure = await api.Parcours.SignerAsync();
        var bon = await api.Parcours.AttribuerAsync();
        await api.Sql.WriteAsync($"update masp.bons_de_commande set beneficiaire_id = (select beneficiaire_id from masp.mesures where id = '{mesure}') where id = '{bon}'");
        return bon;
    }

    /// <summary>The same database behind an application configured otherwise.</summary>
    private async Task WithAsync(TracesDeTest traces, string[] arguments, Func<Uri, Task> act)
    {
        await using var application = MaspApi.Build(arguments, new MaspApiOptions
        {
            ConnectionString = api.Base.Application,
            Clock = new NodaTime.Testing.FakeClock(DemonstrationDeTest.Jour.AtMidnight().InUtc().ToInstant()),
            Url = "http://127.0.0.1:0",
            Configure = builder => builder.Services.AddSingleton<ILogEventSink>(traces),
        });
        await application.StartAsync(TestContext.Current.CancellationToken);
        await act(new Uri(application.Urls.Single()));
    }
}
