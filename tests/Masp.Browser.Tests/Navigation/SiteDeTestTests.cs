using Microsoft.Playwright;

namespace Masp.Browser.Tests.Navigation;

public sealed class SiteDeTestTests(SiteDeTest site) : IClassFixture<SiteDeTest>
{
    [Theory]
    [InlineData("agent@herault.example")]
    [InlineData("chef@titulaire-a.example")]
    public async Task A_demonstration_account_signs_in_and_sees_what_is_to_be_done(string identifiant)
    {
        var page = await site.SignInAsync(identifiant);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "À faire" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
