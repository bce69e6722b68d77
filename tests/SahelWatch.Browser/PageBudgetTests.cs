using Microsoft.Playwright;
using SahelWatch.Browser.Support;

namespace SahelWatch.Browser;

public sealed class PageBudgetTests(BrowserSite site)
{
    private const int LargestScriptsAndStyles = 150 * 1000;
    private const int LargestHtml = 60 * 1000;

    public static TheoryData<string> Pages() => [.. SitePages.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_holds_its_budget_and_asks_no_other_host(string path)
    {
        await using var visit = await site.VisitAsync();
        var finished = new List<IRequest>();
        visit.Page.RequestFinished += (_, request) => finished.Add(request);

        await visit.OpenAsync(path);

        var html = 0;
        var scriptsAndStyles = 0;
        foreach (var request in finished.ToList())
        {
            var size = (await request.SizesAsync()).ResponseBodySize;
            html += request.ResourceType == "document" ? size : 0;
            scriptsAndStyles += request.ResourceType is "script" or "stylesheet" ? size : 0;
        }
        Assert.InRange(html, 1, LargestHtml);
        Assert.InRange(scriptsAndStyles, 1, LargestScriptsAndStyles);
        visit.AssertClean();
    }
}
