using System.Text.RegularExpressions;
using Masp.Browser.Tests.Navigation;
using Microsoft.Playwright;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace Masp.Browser.Tests.Parcours;

/// <summary>One person's request, on screen, by the people who do it in life: filed, heard, decided, allotted, signed, paid.</summary>
public sealed partial class DeLaDemandeALaFactureTests(SiteDeTest site) : IClassFixture<SiteDeTest>
{
    [Fact]
    public async Task Une_demande_va_de_son_depot_a_la_facture_du_trimestre()
    {
        var demande = await FileAsync();
        await HearAsync(demande);
        await DecideAsync(demande);
        var bon = await AllocateAsync(demande);
        var mesure = await SignAsync(bon);
        site.Wait(120);
        await PayAsync(mesure);
    }

    private async Task<string> FileAsync()
    {
        var page = await site.SignInAsync("agent@herault.example");
        await page.GotoAsync("/demandes/nouvelle");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Commune de résidence" }).FillAsync("34230");
        await page.GetByRole(AriaRole.Option, new() { Name = "Adissan" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { NameRegex = Nom() }).FillAsync("Parcours");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Prénom" }).FillAsync("Irène");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Date de naissance" }).FillAsync("12/03/1971");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Accord de la personne" }).FillAsync("16/03/2026");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Service référent" }).ClickAsync();
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Oui aux cinq" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Déposer la demande" }).ClickAsync();
        var title = page.GetByRole(AriaRole.Heading, new() { Level = 1, NameRegex = Demande() });
        await Expect(title).ToContainTextAsync("Irène Parcours");
        var numero = Demande().Match(await title.InnerTextAsync()).Value;
        await page.Context.CloseAsync();
        return numero;
    }

    /// <summary>By keyboard alone: a letter for the opinion, the reason, Entrée.</summary>
    private async Task HearAsync(string demande)
    {
        var page = await site.SignInAsync("agent@herault.example");
        await page.GotoAsync("/commissions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir une séance" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox, new() { Name = "Date de la séance" }).FillAsync("16/03/2026");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Ouvrir la séance" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = demande });
        await row.GetByRole(AriaRole.Radio).First.FocusAsync();
        await page.Keyboard.PressAsync("f");
        await page.Keyboard.TypeAsync("Budget fragile, personne volontaire");
        await page.Keyboard.PressAsync("Enter");
        await Expect(row.GetByRole(AriaRole.Radio)).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private async Task DecideAsync(string demande)
    {
        var page = await site.SignInAsync("decideur@herault.example");
        await OpenAsync(page, demande);
        await page.GetByRole(AriaRole.Radio, new() { Name = "Favorable", Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "avec gestion" }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "12", Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer la décision" }).ClickAsync();
        await Expect(page.GetByText("Elle attend son tour d’attribution.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private async Task<string> AllocateAsync(string demande)
    {
        var page = await site.SignInAsync("agent@herault.example");
        await OpenAsync(page, demande);
        await page.GetByRole(AriaRole.Button, new() { Name = "Attribuer", Exact = true }).ClickAsync();
        await Expect(page.GetByText("R11, art. 3").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = AttribuerA() }).ClickAsync();
        var bon = page.GetByText(Bon()).First;
        await Expect(bon).ToBeVisibleAsync();
        var numero = Bon().Match(await bon.InnerTextAsync()).Value;
        await page.Context.CloseAsync();
        return numero;
    }

    private async Task<string> SignAsync(string bon)
    {
        var page = await site.SignInAsync("agent@herault.example");
        await page.GotoAsync($"/bons-de-commande?recherche={bon}");
        await page.GetByRole(AriaRole.Link, new() { Name = bon }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Accuser réception" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Accuser réception" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Signature() }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Première rencontre" }).FillAsync("16/03/2026");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Signature par la personne" }).FillAsync("16/03/2026");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Ouvrir la mesure" }).ClickAsync();
        var title = page.GetByRole(AriaRole.Heading, new() { Level = 1, NameRegex = Mesure() });
        await Expect(title).ToBeVisibleAsync();
        var numero = Mesure().Match(await title.InnerTextAsync()).Value;
        await page.Context.CloseAsync();
        return numero;
    }

    /// <summary>The three months from 16 March to 15 June belong to the second quarter: their last served days are in it (R39).</summary>
    private async Task PayAsync(string mesure)
    {
        var page = await site.SignInAsync("comptable@herault.example");
        await page.GotoAsync($"/mesures?recherche={mesure}");
        var titulaire = Titulaire().Match(await page.GetByRole(AriaRole.Row).Filter(new() { HasText = mesure }).InnerTextAsync()).Value;
        await page.GotoAsync("/factures");
        await page.GetByRole(AriaRole.Button, new() { Name = "Préparer une facture" }).ClickAsync();
        await ChooseAsync(page, "Titulaire", titulaire, "titulaireId=");
        await ChooseAsync(page, "Lot", "Lot 3", "lot=3");
        await ChooseAsync(page, "Trimestre", "2e trimestre 2026", "trimestre=2026-T2");
        await ExpectRowsLeadToMeasuresAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Préparer la facture" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Facture non émise");
        await ExpectRowsLeadToMeasuresAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Valider() }).ClickAsync();
        await Expect(page.GetByText("validée").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        Assert.Equal(3L, await PaidMonthsAsync(mesure));
    }

    private static async Task ExpectRowsLeadToMeasuresAsync(IPage page) =>
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = Numero() }).First).ToHaveAttributeAsync("href", AdresseDeMesure());

    private async Task<long> PaidMonthsAsync(string mesure)
    {
        await using var connection = new NpgsqlConnection(site.Base.Administration);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select count(*) from masp.lignes_detaillees d join masp.factures f on f.departement_code = d.departement_code and f.id = d.facture_id
            where d.reference = $1 and d.retenue and f.etat = 'Validee'
            """,
            connection)
        {
            Parameters = { new NpgsqlParameter { Value = mesure } },
        };
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task OpenAsync(IPage page, string demande)
    {
        await page.GotoAsync($"/demandes?recherche={demande}");
        await page.GetByRole(AriaRole.Link, new() { Name = demande }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(demande);
    }

    /// <summary>What is chosen is in the address: a preview can be mailed.</summary>
    private static async Task ChooseAsync(IPage page, string label, string option, string address)
    {
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Combobox, new() { Name = label }).First.ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = option }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(address)));
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
    }

    [GeneratedRegex("^Nom")]
    private static partial Regex Nom();

    [GeneratedRegex("D-2026-[0-9]{4}")]
    private static partial Regex Demande();

    [GeneratedRegex("BC-34-3-[0-9]{4}")]
    private static partial Regex Bon();

    [GeneratedRegex("34-2026-[0-9]{4}")]
    private static partial Regex Mesure();

    [GeneratedRegex("^34-20[0-9]{2}-[0-9]{4}$")]
    private static partial Regex Numero();

    [GeneratedRegex("^/mesures/[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex AdresseDeMesure();

    [GeneratedRegex("(Association|Fondation|Union) [A-Z][a-z]+")]
    private static partial Regex Titulaire();

    [GeneratedRegex("^Attribuer à ")]
    private static partial Regex AttribuerA();

    [GeneratedRegex("ignature|Signer")]
    private static partial Regex Signature();

    [GeneratedRegex("^Valider")]
    private static partial Regex Valider();
}
