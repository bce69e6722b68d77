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

        var (html, scriptsAndStyles) = await WeighAsync(visit, () => visit.OpenAsync(path));

        Assert.InRange(html, 1, LargestHtml);
        Assert.InRange(scriptsAndStyles, 1, LargestScriptsAndStyles);
        visit.AssertClean();
    }

    [Fact]
    public async Task Pages_of_the_desk_hold_their_budget_and_ask_no_other_host()
    {
        var faults = new List<string>();
        await foreach (var (visit, pages) in site.Desk.VisitPagesAsync(new Look()))
        {
            await using var _ = visit;
            await visit.ForgetFilesAsync();
            foreach (var page in pages)
            {
                var (html, scriptsAndStyles) = await WeighAsync(visit, () => visit.OpenAsync(site.Desk.Scene, page));
                if (html is 0 or > LargestHtml || scriptsAndStyles is 0 or > LargestScriptsAndStyles)
                {
                    faults.Add($"{page}: {html} bytes of HTML, {scriptsAndStyles} of scripts and styles");
                }
            }
            visit.AssertClean();
        }
        Assert.Empty(faults);
    }

    /// <summary>Bytes of the documents, and of scripts and styles, that arrive while a page is opened.</summary>
    private static async Task<(int Html, int ScriptsAndStyles)> WeighAsync(Visit visit, Func<Task> open)
    {
        var answers = new List<IResponse>();
        void Note(object? sender, IResponse response) => answers.Add(response);
        visit.Page.Response += Note;
        await open();
        visit.Page.Response -= Note;
        var (html, scriptsAndStyles) = (0, 0);
        foreach (var answer in answers.Skip(answers.FindLastIndex(one => one.Request.IsNavigationRequest)))
        {
            var kind = answer.Request.ResourceType;
            if (kind is "document" or "script" or "stylesheet")
            {
                var size = Compressed(await answer.BodyAsync());
                html += kind == "document" ? size : 0;
                scriptsAndStyles += kind == "document" ? 0 : size;
            }
        }
        return (html, scriptsAndStyles);
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
