using Masp.Domain.Acces;
using Microsoft.Playwright;

namespace Masp.Browser.Tests.Accessibilite;

/// <summary>How a screen is reached and what is done on it.</summary>
/// <param name="Chemin">Of its route.</param>
/// <param name="Valeur">Expression that finds, with the rights of who is signed in, what stands for the <c>$parameter</c> of the route.</param>
/// <param name="Suite">Expression that finds what follows the <c>?</c>.</param>
internal sealed record Visite(string Chemin, string? Valeur = null, string? Suite = null)
{
    public IReadOnlyList<Ouverture> Ouvertures { get; init; } = [];

    /// <summary>Done before the screen is looked at: what appears only then is looked at too.</summary>
    public Func<IPage, Task>? Geste { get; init; }

    /// <summary>Where it is for who is signed in: path and query.</summary>
    public async Task<string?> AddressAsync(IPage page) =>
        await page.EvaluateAsync<string?>(
            $$"""
            async () => {
              const ask = async path => {
                const answer = await fetch('/api/v1' + path);
                return answer.ok ? answer.json() : null;
              };
              const first = async (...lists) => {
                for (const list of lists) {
                  const found = (await ask(list + (list.includes('?') ? '&' : '?') + 'taille=1'))?.elements ?? [];
                  if (found.length > 0) return found[0];
                }
                return null;
              };
              const valeur = {{Valeur ?? "''"}};
              const suite = {{Suite ?? "''"}};
              if (valeur === undefined || suite === undefined) return null;
              return '{{Chemin}}'.replace(/\$\w+/, valeur) + (suite ? '?' + suite : '');
            }
            """);

    /// <summary>Goes there inside the client, as a link does.</summary>
    public async Task ArriveAsync(IPage page) => await ArriveAsync(page, (await AddressAsync(page))!);

    /// <param name="page">Of the client, open.</param>
    /// <param name="address">What <see cref="AddressAsync"/> answered.</param>
    public async Task ArriveAsync(IPage page, string address)
    {
        // A page takes the focus when its path changes: that is how its arrival is known, so it is arrived at from another.
        if (await page.EvaluateAsync<bool>("address => location.pathname === address.split('?')[0]", address))
            await GoAsync(page, "/baremes");
        await GoAsync(page, address);
        if (Geste is not null)
        {
            await Geste(page);
            await Axe.SettleAsync(page);
        }
    }

    private static async Task GoAsync(IPage page, string address)
    {
        await page.EvaluateAsync("address => { document.activeElement?.blur(); history.pushState(null, '', address); }", address);
        await page.WaitForFunctionAsync(
            "address => location.pathname === address.split('?')[0] && document.querySelector('main h1') !== null && document.activeElement === document.querySelector('main h1')", address);
        await Axe.SettleAsync(page);
    }
}

/// <summary>A dialog, a drawer or a menu, opened by its button.</summary>
/// <param name="Fichier">The source file that draws it.</param>
/// <param name="Bouton">The button's name, or the beginning of it.</param>
/// <param name="Acte">Who may do it has the button, nobody else has.</param>
internal sealed record Ouverture(string Fichier, string Bouton, Acte Acte)
{
    /// <summary>Its button is there on a phone only.</summary>
    public bool TelephoneSeul { get; init; }
}
