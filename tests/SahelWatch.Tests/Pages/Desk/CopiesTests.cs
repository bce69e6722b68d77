using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Editing;
using SahelWatch.Editing.Archiving;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Desk;

/// <summary>Copies of cited pages, as editors keep them through the site.</summary>
public sealed class CopiesTests(Site site) : IClassFixture<Site>, IDisposable
{
    private const string Html = "<title>Attaque</title><p>Deux morts à Djibo</p><script>alert(1)</script>&lt;b&gt;";

    private readonly WebListener _other = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Editor_keeps_a_copy_and_the_public_sees_its_day_and_hash()
    {
        _other.Answer = WebListener.Page("text/html; charset=utf-8", Html);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Html)));
        var (slug, number) = await SourceAsync($"http://news.example:{_other.Port}/attaque");
        await using var keeping = Keeping((_, _) => true);
        var editor = await keeping.SignedInAsync(Role.Editor);

        var kept = await editor.FormPost($"/desk/sources/{slug}", [], $"/desk/sources/{slug}/copies");

        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        var list = await PageAsync(editor, kept.Headers.Location!.OriginalString);
        Assert.Contains(hash, list, StringComparison.Ordinal);
        Assert.Contains("Awa", list, StringComparison.Ordinal);
        var copy = new HtmlParser().ParseDocument(list).QuerySelector(".timeline a")!.GetAttribute("href")!;
        var read = new HtmlParser().ParseDocument(await PageAsync(editor, copy));
        Assert.Equal("Attaque\nDeux morts à Djibo\n<b>", read.QuerySelector("pre")!.TextContent);
        var told = (await site.PageAsync($"/incidents/{number}")).QuerySelector(".citations")!.TextContent;
        Assert.Contains("A copy of this page was kept on 1 November 2026", told, StringComparison.Ordinal);
        Assert.Contains(hash, told, StringComparison.Ordinal);
        Assert.DoesNotContain("Deux morts à Djibo", told, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Redirect, (await site.Client().GetAsync(copy, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"{copy}0", Stop)).StatusCode);
    }

    [Fact]
    public async Task Address_changed_since_is_not_said_to_have_a_copy()
    {
        var (slug, number) = await SourceAsync($"http://news.example:{_other.Port}/first");
        await using var keeping = Keeping((_, _) => true);
        var editor = await keeping.SignedInAsync(Role.Editor);
        await editor.FormPost($"/desk/sources/{slug}", [], $"/desk/sources/{slug}/copies");
        var before = (await site.PageAsync($"/incidents/{number}")).QuerySelector(".citations")!.TextContent;

        await SetUrlAsync(slug, $"http://news.example:{_other.Port}/second");

        var after = (await site.PageAsync($"/incidents/{number}")).QuerySelector(".citations")!.TextContent;
        Assert.Contains("SHA-256", before, StringComparison.Ordinal);
        Assert.DoesNotContain("SHA-256", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://news.example:{0}/")]
    [InlineData("http://user:secret@news.example:{0}/")]
    [InlineData("file:///etc/passwd")]
    public async Task Address_of_the_inside_is_refused_by_the_page_and_never_asked(string form)
    {
        var url = form.Replace("{0}", $"{_other.Port}", StringComparison.Ordinal);
        var (slug, _) = await SourceAsync(url);
        await using var keeping = Keeping((address, _) => PublicAddress.Is(address));
        var editor = await keeping.SignedInAsync(Role.Editor);

        var refused = await editor.FormPost($"/desk/sources/{slug}", [], $"/desk/sources/{slug}/copies");

        var said = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync(Stop))
            .QuerySelector("[role=alert]")!.TextContent;
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(url, said, StringComparison.Ordinal);
        Assert.Contains("expected", said, StringComparison.Ordinal);
        Assert.Empty(_other.Asked);
        Assert.False(await site.InDatabaseAsync(db => db.SourceArchives.AnyAsync(one => one.Source.Slug == slug, Stop)));
    }

    [Fact]
    public async Task Switched_off_there_is_no_button_and_nothing_is_asked()
    {
        var (slug, _) = await SourceAsync($"http://news.example:{_other.Port}/");
        var editor = await site.SignedInAsync(Role.Editor);

        var page = await PageAsync(editor, $"/desk/sources/{slug}");
        var asked = await editor.FormPost($"/desk/sources/{slug}", [], $"/desk/sources/{slug}/copies");

        Assert.DoesNotContain("Keep a copy", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        Assert.Empty(_other.Asked);
    }

    public void Dispose() => _other.Dispose();

    private static async Task<string> PageAsync(HttpClient client, string path) =>
        await client.GetStringAsync(path, Stop);

    /// <summary>The site where copies are kept; every name is that of the listener here.</summary>
    private WebApplicationFactory<Program> Keeping(Func<IPAddress, int, bool> mayConnect) =>
        site.WithWebHostBuilder(builder => builder
            .UseSetting("Archive:IsOn", "true")
            .ConfigureTestServices(services => services.AddSingleton(new PageFetcher(
                new ArchiveOptions { IsOn = true, Seconds = 5 },
                (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]),
                mayConnect))));

    /// <summary>
    /// A cited source given an address, and the number of an incident that cites it and nothing of which a copy was
    /// kept before.
    /// </summary>
    private async Task<(string Slug, int Number)> SourceAsync(string url)
    {
        var cited = await site.InDatabaseAsync(db => db.Incidents
            .Where(one => !one.Citations.Any(
                citation => db.SourceArchives.Any(copy => copy.SourceId == citation.SourceId)))
            .SelectMany(one => one.Citations, (one, citation) => new { one.Number, citation.Id, citation.Source })
            .Where(one => one.Source.Url != null && !one.Source.Url.Contains("example"))
            .OrderBy(one => one.Id)
            .Select(one => new { one.Source.Slug, one.Number })
            .FirstAsync(Stop));
        await SetUrlAsync(cited.Slug, url);
        return (cited.Slug, cited.Number);
    }

    private Task<int> SetUrlAsync(string slug, string url) => site.InDatabaseAsync(db =>
        db.Sources.Where(one => one.Slug == slug)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Url, url), Stop));
}
