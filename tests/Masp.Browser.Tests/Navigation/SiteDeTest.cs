using Masp.Api;
using Masp.Infrastructure.Acces;
using Masp.Local.Client;
using Masp.Testing.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using NodaTime.Testing;

namespace Masp.Browser.Tests.Navigation;

/// <summary>
/// Class fixture: the whole system as a person meets it, API and built pages from one origin, on a copy of the demonstration and a clock
/// that stands at <see cref="DemonstrationDeTest.Jour"/>, ten in the morning.
/// </summary>
public sealed class SiteDeTest(PostgresDeTest postgres, Navigateur navigateur) : IAsyncLifetime
{
    private readonly DemonstrationDeTest _demonstration = new(postgres);
    private readonly FakeClock _clock = new(DemonstrationDeTest.Jour.At(new NodaTime.LocalTime(9, 0)).InUtc().ToInstant());
    private readonly DirectoryInfo _courriels = Directory.CreateTempSubdirectory("masp-courriels-");
    private WebApplication? _application;

    public BaseClonee Base => _demonstration.Base;

    /// <summary>Origin of the pages, without a final slash.</summary>
    public string Address => _application!.Urls.Single();

    /// <summary>The same pages by a name that a passkey can belong to: an address in figures is none.</summary>
    public string NamedAddress => Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public IServiceProvider Services => _application!.Services;

    /// <summary>The letters that the application sent, as files.</summary>
    public string Courriels => _courriels.FullName;

    /// <summary>Lets days go by, for everybody at once.</summary>
    public void Wait(int days) => _clock.AdvanceDays(days);

    /// <summary>Signs in through the page, as a person would.</summary>
    /// <param name="identifiant">A demonstration account.</param>
    /// <returns>The first page after sign-in. Close its context when the test ends.</returns>
    public async Task<IPage> SignInAsync(string identifiant)
    {
        var page = await navigateur.OpenAsync(Address);
        await page.GotoAsync("/");
        await page.GetByLabel("Identifiant").FillAsync(identifiant);
        await page.GetByLabel("Mot de passe", new PageGetByLabelOptions { Exact = true }).FillAsync(ComptesDeDemonstration.MotDePasse);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Se connecter" }).ClickAsync();
        await page.GetByLabel("Identifiant").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        return page;
    }

    public async ValueTask InitializeAsync()
    {
        var pages = ClientBuild.EnsureAsync(TestContext.Current.CancellationToken);
        await _demonstration.InitializeAsync();
        _application = MaspApi.Build([$"--Courriels:Dossier={Courriels}"], new MaspApiOptions
        {
            ConnectionString = Base.Application,
            Clock = _clock,
            ClientFolder = await pages,
            Url = "http://127.0.0.1:0",
        });
        await _application.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
            await _application.DisposeAsync();
        await _demonstration.DisposeAsync();
        _courriels.Delete(recursive: true);
    }
}
