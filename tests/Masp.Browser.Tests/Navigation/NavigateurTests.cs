namespace Masp.Browser.Tests.Navigation;

public sealed class NavigateurTests(Navigateur navigateur)
{
    [Fact]
    public async Task The_browser_speaks_french_and_lives_in_paris()
    {
        var page = await navigateur.OpenAsync("http://localhost");

        var shown = await page.EvaluateAsync<string>("() => navigator.language + ' ' + Intl.DateTimeFormat().resolvedOptions().timeZone");
        await page.Context.CloseAsync();

        Assert.Equal("fr-FR Europe/Paris", shown);
    }
}
