using Masp.Testing.Navigateur;
using Microsoft.Playwright;

namespace Masp.Browser.Tests.Navigation;

/// <summary>The Chromium of the run, one for all classes; each test opens a context of its own, with its own cookies.</summary>
public sealed class Navigateur : IAsyncLifetime
{
    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>A fresh page, in French, on a desktop screen. Close its context when the test ends.</summary>
    /// <param name="address">Origin that relative addresses are taken from.</param>
    public async Task<IPage> OpenAsync(string address)
    {
        var (_, browser) = await _started.Value;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            ViewportSize = new ViewportSize { Width = 1366, Height = 900 },
        });

        // Bounds on how long a page may take when the machine runs every other test too, not times that anything waits for.
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        return await context.NewPageAsync();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated)
            return;
        var (driver, browser) = await _started.Value;
        await browser.CloseAsync();
        driver.Dispose();
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = await Chromium.PathAsync(),
            Args = Chromium.Arguments,
        });
        return (driver, browser);
    }
}
