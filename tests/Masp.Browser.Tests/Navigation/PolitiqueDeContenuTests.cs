using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Masp.Browser.Tests.Navigation;

/// <summary>The pages work under the policy they are served with: nothing of ours is refused, and what is planted in them is.</summary>
public sealed class PolitiqueDeContenuTests(SiteDeTest site) : IClassFixture<SiteDeTest>
{
    [Theory]
    [InlineData("agent@herault.example", "/a-faire", "/mesures", "/demandes/nouvelle", "/bons-de-commande", "/communes", "/attributions", "/relais", "/journal/actes")]
    [InlineData("comptable@herault.example", "/factures", "/baremes", "/simulateur")]
    [InlineData("admin@herault.example", "/communes/import", "/quotas", "/compte", "/comptes", "/programmes", "/journal/sceau")]
    public async Task No_page_breaks_the_policy_it_is_served_with(string identifiant, params string[] paths)
    {
        var page = await site.SignInAsync(identifiant);
        var refused = Listen(page);
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
            await page.Keyboard.PressAsync("Control+k");
            await page.Keyboard.PressAsync("Escape");
        }

        await page.Context.CloseAsync();
        Assert.Empty(refused);
    }

    [Fact]
    public async Task A_script_or_a_style_planted_in_a_page_is_refused()
    {
        var page = await site.SignInAsync("agent@herault.example");
        var refused = Listen(page);

        await page.EvaluateAsync("""
            () => {
              const script = document.createElement('script'); script.textContent = 'window.planted = true'; document.head.append(script);
              const style = document.createElement('style'); style.textContent = 'body { color: rgb(1, 2, 3) }'; document.head.append(style);
            }
            """);

        Assert.False(await page.EvaluateAsync<bool>("() => window.planted === true || getComputedStyle(document.body).color === 'rgb(1, 2, 3)'"));
        await page.Context.CloseAsync();
        Assert.Equal(2, refused.Count);
    }

    private static ConcurrentQueue<string> Listen(IPage page)
    {
        var refused = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                refused.Enqueue(message.Text);
        };
        return refused;
    }
}
