using SahelWatch.Browser.Support;

namespace SahelWatch.Browser;

public sealed class AccessibilityTests(BrowserSite site)
{
    public static TheoryData<string, Look> PagesAndLooks()
    {
        var data = new TheoryData<string, Look>();
        foreach (var path in SitePages.All)
        {
            foreach (var language in (string[])["en", "fr"])
            {
                data.Add(path, new Look(language));
                data.Add(path, new Look(language, Dark: true));
            }
            data.Add(path, new Look(Width: 360));
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(PagesAndLooks))]
    public async Task Page_is_free_of_accessibility_violations(string path, Look look)
    {
        await using var visit = await site.VisitAsync(look);

        await visit.OpenAsync(path);

        Assert.Empty(await visit.AxeViolationsAsync());
        visit.AssertClean();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_does_not_scroll_sideways_on_a_phone(string path)
    {
        await using var visit = await site.VisitAsync(new Look("fr", Width: 360));

        await visit.OpenAsync(path);

        Assert.Equal(0, await visit.OverflowAsync());
        visit.AssertClean();
    }

    public static TheoryData<Look> DeskLooks() => [new Look(), new Look("fr", Dark: true, Width: 360)];

    [Theory]
    [MemberData(nameof(DeskLooks))]
    public async Task Pages_of_the_desk_are_free_of_violations_and_do_not_scroll_sideways(Look look)
    {
        var faults = new List<string>();
        await foreach (var (visit, pages) in site.Desk.VisitPagesAsync(look))
        {
            await using var _ = visit;
            foreach (var page in pages)
            {
                await visit.OpenAsync(site.Desk.Scene, page);

                faults.AddRange((await visit.AxeViolationsAsync()).Select(violation => $"{page}: {violation}"));
                if (await visit.OverflowAsync() is > 0 and var overflow)
                {
                    faults.Add($"{page} is {overflow} pixels too wide");
                }
            }
            visit.AssertClean();
        }
        Assert.Empty(faults);
    }

    public static TheoryData<string> Pages() => [.. SitePages.All];
}
