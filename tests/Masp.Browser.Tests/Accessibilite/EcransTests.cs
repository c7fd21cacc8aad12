using Masp.Browser.Tests.Navigation;
using Masp.Domain.Acces;
using Masp.Infrastructure.Acces;
using Microsoft.Playwright;

namespace Masp.Browser.Tests.Accessibilite;

/// <summary>axe finds nothing, on any screen, in any dialog, for whoever may see it, on a desk and on a phone.</summary>
public sealed class EcransTests(SiteDeTest site) : IClassFixture<SiteDeTest>
{
    private const string Ouverts = "[role=dialog], [role=menu], [role=listbox]";

    /// <summary>What shows once an act is done: looked at in the walk that does it.</summary>
    private static readonly string[] ApresUnActe = ["ConfirmerDialog", "SecretMontre"];

    private static readonly (int Width, int Height)[] Tailles = [(1280, 900), (390, 844)];

    public static TheoryData<Role, string> Comptes =>
        [.. ComptesDeDemonstration.Comptes.DistinctBy(c => c.Role).Select(c => new TheoryDataRow<Role, string>(c.Role, c.Identifiant))];

    [Theory]
    [MemberData(nameof(Comptes))]
    public async Task Axe_finds_nothing_on_what_a_role_sees(Role role, string identifiant)
    {
        var page = await site.SignInAsync(identifiant);
        page.SetDefaultTimeout(20_000);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        await Axe.BringAsync(page);
        var actes = RoutesDuClient.Ecrans.ToDictionary(e => e.Chemin, e => e.Acte);
        var found = new List<string>();
        foreach (var visite in Visites.Toutes.Where(v => Droits.May(role, actes[v.Chemin]!.Value)))
        {
            try
            {
                found.AddRange(await LookAsync(page, visite, role));
            }
            catch (Exception exception) when (exception is TimeoutException or PlaywrightException)
            {
                // One screen that cannot be looked at does not hide what is wrong with the others.
                found.Add($"{visite.Chemin} ({role}): {exception.Message}, at {page.Url}");
            }
        }

        found.AddRange(await LookAtMenuAsync(page));
        await page.Context.CloseAsync();

        Assert.True(found.Count == 0, string.Join("\n\n", found.Distinct()));
    }

    [Fact]
    public async Task Axe_finds_nothing_before_sign_in_nor_on_a_page_that_is_closed()
    {
        var page = await site.SignInAsync("referent@ccas.example");
        await Axe.BringAsync(page);
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
        var page = await site.SignInAsync("admin@herault.example");
        await Axe.BringAsync(page);
        await new Visite("/communes").ArriveAsync(page);
        await page.EvaluateAsync("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button><p style=\"color:#ccc;background:#fff\">pâle</p>')");
        var found = string.Join("\n", await Axe.FindAsync(page));
        await page.Context.CloseAsync();

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

    private static async Task<List<string>> LookAsync(IPage page, Visite visite, Role role)
    {
        var found = new List<string>();
        await visite.ArriveAsync(page);
        foreach (var (width, height) in Tailles)
        {
            await page.SetViewportSizeAsync(width, height);
            found.AddRange(await NameAsync(page, $"{visite.Chemin} ({role}, {width})"));
            foreach (var ouverture in visite.Ouvertures.Where(o => !o.TelephoneSeul || width < 800))
            {
                var button = page.GetByRole(AriaRole.Button, new() { Name = ouverture.Bouton }).First;
                if (!Droits.May(role, ouverture.Acte))
                {
                    Assert.Equal(0, await button.CountAsync());
                    continue;
                }

                found.AddRange(await OpenAsync(page, button, $"{visite.Chemin} « {ouverture.Bouton} » ({role}, {width})"));
            }
        }

        return found;
    }

    private static async Task<List<string>> LookAtMenuAsync(IPage page)
    {
        var button = page.Locator("header button[aria-haspopup=menu]");
        return await OpenAsync(page, button, "account menu");
    }

    private static async Task<List<string>> OpenAsync(IPage page, ILocator button, string where)
    {
        await button.ClickAsync();
        await page.Locator(Ouverts).First.WaitForAsync();
        await Axe.SettleAsync(page);
        var found = await NameAsync(page, where, over: true);
        // What is opened over the dialog, a calendar or a list, is closed first.
        for (var opened = await page.Locator(Ouverts).CountAsync(); opened > 0; opened = await page.Locator(Ouverts).CountAsync())
        {
            await page.Keyboard.PressAsync("Escape");
            await page.WaitForFunctionAsync("([open, before]) => document.querySelectorAll(open).length < before", new object[] { Ouverts, opened });
        }

        return found;
    }

    private static async Task<List<string>> NameAsync(IPage page, string where, bool over = false) => [.. (await Axe.FindAsync(page, over)).Select(f => $"{where}: {f}")];
}
