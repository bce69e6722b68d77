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

        var overflow = await visit.Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, overflow);
        visit.AssertClean();
    }

    public static TheoryData<string> Pages() => [.. SitePages.All];
}
