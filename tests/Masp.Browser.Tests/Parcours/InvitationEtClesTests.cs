using Masp.Browser.Tests.Accessibilite;
using Masp.Browser.Tests.Navigation;
using Masp.Domain.Acces;
using Masp.Infrastructure.Courriels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using NodaTime;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace Masp.Browser.Tests.Parcours;

/// <summary>Somebody is invited, follows the letter, proves twice who they are, then comes back by a passkey.</summary>
public sealed class InvitationEtClesTests(SiteDeTest site, Navigateur navigateur) : IClassFixture<SiteDeTest>
{
    private const string Identifiant = "paule.essai@herault.example";
    private const string MotDePasse = "Cigales-9-platanes";

    [Fact]
    public async Task An_invited_agent_enters_with_a_code_and_comes_back_with_a_passkey()
    {
        await InviteAsync();
        var page = await navigateur.OpenAsync(site.NamedAddress);
        await AcceptAsync(page, await LinkAsync());
        await AddPasskeyAsync(page);
        await ComeBackAsync(page);
        await page.Context.CloseAsync();

        Assert.Equal("CleDAcces, Lien", await MoyensAsync());
    }

    [Fact]
    public Task A_program_is_made_and_its_secret_shown_once() => MakeProgrammeAsync();

    private async Task InviteAsync()
    {
        var page = await site.SignInAsync("admin@herault.example");
        await page.GotoAsync("/comptes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Inviter une personne" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Nom").FillAsync("Paule Essai");
        await dialog.GetByLabel("Adresse de courriel").FillAsync(Identifiant);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Envoyer l’invitation" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Paule Essai" })).ToBeVisibleAsync();
        await Expect(page.GetByText("invité", new() { Exact = true })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>As it stands in the letter, by the name that a passkey can belong to.</summary>
    private async Task<string> LinkAsync()
    {
        await site.Services.GetRequiredService<Facteur>().SendDueAsync(TestContext.Current.CancellationToken);
        var letter = Directory.GetFiles(site.Courriels, "*.eml").Select(path => MimeMessage.Load(path)).Single(m => m.To.Mailboxes.Any(to => to.Address == Identifiant));
        var link = letter.TextBody!.Split('\n').Single(line => line.StartsWith(site.Address, StringComparison.Ordinal)).Trim();
        return link.Replace(site.Address, site.NamedAddress, StringComparison.Ordinal);
    }

    private async Task AcceptAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.GetByLabel("Mot de passe", new() { Exact = true }).FillAsync(MotDePasse);
        await page.GetByLabel("Mot de passe, encore une fois").FillAsync(MotDePasse);
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Clé à enregistrer dans l’application de codes" })).ToBeVisibleAsync();

        await AssertAccessibleAsync(page);

        // The secret of the link has left the address: it stays in no history.
        Assert.EndsWith("/acces", page.Url, StringComparison.Ordinal);
        var key = (await page.Locator("code").InnerTextAsync()).Replace(" ", string.Empty, StringComparison.Ordinal);
        await page.GetByLabel("Code à six chiffres").FillAsync(CodeOf(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir mon compte" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Codes de secours" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(10);
        await AssertAccessibleAsync(page);
        await page.GetByLabel("J’ai rangé ces codes en lieu sûr").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "À faire" })).ToBeVisibleAsync();
    }

    /// <summary>With an authenticator that Chromium plays itself.</summary>
    private static async Task AddPasskeyAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync("/compte");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter une clé d’accès" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Nom de la clé").FillAsync("Poste du bureau");
        await dialog.GetByLabel("Votre mot de passe").FillAsync(MotDePasse);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Créer la clé" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Poste du bureau", Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Nouveaux codes de secours" }).ClickAsync();
        await Expect(dialog).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
    }

    /// <summary>A secret is in sight until it is said to be kept.</summary>
    private async Task MakeProgrammeAsync()
    {
        var page = await site.SignInAsync("admin@herault.example");
        await page.GotoAsync("/programmes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer un programme" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Nom").FillAsync("Entrepôt");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Créer le programme" }).ClickAsync();
        await Expect(page.GetByLabel("client_secret")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Le secret est en lieu sûr" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Entrepôt", Exact = true })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        await Axe.BringAsync(page);
        await Axe.SettleAsync(page);
        Assert.Empty(await Axe.FindAsync(page));
    }

    private static async Task ComeBackAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Paule Essai" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Se déconnecter" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Utiliser une clé d’accès" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "À faire" })).ToBeVisibleAsync();
        await page.GotoAsync("/compte");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "celle-ci" })).ToContainTextAsync("clé d’accès");
    }

    private string CodeOf(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2)).ToArray();
        return CodeTotp.Compute(key, CodeTotp.StepAt(Instant.FromDateTimeOffset(site.Services.GetRequiredService<TimeProvider>().GetUtcNow())));
    }

    private async Task<string> MoyensAsync()
    {
        await using var session = new NpgsqlConnection(site.Base.Administration);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"select string_agg(s.moyen, ', ' order by s.moyen) from acces.sessions s join acces.utilisateurs u on u.id = s.utilisateur_id where u.user_name = '{Identifiant}'", session);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
