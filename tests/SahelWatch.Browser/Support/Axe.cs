using System.Text.Json;
using Microsoft.Playwright;

namespace SahelWatch.Browser.Support;

/// <summary>The axe accessibility checker, run inside a page.</summary>
public static class Axe
{
    private static readonly Lazy<string> Script = new(() =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe", "axe.min.js")));

    /// <summary>
    /// One line for each violation of WCAG 2.2 A and AA and of axe's best practices: rule, help, elements. Markers that
    /// overlap on the map are no violation of target size (2.5.8, exception "equivalent"): the list beside the map
    /// holds the same incidents; regions are drawn beyond the map's edge, where they are clipped and cover nothing.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Script.Value);
        var result = await page.EvaluateAsync<JsonElement>("""
            () => axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
              .then(({ violations }) => violations
                .map(({ id, help, nodes }) => ({ id, help, nodes: nodes.filter(({ html, any }) =>
                  id !== 'target-size' || ![html, ...any.flatMap(check => check.relatedNodes.map(node => node.html))]
                    .some(html => html.includes('leaflet-'))) }))
                .filter(({ nodes }) => nodes.length > 0)
                .map(({ id, help, nodes }) =>
                  `${id}: ${help}: ${nodes.slice(0, 4).map(({ html }) => html.slice(0, 160)).join(' | ')}`))
            """);
        return [.. result.EnumerateArray().Select(line => line.GetString()!)];
    }
}
