using System.Text.RegularExpressions;
using Masp.Browser.Tests.Navigation;
using Microsoft.Playwright;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace Masp.Browser.Tests.Parcours;

/// <summary>What is done all day long needs no mouse: these tests never click.</summary>
public sealed partial class AuClavierTests(SiteDeTest site) : IClassFixture<SiteDeTest>
{
    [Fact]
    public async Task A_request_is_filed_and_the_opinions_of_its_session_are_recorded_by_keyboard_alone()
    {
        var page = await site.SignInAsync("agent@herault.example");
        var numero = await FileAsync(page);
        await OpenSessionAsync(page);
        var rows = page.Locator("tr[data-saisie]");
        await Expect(rows.Filter(new() { HasText = numero })).ToHaveCountAsync(1);
        var waiting = await rows.CountAsync();
        await TabToAsync(page, page.Locator("[data-sens] input").First);

        for (var done = 0; done < waiting; done++)
        {
            await page.Keyboard.PressAsync("fda"[done % 3].ToString());
            await page.Keyboard.TypeAsync($"Motif {done}");
            await page.Keyboard.PressAsync("Enter");
            await Expect(rows).ToHaveCountAsync(waiting - done - 1);
            await ExpectTableUncoveredAsync(page);
        }

        var seance = Identifiant().Match(page.Url).Value;
        await page.Context.CloseAsync();
        Assert.True(waiting > 0);
        Assert.Equal(waiting, await RecordedAsync(seance));
    }

    private static async Task<string> FileAsync(IPage page)
    {
        await page.GotoAsync("/demandes/nouvelle");
        await TabToAsync(page, page.GetByRole(AriaRole.Combobox, new() { Name = "Commune de résidence" }));
        await page.Keyboard.TypeAsync("34230");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Adissan" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await TypeAsync(page, page.GetByRole(AriaRole.Textbox, new() { NameRegex = Nom() }), "Clavier");
        await TypeAsync(page, page.GetByRole(AriaRole.Textbox, new() { Name = "Prénom" }), "Irène");
        await TypeAsync(page, page.GetByRole(AriaRole.Textbox, new() { Name = "Date de naissance" }), "12/03/1971");
        await TypeAsync(page, page.GetByRole(AriaRole.Textbox, new() { Name = "Accord de la personne" }), "16/03/2026");
        await TypeAsync(page, page.GetByRole(AriaRole.Combobox, new() { Name = "Service référent" }), "CCAS");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Oui aux cinq" }));
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Déposer la demande" }));
        await page.Keyboard.PressAsync("Enter");
        var title = page.GetByRole(AriaRole.Heading, new() { Level = 1, NameRegex = Demande() });
        await Expect(title).ToContainTextAsync("Irène Clavier");
        return Demande().Match(await title.InnerTextAsync()).Value;
    }

    private static async Task OpenSessionAsync(IPage page)
    {
        await page.GotoAsync("/commissions");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir une séance" }));
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog).Filter(new() { HasText = "Toutes les demandes" });
        await TypeAsync(page, dialog.GetByRole(AriaRole.Textbox, new() { Name = "Date de la séance" }), "16/03/2026");
        await TabToAsync(page, dialog.GetByRole(AriaRole.Button, new() { Name = "Ouvrir la séance" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, NameRegex = Commission() })).ToBeVisibleAsync();
    }

    private static async Task TypeAsync(IPage page, ILocator field, string text)
    {
        await TabToAsync(page, field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Tab, until the field has the focus: one that the keyboard cannot reach is never reached.</summary>
    private static async Task TabToAsync(IPage page, ILocator target)
    {
        await target.WaitForAsync();
        for (var presses = 0; presses < 60; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach {target}.");
    }

    /// <summary>The notice of what was done hides nothing of the table.</summary>
    private static async Task ExpectTableUncoveredAsync(IPage page)
    {
        var notices = page.Locator(".mantine-Notification-root");
        await Expect(notices).ToHaveCountAsync(1);
        var notice = await notices.BoundingBoxAsync();
        var table = await page.GetByRole(AriaRole.Main).BoundingBoxAsync();
        Assert.True(notice is null || table is null || notice.X + notice.Width <= table.X, "The notice covers the page.");
    }

    private async Task<long> RecordedAsync(string seance)
    {
        await using var connection = new NpgsqlConnection(site.Base.Administration);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select count(*) from masp.avis where commission_id = $1 and motif like 'Motif %'", connection)
        {
            Parameters = { new NpgsqlParameter { Value = Guid.Parse(seance) } },
        };
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    [GeneratedRegex("^Nom")]
    private static partial Regex Nom();

    [GeneratedRegex("D-2026-[0-9]{4}")]
    private static partial Regex Demande();

    [GeneratedRegex("^Commission du ")]
    private static partial Regex Commission();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Identifiant();
}
