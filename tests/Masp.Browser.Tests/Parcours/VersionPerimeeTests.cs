using Masp.Browser.Tests.Navigation;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Masp.Browser.Tests.Parcours;

/// <summary>Two people upon one order: the second sees what the first did before anything is overwritten.</summary>
public sealed class VersionPerimeeTests(SiteDeTest site) : IClassFixture<SiteDeTest>
{
    [Fact]
    public async Task A_signature_begun_before_the_reception_is_shown_both_and_made_again_on_the_new_version()
    {
        var agent = await site.SignInAsync("agent@herault.example");
        var chef = await site.SignInAsync("chef@titulaire-a.example");
        var bon = await chef.EvaluateAsync<string>("() => fetch('/api/v1/bons-de-commande?etat=emis').then(r => r.json()).then(l => '/bons-de-commande/' + l.elements[0].id)");
        await agent.GotoAsync(bon);
        await agent.GetByRole(AriaRole.Button, new() { Name = "Enregistrer la signature" }).ClickAsync();
        var dialog = agent.GetByRole(AriaRole.Dialog).Filter(new() { HasText = "Trois dates" });
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Première rencontre" }).FillAsync("16/03/2026");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Signature par la personne" }).FillAsync("16/03/2026");

        await AcknowledgeAsync(chef, bon);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Ouvrir la mesure" }).ClickAsync();

        var both = agent.GetByRole(AriaRole.Alert);
        await Expect(both).ToContainTextAsync("Quelqu’un a modifié cette fiche");
        await Expect(both.GetByRole(AriaRole.Row, new() { Name = "État" })).ToContainTextAsync("reçu");
        await Expect(both).ToContainTextAsync("Signature par la personne : 16 mars 2026");
        await both.GetByRole(AriaRole.Button, new() { Name = "Refaire mon acte sur cette version" }).ClickAsync();
        await Expect(agent.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Mesure 34-2026-");
        await agent.Context.CloseAsync();
        await chef.Context.CloseAsync();
    }

    private static async Task AcknowledgeAsync(IPage page, string bon)
    {
        await page.GotoAsync(bon);
        await page.GetByRole(AriaRole.Button, new() { Name = "Accuser réception" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Accuser réception" }).ClickAsync();
        await Expect(page.GetByText("Réception enregistrée.")).ToBeVisibleAsync();
    }
}
