using System.Text.Json;
using Masp.Postgres;
using Microsoft.Playwright;

namespace Masp.Browser.Tests.Accessibilite;

/// <summary>axe-core, as the client's lock file pins it, in a page of the browser.</summary>
public static class Axe
{
    // Counts what the page still asks: when nothing is under way and the title has come, it is what a person sees.
    private const string Watch =
        """
        () => {
          window.__underWay = 0;
          const asked = window.fetch;
          window.fetch = (...all) => { window.__underWay++; return asked(...all).finally(() => window.__underWay--); };
        }
        """;

    private const string Settled =
        """
        () => document.querySelector('main h1, h1') !== null && window.__underWay === 0
          && !document.querySelector('.mantine-Skeleton-root, [role=progressbar]')
          && document.getAnimations().every(a => a.playState !== 'running')
        """;

    // Each place of the page once, from the root down, whatever it says: a list of fifty rows is drawn as one of three.
    private const string Drawing =
        """
        () => {
          const told = /^(class|style|role|type|tabindex|hidden|disabled|aria-(?!label|controls|describedby|owns|details|activedescendant).+)$/;
          const places = new Map();
          const walk = (element, parent) => {
            const attributes = [...element.attributes].map(({ name, value }) => name + '=' + (told.test(name) ? value : value.trim() && '…'));
            const says = [...element.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
            const place = [parent, element.localName, ...attributes.sort(), says].join(' ');
            if (!places.has(place)) places.set(place, places.size);
            for (const child of element.children) walk(child, places.get(place));
          };
          walk(document.documentElement, '');
          return [...places.keys()].join('\n');
        }
        """;

    private static readonly Lazy<string> Source = new(() =>
        File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "client", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>Brings axe into a page already open; it stays from screen to screen, until the page is loaded anew.</summary>
    public static async Task BringAsync(IPage page)
    {
        await page.EvaluateAsync(Watch);
        await page.EvaluateAsync(Source.Value);
    }

    public static Task SettleAsync(IPage page) => page.WaitForFunctionAsync(Settled);

    /// <summary>How the page is drawn, without its words: two pages drawn alike are one for axe.</summary>
    public static Task<string> DrawAsync(IPage page) => page.EvaluateAsync<string>(Drawing);

    /// <summary>What axe finds in the page as it stands, all its rules on.</summary>
    /// <param name="page">Settled.</param>
    /// <param name="over">A menu or a list is open over the page: it stands in no part of it, and is not asked to; the arrows scroll it from the field.</param>
    /// <returns>One sentence per rule broken, with where; empty when nothing is found.</returns>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page, bool over = false)
    {
        var found = await page.EvaluateAsync<JsonElement>("over => axe.run(document, { resultTypes: ['violations'], rules: { region: { enabled: !over }, 'scrollable-region-focusable': { enabled: !over } } }).then(r => r.violations.map(v => ({ id: v.id, help: v.help, nodes: v.nodes.map(n => n.html.slice(0, 200)) })))", over);
        return
        [
            .. found.EnumerateArray().Select(v =>
                $"{v.GetProperty("id").GetString()} ({v.GetProperty("help").GetString()}): {string.Join(" ", v.GetProperty("nodes").EnumerateArray().Take(3).Select(n => n.GetString()))}"),
        ];
    }
}
