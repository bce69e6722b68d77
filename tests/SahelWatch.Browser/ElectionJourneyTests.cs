using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SahelWatch.Browser.Support;

namespace SahelWatch.Browser;

/// <summary>
/// An analyst's question of July 2018, from map to file: JNIM's suicide vehicle bombs before Mali's election. Every
/// number on the way is the same.
/// </summary>
public sealed partial class ElectionJourneyTests(BrowserSite site)
{
    [Theory]
    [InlineData("en", "Search", "Apply", "JNIM", "Tactic", "Suicide vehicle bomb", "Region")]
    [InlineData("fr", "Rechercher", "Appliquer", "JNIM", "Tactique", "Voiture piégée kamikaze", "Région")]
    public async Task From_the_map_to_the_attack_its_source_the_trend_and_the_file(
        string language, string search, string apply, string actor, string tacticTitle, string tactic, string region)
    {
        await using var visit = await site.VisitAsync(new Look(language));
        var page = visit.Page;

        await visit.OpenAsync("/");
        var filter = page.Locator("#filter");
        await filter.GetByLabel(search).WaitForAsync();
        await filter.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex($"^{actor} ") }).CheckAsync();
        await filter.Locator("summary", new() { HasText = tacticTitle }).First.ClickAsync();
        await filter.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex(tactic) }).CheckAsync();
        await filter.Locator("[name=from]").FillAsync("2018");
        await filter.Locator("[name=to]").FillAsync("2018");
        await filter.GetByRole(AriaRole.Button, new() { Name = apply }).ClickAsync();
        await page.WaitForURLAsync(new Regex("actor=jnim"));
        await visit.SettledAsync();
        var inYear = await TotalAsync(page);
        Assert.Equal(await ApiTotalAsync(page), inYear);
        Assert.Equal(4, inYear);

        await BrushAsync(visit, "2018-06-01", "2018-07-31");
        await page.WaitForURLAsync(new Regex("from=2018-0[56].*to=2018-0[78]"));
        await visit.SettledAsync();
        var brushed = await TotalAsync(page);
        Assert.Equal(await ApiTotalAsync(page), brushed);
        Assert.Equal(2, brushed);
        var query = new Uri(page.Url).Query;

        await page.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Gao") }).First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/incidents/\\d+"));
        Assert.Contains("Gao", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        var source = page.Locator("main a[rel~=noopener]").First;
        Assert.Matches("^https?://", await source.GetAttributeAsync("href"));

        await visit.OpenAsync($"/trends{TrendQuery(query)}");
        Assert.Equal(brushed, await TotalAsync(page));
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = region, Exact = true }).First.ClickAsync();
        await page.WaitForURLAsync(new Regex("split=region"));
        Assert.Equal(brushed, await TotalAsync(page));

        await visit.OpenAsync($"/incidents{TrendQuery(query)}");
        Assert.Equal(brushed, await page.Locator("main .data-table tbody tr").CountAsync());
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^CSV") }).First.ClickAsync());
        var csv = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(brushed, csv.Count(line => Regex.IsMatch(line, "^\\d+,")));
        visit.AssertClean();
    }

    [Fact]
    public async Task Back_and_forward_walk_through_the_filters()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.OpenAsync("/");
        var all = await TotalAsync(page);
        await page.Locator("#filter").GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("^Mali ") }).CheckAsync();
        await page.Locator("#filter").GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("country=MLI"));
        await visit.SettledAsync();
        var mali = await TotalAsync(page);

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("main .total strong").First).ToHaveTextAsync($"{all}");
        await page.GoForwardAsync();
        await Assertions.Expect(page.Locator("main .total strong").First).ToHaveTextAsync($"{mali}");

        Assert.True(mali < all);
        visit.AssertClean();
    }

    [Fact]
    public async Task Map_and_its_list_share_what_is_selected_and_the_keyboard_reaches_both()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.OpenAsync("/?actor=jnim&tactic=svbied&from=2018&to=2018");

        var marker = page.Locator(".leaflet-marker-icon[role=button]").First;
        await marker.FocusAsync();
        Assert.False(string.IsNullOrWhiteSpace(await marker.GetAttributeAsync("aria-label")));
        await page.Keyboard.PressAsync("Enter");

        await page.Locator(".leaflet-popup").WaitForAsync();
        Assert.Matches(new Regex("/incidents"), await page.Locator(".leaflet-popup a").First.GetAttributeAsync("href"));
        visit.AssertClean();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/incidents")]
    [InlineData("/trends")]
    public async Task Without_script_the_form_filters_and_the_numbers_stand(string path)
    {
        await using var visit = await site.VisitAsync(new Look(JavaScript: false));
        var page = visit.Page;
        await page.GotoAsync(path);

        await page.Locator("#filter").GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("^JNIM ") }).CheckAsync();
        await page.Locator("#filter [name=from]").FillAsync("2018");
        await page.Locator("#filter").GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await page.WaitForURLAsync(new Regex("actor=jnim"));
        Assert.Equal(await ApiTotalAsync(page), await TotalAsync(page));
        visit.AssertClean();
    }

    /// <summary>Drags the ends of the histogram's window to two days.</summary>
    private static async Task BrushAsync(Visit visit, string from, string to)
    {
        await DragAsync(visit, "from", from);
        await DragAsync(visit, "to", to);
    }

    private static async Task DragAsync(Visit visit, string end, string day)
    {
        var page = visit.Page;
        var handle = page.Locator($"svg.histogram [data-handle={end}]");
        await handle.ScrollIntoViewIfNeededAsync();
        var box = (await handle.BoundingBoxAsync())!;
        var (x, y) = (box.X + box.Width / 2, box.Y + box.Height / 2);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((float)await PlaceAsync(page, day) + 1, y, new() { Steps = 4 });
        var before = page.Url;
        await page.Mouse.UpAsync();
        await page.WaitForURLAsync(url => url != before);
        await visit.SettledAsync();
    }

    private static Task<double> PlaceAsync(IPage page, string day) => page.EvaluateAsync<double>("""
        day => {
          const plot = document.querySelector('svg.histogram');
          const [first, last, at] = [plot.dataset.first, plot.dataset.last, day].map(Date.parse);
          const { left, width } = plot.getBoundingClientRect();
          return left + width * (at - first) / (last - first);
        }
        """, day);

    private static string TrendQuery(string query) =>
        "?" + string.Join('&', query.TrimStart('?').Split('&').Where(pair => !ViewKey().IsMatch(pair)));

    private static async Task<int> TotalAsync(IPage page) => int.Parse(
        Regex.Replace(await page.Locator("main .total strong").First.InnerTextAsync(), "[^0-9]", ""),
        CultureInfo.InvariantCulture);

    private static async Task<int> ApiTotalAsync(IPage page)
    {
        var answer = await page.Context.APIRequest.GetAsync(
            new Uri(new Uri(page.Url), $"/api/v1/incidents{TrendQuery(new Uri(page.Url).Query)}").ToString());
        return (await answer.JsonAsync<JsonElement>()).GetProperty("total").GetInt32();
    }

    [GeneratedRegex("^(at|view|measure|step|lang)=")]
    private static partial Regex ViewKey();
}
