using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages;

/// <summary>What every address of API and files does with its keys, its tag and its method.</summary>
public sealed class ApiAddressTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Data() =>
        [.. Addresses.Files.Select(file => file.Path).Where(path => !path.StartsWith("/healthz", StringComparison.Ordinal))];

    [Theory]
    [InlineData("/api/v1/incidents/1?foo=bar", "foo")]
    [InlineData("/api/v1/incidents/1?country=MLI", "country")]
    [InlineData("/api/v1/map/incident/1?foo=bar", "foo")]
    [InlineData("/api/v1/boundaries?foo=bar", "foo")]
    [InlineData("/api/v1/incidents?lang=xx", "lang")]
    [InlineData("/api/v1/incidents/1?lang=xx", "lang")]
    [InlineData("/api/v1/facets?lang=en&lang=fr", "lang")]
    [InlineData("/incidents.csv?lang=xx", "lang")]
    [InlineData("/api/v1/map?box=-6,13,0,18&box=-7,13,0,18", "box")]
    [InlineData("/api/v1/map?zoom=5&zoom=6", "zoom")]
    [InlineData("/api/v1/map/regions?measure=count&measure=deaths", "measure")]
    [InlineData("/map.svg?at=14,-2,6&at=14,-2,7", "at")]
    [InlineData("/api/v1/actors?name=jnim&name=isgs", "name")]
    [InlineData("/api/v1/trends?by=year&by=month", "by")]
    public async Task Key_that_would_be_passed_over_is_a_problem(string path, string field)
    {
        using var answer = await site.Client().GetAsync(path, Stop);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = Assert.Single(body.RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal(field, problem.GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("/?lang=xx")]
    [InlineData("/incidents?lang=xx")]
    public async Task Unknown_language_of_a_page_is_told(string path)
    {
        using var answer = await site.Client().GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("en, fr", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/incidents/1?foo=bar", "foo")]
    [InlineData("/incidents/1?country=MLI&lang=en", "country")]
    [InlineData("/about?foo=bar&lang=xx", "foo, lang")]
    public async Task Page_without_filter_tells_what_it_does_not_read(string path, string keys)
    {
        var page = await site.PageAsync(path);
        var plain = await site.PageAsync($"{path.Split('?')[0]}?lang=en");

        Assert.Contains($": {keys}.", page.QuerySelector("main > .notice[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(plain.QuerySelector("main > .notice[role=status]"));
    }

    [Theory]
    [MemberData(nameof(Data))]
    public async Task Head_answers_like_get(string path)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await site.Client().SendAsync(asked, Stop);
        using var get = await site.Client().GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
    }

    [Theory]
    [MemberData(nameof(Data))]
    public async Task Every_answer_has_a_tag_and_is_not_sent_again(string path)
    {
        if (path.StartsWith("/openapi", StringComparison.Ordinal))
        {
            return;
        }
        using var first = await site.Client().GetAsync(path, Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await site.Client().SendAsync(again, Stop);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/incidents")]
    [InlineData("/api/v1/incidents/1")]
    [InlineData("/incidents.csv?last=12w")]
    public async Task Tag_changes_with_language_site_and_day(string path)
    {
        using var tomorrow = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
            services.AddSingleton<TimeProvider>(new FrozenTime(Site.Now.AddDays(1)))));
        var query = path.Contains('?') ? '&' : '?';

        var tags = new[]
        {
            await TagAsync(site.Client(), path),
            await TagAsync(site.Client("fr"), path),
            await TagAsync(site.Client(), $"http://127.0.0.1{path}"),
            await TagAsync(site.Client(), $"https://localhost{path}"),
            await TagAsync(tomorrow.CreateClient(), path),
        };

        Assert.Equal(tags.Length, tags.Distinct().Count());
        Assert.Equal(tags[1], await TagAsync(site.Client(), $"{path}{query}lang=fr"));
    }

    [Fact]
    public async Task Tag_changes_between_a_relative_span_and_the_same_days()
    {
        var relative = await TagAsync(site.Client(), "/api/v1/facets?last=1y");
        using var answer = await site.Client().GetAsync("/api/v1/facets?last=1y", Stop);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));

        var absolute = await TagAsync(site.Client(), $"/api/v1/facets?{body.RootElement.GetProperty("query").GetString()}");

        Assert.NotEqual(relative, absolute);
    }

    [Theory]
    [InlineData("/api/v1/map/area/ML-99")]
    [InlineData("/api/v1/map/incident/999999")]
    [InlineData("/api/v1/incidents/999999")]
    [InlineData("/api/v1/actors/nobody")]
    [InlineData("/api/v1/regions/ML-99")]
    public async Task Unknown_record_is_a_404_that_names_it(string path)
    {
        using var answer = await site.Client().GetAsync(path, Stop);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(path.Split('/')[^1], body.RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ML-5", "Mopti", "geo=exact")]
    [InlineData("MLI", "Mali", "geo=exact")]
    [InlineData("ML-5", "Mopti", "country=BFA")]
    [InlineData("ML-5", "Mopti", "region=ML-7")]
    [InlineData("MLI", "Mali", "region=ML-5")]
    public async Task Area_without_incidents_of_the_filter_counts_none(string code, string name, string filter)
    {
        using var body = JsonDocument.Parse(
            await site.Client().GetStringAsync($"/api/v1/map/area/{code}?{filter}", Stop));

        Assert.Equal(0, body.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(code, body.RootElement.GetProperty("code").GetString());
        Assert.Equal(name, body.RootElement.GetProperty("name").GetString());
        Assert.Equal(0, body.RootElement.GetProperty("items").GetArrayLength());
    }

    private static async Task<string> TagAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.ETag!.ToString();
    }
}
