using System.Text.RegularExpressions;
using Masp.Browser.Tests.Accessibilite;
using Masp.Browser.Tests.Navigation;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Masp.Browser.Tests.Parcours;

/// <summary>A file that is due is archived, signed for by the archives and erased by somebody else, on screen (R63).</summary>
public sealed partial class EffacementTests(SiteDeTest site) : IClassFixture<SiteDeTest>
{
    [Fact]
    public async Task Un_dossier_echu_est_archive_vise_puis_efface_par_une_autre_personne()
    {
        var agent = await site.SignInAsync("agent@herault.example");
        await agent.GotoAsync("/archives");
        await agent.GetByRole(AriaRole.Table, new() { NameRegex = AArchiver() }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(agent.GetByText("à archiver", new() { Exact = true })).ToBeVisibleAsync();
        var address = new Uri(agent.Url).AbsolutePath;
        await agent.GotoAsync("/archives");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Archiver les dossiers échus" }).ClickAsync();
        await Expect(agent.GetByText(Archives())).ToBeVisibleAsync(new() { Timeout = 20_000 });

        await agent.GotoAsync(address);
        await Axe.BringAsync(agent);
        await agent.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le visa des archives" }).ClickAsync();
        var visa = agent.GetByRole(AriaRole.Dialog, new() { Name = "Enregistrer le visa des archives" });
        await Expect(visa).ToBeVisibleAsync();
        await Axe.SettleAsync(agent);
        Assert.Empty(await Axe.FindAsync(agent, true));
        await visa.GetByLabel("Référence").FillAsync("AD34-2026-17");
        await visa.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le visa" }).ClickAsync();
        await Expect(agent.GetByText("AD34-2026-17, Archives départementales")).ToBeVisibleAsync();
        await agent.Context.CloseAsync();

        var decideur = await site.SignInAsync("decideur@herault.example");
        await decideur.GotoAsync(address);
        await Axe.BringAsync(decideur);
        await decideur.GetByRole(AriaRole.Button, new() { Name = "Effacer le dossier" }).ClickAsync();
        var effacer = decideur.GetByRole(AriaRole.Dialog, new() { Name = "Effacer le dossier" });
        await Expect(effacer).ToBeVisibleAsync();
        await Axe.SettleAsync(decideur);
        Assert.Empty(await Axe.FindAsync(decideur, true));
        await effacer.GetByRole(AriaRole.Textbox).FillAsync("EFFACER");
        await effacer.GetByRole(AriaRole.Button, new() { Name = "Effacer définitivement" }).ClickAsync();
        await Expect(decideur.GetByRole(AriaRole.Table, new() { Name = "Certificats d’effacement" })).ToContainTextAsync("AD34-2026-17");
        await decideur.GotoAsync(address);
        await Expect(decideur.GetByRole(AriaRole.Heading, new() { Name = "Page introuvable" })).ToBeVisibleAsync();
        await decideur.Context.CloseAsync();
    }

    [GeneratedRegex("^Dossiers à archiver")]
    private static partial Regex AArchiver();

    [GeneratedRegex("^500 dossiers archivés")]
    private static partial Regex Archives();
}
