using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SahelWatch.Browser.Support;

namespace SahelWatch.Browser;

/// <summary>Playing the map over time: every frame has the figures that the same dates have when asked for.</summary>
public sealed class PlayJourneyTests(BrowserSite site)
{
    private const int Frames = 10;

    [Theory]
    [InlineData("en", 1366, "/?country=MLI&from=2018-01-01&to=2018-01-31", "month", "Play", "Pause")]
    [InlineData("fr", 360, "/?from=2018-06-04&to=2018-06-10&step=week", "week", "Lecture", "Pause")]
    public async Task A_play_asks_once_and_tells_what_each_window_holds(
        string language, int width, string path, string step, string play, string pause)
    {
        await using var visit = await site.VisitAsync(new Look(language, Width: width));
        var page = visit.Page;
        await visit.OpenAsync(path);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        var frames = new List<(string Query, string Status, int Shown)>();

        await page.GetByRole(AriaRole.Button, new() { Name = play, Exact = true }).ClickAsync();
        for (var frame = 0; frame < Frames; frame++)
        {
            var before = page.Url;
            await page.WaitForURLAsync(url => url != before);
            await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true]')");
            frames.Add((new Uri(page.Url).Query, await StatusAsync(page), await ShownAsync(page)));
        }
        var calls = asked.Where(url => !url.EndsWith(".svg", StringComparison.Ordinal)).ToList();
        await page.GetByRole(AriaRole.Button, new() { Name = pause, Exact = true }).ClickAsync();

        Assert.Matches($"/api/v1/map/time\\?.*by={step}", Assert.Single(calls));
        var viewport = Regex.Match(calls[0], "box=[^&]*&zoom=[0-9]+").Value;
        Assert.Contains(frames, frame => frame.Shown > 0);
        foreach (var frame in frames)
        {
            var filter = Regex.Replace(frame.Query, "(step|lang|at)=[^&]*&?", "").TrimEnd('&');
            var answer = await ApiAsync(page, $"/api/v1/map{filter}&{viewport}&lang={language}");
            Assert.Equal(answer.GetProperty("status").GetString(), frame.Status);
        }
        await visit.SettledAsync();
        await Assertions.Expect(page.Locator(".is-playing")).ToHaveCountAsync(0);
        Assert.Equal(Digits(frames[^1].Status.Split(' ')[0]), Math.Min(50, await page.Locator("#map-list > li").CountAsync()));
        visit.AssertClean();
    }

    [Fact]
    public async Task A_frame_shows_its_figures_and_hides_what_has_others()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.OpenAsync("/?from=2018-05-01&to=2018-05-31");

        await page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Regex("from=2018-06-01&to=2018-06-30"));
        await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true]')");

        await Assertions.Expect(page.Locator("#map-caption")).ToHaveTextAsync("All incidents · 1 June 2018 – 30 June 2018");
        var total = await ApiAsync(page, "/api/v1/incidents?from=2018-06&to=2018-06");
        await Assertions.Expect(page.Locator("#map-total strong"))
            .ToHaveTextAsync($"{total.GetProperty("total").GetInt32()}");
        await Assertions.Expect(page.Locator("#filter [name=from]")).ToHaveValueAsync("2018-06-01");
        await Assertions.Expect(page.Locator("#map-list")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".map-wait")).ToBeVisibleAsync();
        Assert.Equal(total.GetProperty("total").GetInt32(), await ShownAsync(page));

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("#map-list")).ToBeVisibleAsync();
        await visit.SettledAsync();
        var window = await ApiAsync(page, $"/api/v1/incidents{new Uri(page.Url).Query}");
        await Assertions.Expect(page.Locator("#map-total strong"))
            .ToHaveTextAsync($"{window.GetProperty("total").GetInt32()}");
        Assert.Empty(await visit.AxeViolationsAsync());
        visit.AssertClean();
    }

    [Fact]
    public async Task Shaded_regions_play_as_well()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.OpenAsync("/?view=regions&from=2018-05-01&to=2018-05-31");

        await page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Regex("from=2018-06-01&to=2018-06-30"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();

        await visit.SettledAsync();
        var window = await ApiAsync(page, $"/api/v1/map/regions?from=2018-06&to=2018-06");
        Assert.Equal(window.GetProperty("status").GetString(), await StatusAsync(page));
        visit.AssertClean();
    }

    private static async Task<string> StatusAsync(IPage page) => await page.Locator("#map-status").InnerTextAsync();

    /// <summary>The incidents that all marks of the map stand for.</summary>
    private static Task<int> ShownAsync(IPage page) => page.EvaluateAsync<int>("""
        () => [...document.querySelectorAll('.leaflet-marker-pane [role=button]')].reduce((sum, mark) => sum + Number(mark.textContent), 0)
        """);

    private static async Task<JsonElement> ApiAsync(IPage page, string path)
    {
        var answer = await page.Context.APIRequest.GetAsync(new Uri(new Uri(page.Url), path).ToString());
        return (await answer.JsonAsync<JsonElement>()).Clone();
    }

    private static int Digits(string text) =>
        int.Parse(Regex.Replace(text, "[^0-9]", ""), CultureInfo.InvariantCulture);
}
