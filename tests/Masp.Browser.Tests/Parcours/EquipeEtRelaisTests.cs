using System.Text.RegularExpressions;
using Masp.Browser.Tests.Navigation;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Masp.Browser.Tests.Parcours;

/// <summary>The manager's board by keyboard, then a whole Lot handed over and its meetings, on screen (R24 to R26).</summary>
public sealed partial class EquipeEtRelaisTests(SiteDeTest site) : IClassFixture<SiteDeTest>
{
    [Fact]
    public async Task Un_chef_confie_ce_que_personne_ne_suit_au_clavier()
    {
        var page = await site.SignInAsync("chef@titulaire-a.example");
        await page.GotoAsync("/equipe");
        var choices = page.GetByRole(AriaRole.Combobox, new() { NameRegex = Confier() });
        await Expect(choices.First).ToBeVisibleAsync();
        var waiting = await choices.CountAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { NameRegex = Capacite() }).GetByRole(AriaRole.Row)).Not.ToHaveCountAsync(1);

        await choices.First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByText("Intervenant désigné.")).ToBeVisibleAsync();
        await Expect(choices).ToHaveCountAsync(waiting - 1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Un_lot_passe_en_un_acte_et_les_rencontres_se_reprennent_ou_on_les_a_laissees()
    {
        var page = await site.SignInAsync("agent@herault.example");
        await page.GotoAsync("/relais/nouveau");
        await ChooseAsync(page, "Lot", "Lot 1");
        await ChooseAsync(page, "Titulaire qui cède", "Association Garrigue");
        await ChooseAsync(page, "Titulaire qui reprend", "Association Tramontane");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "À compter du" }).FillAsync("01/04/2026");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Motif" }).FillAsync("Équipe réduite de moitié");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voir ce qui passerait" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Passer() }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Passage de relais · Lot 1");
        var address = new Uri(page.Url).AbsolutePath;
        await page.Context.CloseAsync();

        var chef = await site.SignInAsync("chef@titulaire-b.example");
        await chef.GotoAsync(address);
        var boxes = chef.GetByRole(AriaRole.Checkbox, new() { NameRegex = Choisir() });
        await boxes.First.FocusAsync();
        await chef.Keyboard.PressAsync("Space");
        await chef.GetByRole(AriaRole.Button, new() { NameRegex = Equipes() }).ClickAsync();
        await Expect(chef.GetByText("Rencontre enregistrée.")).ToBeVisibleAsync();
        await chef.ReloadAsync();
        await Expect(chef.GetByText("16 mars 2026").First).ToBeVisibleAsync();
        await chef.Context.CloseAsync();
    }

    private static async Task ChooseAsync(IPage page, string label, string option)
    {
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^" + Regex.Escape(option)) }).Filter(new() { Visible = true }).First.ClickAsync();
    }

    [GeneratedRegex("^Confier ")]
    private static partial Regex Confier();

    [GeneratedRegex("capacité de chaque intervenant")]
    private static partial Regex Capacite();

    [GeneratedRegex("^Passer le relais")]
    private static partial Regex Passer();

    [GeneratedRegex("^Choisir ")]
    private static partial Regex Choisir();

    [GeneratedRegex("^Équipes réunies")]
    private static partial Regex Equipes();
}
