using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages;

/// <summary>Wide nets over the whole site.</summary>
public sealed class SiteTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Pages()
    {
        var data = new TheoryData<string, string>();
        foreach (var path in Addresses.Pages)
        {
            data.Add(path, "en");
            data.Add(path, "fr");
        }
        return data;
    }

    public static TheoryData<string, string> Files()
    {
        var data = new TheoryData<string, string>();
        foreach (var (path, type) in Addresses.Files)
        {
            data.Add(path, type);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_answers_in_its_language_with_one_heading(string path, string language)
    {
        var page = await site.PageAsync(path, language);

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.False(string.IsNullOrWhiteSpace(page.Title));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.Empty(page.QuerySelectorAll("[src^=http], link[href^=http]"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_or_endpoint_answers_its_type(string path, string type)
    {
        using var answer = await site.Client().GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Every_link_of_every_page_answers()
    {
        var client = site.Client();
        var links = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in Addresses.Pages)
        {
            var page = await site.PageAsync(path);
            links.UnionWith(page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!)
                .Where(href => href.StartsWith('/'))
                .Select(href => href.Split('#')[0]));
        }
        var broken = new List<string>();
        foreach (var link in Sample(links))
        {
            using var answer = await client.GetAsync(link, Stop);
            if (!answer.IsSuccessStatusCode)
            {
                broken.Add($"{(int)answer.StatusCode} {link}");
            }
        }
        Assert.True(links.Count > 100, $"Only {links.Count} links found.");
        Assert.Empty(broken);
    }

    [Fact]
    public async Task Every_anchor_exists_on_the_page_it_leads_to()
    {
        var anchors = new HashSet<(string Path, string Id)>();
        foreach (var path in Addresses.Pages)
        {
            var page = await site.PageAsync(path);
            anchors.UnionWith(page.QuerySelectorAll("a[href*='#']")
                .Select(link => link.GetAttribute("href")!.Split('#'))
                .Where(parts => parts[1].Length > 0 && (parts[0].Length == 0 || parts[0].StartsWith('/')))
                .Select(parts => (parts[0].Length == 0 ? path : parts[0], parts[1])));
        }
        var lost = new List<string>();
        foreach (var target in anchors.ToLookup(anchor => anchor.Path, anchor => anchor.Id))
        {
            var page = await site.PageAsync(target.Key);
            lost.AddRange(target.Where(id => page.GetElementById(id) is null).Select(id => $"{target.Key}#{id}"));
        }
        Assert.Contains(anchors, anchor => anchor.Path == "/about/codebook");
        Assert.Empty(lost);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing-here")]
    [InlineData("/incidents?colour=red")]
    [InlineData("/incidents/99999")]
    [InlineData("/css/base.css")]
    [InlineData("/incidents.csv")]
    [InlineData("/api/v1/incidents?colour=red")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/healthz/live")]
    public async Task Every_answer_carries_the_strict_headers(string path)
    {
        using var answer = await site.Client().GetAsync(new Uri($"https://localhost{path}"), Stop);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .ToDictionary(pair => pair.Key, pair => string.Join(',', pair.Value), StringComparer.OrdinalIgnoreCase);

        var policy = headers["Content-Security-Policy"];
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
        Assert.Contains("max-age", headers["Strict-Transport-Security"], StringComparison.Ordinal);
        Assert.False(headers.ContainsKey("Server"));
    }

    [Theory]
    [InlineData("/incidents?q=%EF%BF%BE", HttpStatusCode.BadRequest)]
    [InlineData("/incidents?q=%01", HttpStatusCode.BadRequest)]
    [InlineData("/actors?name=%EF%BF%BE", HttpStatusCode.BadRequest)]
    [InlineData("/actors/%EF%BF%BE", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/incidents?q=%EF%BF%BE", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/actors?name=%EF%BF%BE", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/actors/%EF%BF%BE", HttpStatusCode.NotFound)]
    [InlineData("/incidents.csv?q=%01", HttpStatusCode.BadRequest)]
    [InlineData("/trends.svg?q=x%0B%EF%BF%BF", HttpStatusCode.BadRequest)]
    public async Task Characters_that_cannot_be_shown_are_refused_and_not_sent_back(string path, HttpStatusCode status)
    {
        using var answer = await site.Client().GetAsync(path, Stop);
        var body = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain(body, letter => letter is '\ufffe' or '\u0001');
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("PUT", "/incidents")]
    [InlineData("DELETE", "/api/v1/incidents/1")]
    [InlineData("TRACE", "/incidents/1")]
    [InlineData("OPTIONS", "/api/v1/map")]
    public async Task Method_that_does_not_read_is_refused(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await site.Client().SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("en", "Malian Armed Forces")]
    [InlineData("fr", "Forces armées maliennes")]
    public async Task Actor_is_named_in_the_readers_language(string language, string name)
    {
        foreach (var path in (string[])["/actors", "/actors/fama", "/incidents/99"])
        {
            var page = await site.PageAsync(path, language);
            Assert.Contains(name, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Strict_transport_is_asked_over_https_alone()
    {
        using var answer = await site.Client().GetAsync("/", Stop);

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Foreign_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/incidents/1");
        request.Headers.Host = "evil.example";

        using var answer = await site.Client().SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/incidents/99999")]
    [InlineData("/incidents/abc")]
    [InlineData("/actors/nobody")]
    [InlineData("/regions/XX-1")]
    [InlineData("/collections/none")]
    public async Task Unknown_address_is_a_404_page_in_the_readers_language(string path)
    {
        using var answer = await site.Client("fr").GetAsync(path, Stop);
        var html = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("lang=\"fr\"", html, StringComparison.Ordinal);
        Assert.Contains("</main>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/incidents?from=2018-13", "from", "2018-13")]
    [InlineData("/api/v1/map?box=-18,4,25,28&zoom=5&actor=nobody", "actor", "nobody")]
    [InlineData("/api/v1/trends?colour=red", "colour", "red")]
    [InlineData("/api/v1/trends?by=fortnight", "by", "fortnight")]
    [InlineData("/api/v1/histogram?tactic=magic", "tactic", "magic")]
    [InlineData("/api/v1/facets?deaths=ten", "deaths", "ten")]
    [InlineData("/api/v1/regions?bbox=1", "bbox", "1")]
    [InlineData("/incidents.csv?grade=Z", "grade", "Z")]
    [InlineData("/incidents.geojson?sort=colour", "sort", "colour")]
    [InlineData("/trends.csv?split=colour", "split", "colour")]
    public async Task Bad_filter_is_a_400_with_field_value_and_expectation(string path, string field, string value)
    {
        using var answer = await site.Client().GetAsync(path, Stop);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = Assert.Single(body.RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.Equal(value, problem.GetProperty("value").GetString());
        Assert.NotEmpty(problem.GetProperty("expected").GetString()!);
    }

    [Theory]
    [InlineData("/?from=2018-13")]
    [InlineData("/incidents?from=2018-13")]
    [InlineData("/trends?from=2018-13")]
    [InlineData("/regions?from=2018-13")]
    public async Task Bad_filter_on_a_page_is_told_keeps_what_was_typed_and_shows_no_figure(string path)
    {
        using var answer = await site.Client().GetAsync(path, Stop);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("2018-13", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2018-13", page.QuerySelector("input[name=from]")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("main .data-table tbody tr, main .total strong"));
    }

    [Theory]
    [InlineData("/api/v1/incidents")]
    [InlineData("/api/v1/facets")]
    [InlineData("/api/v1/histogram")]
    [InlineData("/api/v1/trends")]
    [InlineData("/api/v1/actors")]
    [InlineData("/api/v1/regions")]
    public async Task Known_answer_is_not_sent_again_and_another_filter_is_another_answer(string path)
    {
        var client = site.Client();
        using var first = await client.GetAsync(path, Stop);
        using var other = await client.GetAsync($"{path}?country=MLI", Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await client.SendAsync(again, Stop);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    private static IEnumerable<string> Sample(SortedSet<string> links)
    {
        var step = Math.Max(1, links.Count / 400);
        return links.Where((_, index) => index % step == 0);
    }
}
