using System.IO.Compression;
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
        var answers = new List<IResponse>();
        visit.Page.Response += (_, response) => answers.Add(response);

        await visit.OpenAsync(path);

        var html = 0;
        var scriptsAndStyles = 0;
        foreach (var answer in answers.Where(answer => answer.Status != 304).ToList())
        {
            var kind = answer.Request.ResourceType;
            if (kind is "document" or "script" or "stylesheet")
            {
                var size = Compressed(await answer.BodyAsync());
                html += kind == "document" ? size : 0;
                scriptsAndStyles += kind == "document" ? 0 : size;
            }
        }
        Assert.InRange(html, 1, LargestHtml);
        Assert.InRange(scriptsAndStyles, 1, LargestScriptsAndStyles);
        visit.AssertClean();
    }

    /// <summary>Bytes by gzip, whatever the development host compresses: the published one sends fewer.</summary>
    private static int Compressed(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(body);
        }
        return (int)compressed.Length;
    }
}
