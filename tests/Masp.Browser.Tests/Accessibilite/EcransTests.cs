using Masp.Browser.Tests.Navigation;
using Masp.Domain.Acces;
using Masp.Infrastructure.Acces;
using Microsoft.Playwright;
using Npgsql;

namespace Masp.Browser.Tests.Accessibilite;

/// <summary>axe finds nothing, on any screen, in any dialog, for whoever may see it, on a desk and on a phone.</summary>
public sealed class EcransTests(SiteDeTest site) : IClassFixture<SiteDeTest>
{
    // A page that does not answer by then does not answer: the next one is not kept waiting.
    private const int Patience = 8_000;

    private const int ParRole = 540_000;

    private const string Ouverts = "[role=dialog], [role=menu], [role=listbox]";

    private const string Voiles = ".mantine-Modal-overlay, .mantine-Drawer-overlay, .mantine-Spotlight-overlay";

    // The list of a closed field stays in the page, unseen: only what shows is open.
    private const string Compte = $"[...document.querySelectorAll('{Ouverts}')].filter(e => e.checkVisibility()).length";

    /// <summary>What shows once an act is done: looked at in the walk that does it.</summary>
    private static readonly string[] ApresUnActe = ["ConfirmerDialog", "EffacerDialog", "SecretMontre", "VisaDialog"];

    private static readonly (int Width, int Height)[] Tailles = [(1280, 900), (390, 844)];

    // What one role saw without a fault is not looked at again when another sees it drawn alike.
    private static readonly HashSet<string> SansFaute = [];

    public static TheoryData<Role, string> Comptes =>
        [.. ComptesDeDemonstration.Comptes.DistinctBy(c => c.Role).Select(c => new TheoryDataRow<Role, string>(c.Role, c.Identifiant))];

    [Theory(Timeout = ParRole)]
    [MemberData(nameof(Comptes))]
    public async Task Axe_finds_nothing_on_what_a_role_sees(Role role, string identifiant)
    {
        await AdmitSanteAsync();
        var page = await OpenAsync(identifiant);
        await using var closing = TestContext.Current.CancellationToken.Register(() => _ = page.Context.CloseAsync());
        var actes = RoutesDuClient.Ecrans.ToDictionary(e => e.Chemin, e => e.Acte);
        var found = new List<string>();
        var addresses = new HashSet<string>();
        foreach (var visite in Visites.Toutes.Where(v => Droits.May(role, actes[v.Chemin]!.Value)))
        {
            try
            {
                if (await visite.AddressAsync(page) is not { } address)
                {
                    // Who follows no file has none to open; the SAFPM sees them all.
                    Assert.False(role is Role.Agent or Role.Decideur or Role.Comptable, $"Nothing to show on {visite.Chemin}.");
                    continue;
                }

                // Where a role sees no record in the state that is asked for, another stands for it, looked at already.
                if (addresses.Add(address) || visite.Ouvertures.Count > 0)
                    found.AddRange(await LookAsync(page, visite, address, role));
            }
            catch (Exception exception) when (exception is TimeoutException or PlaywrightException)
            {
                // One screen that cannot be looked at does not hide what is wrong with the others.
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                found.Add($"{visite.Chemin} ({role}): {exception.Message}, at {page.Url}");
                await page.ReloadAsync();
                await Axe.BringAsync(page);
            }
        }

        found.AddRange(await LookAtMenuAsync(page));
        await page.Context.CloseAsync();

        Assert.True(found.Count == 0, string.Join("\n\n", found.Distinct()));
    }

    [Fact]
    public async Task Axe_finds_nothing_before_sign_in_nor_on_a_page_that_is_closed()
    {
        var page = await OpenAsync("referent@ccas.example");
        await new Visite("/factures").ArriveAsync(page);
        var closed = await Axe.FindAsync(page);
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/connexion");
        await Axe.BringAsync(page);
        await Axe.SettleAsync(page);
        var signIn = await Axe.FindAsync(page);
        await page.Context.CloseAsync();

        Assert.Empty(closed);
        Assert.Empty(signIn);
    }

    [Fact]
    public async Task A_planted_fault_is_found()
    {
        var page = await OpenAsync("admin@herault.example");
        await new Visite("/communes").ArriveAsync(page);
        var before = await NameAsync(page, "/communes");
        await page.EvaluateAsync(
            """
            () => {
              const pale = Object.assign(document.createElement('p'), { textContent: 'pâle' });
              Object.assign(pale.style, { color: '#ccc', background: '#fff' });
              document.querySelector('main').append(document.createElement('button'), pale);
            }
            """);
        var found = string.Join("\n", await NameAsync(page, "/communes"));
        await page.Context.CloseAsync();

        Assert.Empty(before);
        Assert.Contains("button-name", found, StringComparison.Ordinal);
        Assert.Contains("color-contrast", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_screen_and_every_dialog_is_visited()
    {
        Assert.Equal(RoutesDuClient.Ecrans.Where(e => e.Acte is not null).Select(e => e.Chemin), Visites.Toutes.Select(v => v.Chemin).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["/acces", "/connexion", "/mot-de-passe-oublie"], RoutesDuClient.Ecrans.Where(e => e.Acte is null).Select(e => e.Chemin));
        Assert.Equal(
            RoutesDuClient.Dialogues,
            Visites.Toutes.SelectMany(v => v.Ouvertures).Select(o => o.Fichier).Concat(["AccountMenu", "ActDialog", .. ApresUnActe]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_new_screen_is_read_from_its_route()
    {
        const string source =
            """
            export const bilansRoute = createRoute({
              getParentRoute: () => cadreRoute,
              path: '/bilans',
              staticData: { acte: 'lireMesures' },
              component: BilansLayout,
            });
            export const bilanRoute = createRoute({
              getParentRoute: () => bilansRoute,
              path: '/$bilanId',
              staticData: { acte: 'lireMesures' },
              component: lazyRouteComponent(() => import('@/features/Bilans/PageBilan'), 'PageBilan'),
            });
            """;

        Assert.Equal([new Ecran("/bilans/$bilanId", Acte.LireMesures)], RoutesDuClient.ReadEcrans(source));
    }

    /// <summary>The Reglement of the demonstration lets nobody write it down (R62): its dialog would be looked at by nobody.</summary>
    private async Task AdmitSanteAsync()
    {
        await using var session = new NpgsqlConnection(site.Base.Administration);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("set local session_replication_role = replica; update masp.reglements set parametres = jsonb_set(parametres, '{santeAdmise}', 'true')", session);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<IPage> OpenAsync(string identifiant)
    {
        var page = await site.SignInAsync(identifiant);
        page.SetDefaultTimeout(Patience);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        await Axe.BringAsync(page);
        return page;
    }

    private static async Task<List<string>> LookAsync(IPage page, Visite visite, string address, Role role)
    {
        var found = new List<string>();
        await visite.ArriveAsync(page, address);
        foreach (var (width, height) in Tailles)
        {
            await page.SetViewportSizeAsync(width, height);
            await Axe.SettleAsync(page);
            found.AddRange(await NameAsync(page, $"{visite.Chemin} ({role}, {width})"));
            foreach (var ouverture in visite.Ouvertures.Where(o => !o.TelephoneSeul || width < 800))
            {
                var button = page.GetByRole(AriaRole.Button, new() { Name = ouverture.Bouton }).First;
                if (!Droits.May(role, ouverture.Acte))
                {
                    Assert.Equal(0, await button.CountAsync());
                    continue;
                }

                found.AddRange(await LookAtOpenedAsync(page, button, $"{visite.Chemin} « {ouverture.Bouton} » ({role}, {width})"));
            }
        }

        return found;
    }

    private static async Task<List<string>> LookAtMenuAsync(IPage page)
    {
        var button = page.Locator("header button[aria-haspopup=menu]");
        return await LookAtOpenedAsync(page, button, "account menu");
    }

    private static async Task<List<string>> LookAtOpenedAsync(IPage page, ILocator button, string where)
    {
        await button.ClickAsync();
        await page.WaitForFunctionAsync($"() => {Compte} > 0");
        await Axe.SettleAsync(page);
        var found = await NameAsync(page, where, over: true);
        await CloseAsync(page);
        return found;
    }

    private static async Task CloseAsync(IPage page)
    {
        // What is opened over the dialog, a calendar or a list, is closed first.
        for (var opened = await CountAsync(); opened > 0; opened = await CountAsync())
        {
            await page.Keyboard.PressAsync("Escape");
            await page.WaitForFunctionAsync($"before => {Compte} < before", opened);
        }

        // The veil leaves after what it surrounds, and takes every click until then.
        await page.WaitForFunctionAsync($"() => !document.querySelector('{Voiles}')");

        Task<int> CountAsync() => page.EvaluateAsync<int>($"() => {Compte}");
    }

    private static async Task<List<string>> NameAsync(IPage page, string where, bool over = false)
    {
        var drawn = $"{page.ViewportSize!.Width} {over} {await Axe.DrawAsync(page)}";
        if (SansFaute.Contains(drawn))
            return [];
        var found = await Axe.FindAsync(page, over);
        if (found.Count == 0)
            SansFaute.Add(drawn);
        return [.. found.Select(f => $"{where}: {f}")];
    }
}
