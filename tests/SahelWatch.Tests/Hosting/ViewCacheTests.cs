using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;
using static SahelWatch.Tests.Support.KeepingSites;

namespace SahelWatch.Tests.Hosting;

public sealed class ViewCacheTests(KeepingSites sites) : IClassFixture<KeepingSites>, IDisposable
{
    private static readonly string[] Views =
    [
        "/?actor=jnim&at=14,-2,6&view=regions", "/incidents?last=12y", "/trends?violence=political&split=region",
        "/actors?name=katiba", "/actors/jnim", "/regions?country=MLI", "/regions/ML-5", "/calendar",
        "/api/v1/incidents?size=5", "/api/v1/facets", "/api/v1/map?box=-18,4,25,28&zoom=5&lang=fr",
        "/api/v1/map/area/ML-5", "/api/v1/map/regions?measure=deaths", "/api/v1/histogram", "/api/v1/trends?by=year",
        "/api/v1/actors", "/api/v1/actors/jnim", "/api/v1/regions", "/api/v1/regions/ML-5", "/api/v1/events",
        "/map.svg?country=MLI", "/trends.svg",
    ];

    private static readonly string[] NoViews =
    [
        "/incidents?country=XXX", "/api/v1/facets?colour=red", "/api/v1/map?zoom=99", "/api/v1/facets?lang=xx",
        "/actors/nobody", "/incidents.csv", "/incidents.geojson", "/trends.csv", "/incidents/1", "/about",
        "/css/base.css", "/healthz/live",
    ];

    private readonly KeptAnswers _kept = new();
    private readonly MovingTime _time = new(Site.Now);
    private WebApplicationFactory<Program>? _site;

    /// <summary>A site that keeps its answers in <see cref="_kept"/>.</summary>
    private WebApplicationFactory<Program> Keeping => _site ??= sites.Plain.WithWebHostBuilder(builder => builder
        .ConfigureTestServices(services => services
            .AddSingleton<IOutputCacheStore>(_kept)
            .AddSingleton<TimeProvider>(_time)));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kept_answer_is_the_fresh_one_byte_for_byte()
    {
        foreach (var path in Views)
        {
            foreach (var encoding in (string[])["br", "gzip", "identity"])
            {
                var stored = _kept.Stored;
                var first = await AskAsync(Keeping, path, encoding);
                var second = await AskAsync(Keeping, path, encoding);
                var wanted = await AskAsync(sites.Fresh, path, encoding);

                Assert.Equal((path, wanted), (path, first));
                Assert.Equal((path, wanted), (path, second));
                Assert.Equal((path, stored + 1), (path, _kept.Stored));
            }
        }
    }

    [Theory]
    [InlineData("/incidents?country=MLI&country=NER&from=2018-06&q=",
        "/incidents?from=2018-06-01&country=NER&country=MLI")]
    [InlineData("/?view=regions&measure=deaths&deaths=05", "/?deaths=5&measure=deaths&view=regions&page=1")]
    [InlineData("/trends?by=year&split=type&to=2018-07", "/trends?to=2018-07-31&split=type&by=year&by=year")]
    [InlineData("/api/v1/map?zoom=5&box=-18,4,25,28&lang=en", "/api/v1/map?box=-18,4,25,28&zoom=5")]
    [InlineData("/trends.svg?by=year&split=type", "/trends.svg?split=type&by=year")]
    public async Task Two_spellings_of_one_view_share_an_answer_that_is_right_for_both(string one, string other)
    {
        var kept = await AskAsync(Keeping, one, "br");

        Assert.Equal(kept, await AskAsync(Keeping, other, "br"));
        Assert.Equal(1, _kept.Stored);
        Assert.Equal(kept, await AskAsync(sites.Fresh, other, "br"));
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br, gzip;q=0.5")]
    [InlineData("gzip, br;q=0", "deflate, gzip")]
    [InlineData("identity", "deflate")]
    public async Task Answers_are_kept_by_the_encoding_they_have(string one, string other)
    {
        var kept = await AskAsync(Keeping, "/api/v1/facets", one);

        Assert.Equal(kept, await AskAsync(Keeping, "/api/v1/facets", other));
        Assert.Equal(1, _kept.Stored);
    }

    [Fact]
    public async Task Language_host_and_scheme_have_answers_of_their_own()
    {
        var bodies = new List<string>();
        foreach (var (address, language) in ((string, string)[])
            [
                ("http://localhost/api/v1/incidents", "en"), ("http://localhost/api/v1/incidents", "fr"),
                ("https://localhost/api/v1/incidents", "en"), ("http://127.0.0.1/api/v1/incidents", "en"),
            ])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptLanguage.ParseAdd(language);
            using var answer = await Keeping.CreateClient().SendAsync(request, Stop);
            bodies.Add(await answer.Content.ReadAsStringAsync(Stop));
        }

        Assert.Equal(4, bodies.Distinct().Count());
        Assert.Equal(4, _kept.Stored);
    }

    [Fact]
    public async Task Language_chosen_by_address_by_cookie_and_by_browser_share_an_answer()
    {
        var byBrowser = await AskAsync(Keeping, "/api/v1/facets", "br", ("Accept-Language", "fr-FR,en;q=0.5"));

        Assert.Equal(byBrowser, await AskAsync(Keeping, "/api/v1/facets?lang=fr", "br"));
        Assert.Equal(byBrowser, await AskAsync(Keeping, "/api/v1/facets", "br", ("Cookie", "lang=c%3Dfr%7Cuic%3Dfr")));
        Assert.Equal(1, _kept.Stored);
    }

    [Fact]
    public async Task New_index_and_new_day_find_nothing_kept()
    {
        var before = await AskAsync(Keeping, "/api/v1/facets?last=9y", "br");
        _time.Now = Site.Now.AddDays(1);
        var nextDay = await AskAsync(Keeping, "/api/v1/facets?last=9y", "br");
        var store = Keeping.Services.GetRequiredService<IncidentStore>();
        store.Replace(IncidentIndex.Build([], store.Current.Reference, "emptied"));

        var emptied = await AskAsync(Keeping, "/api/v1/facets?last=9y", "identity");

        Assert.NotEqual(before.Headers, nextDay.Headers);
        Assert.Contains("\"total\":0", emptied.Body, StringComparison.Ordinal);
        Assert.Equal(3, _kept.Stored);
    }

    [Theory]
    [InlineData("/api/v1/facets")]
    [InlineData("/trends.svg")]
    public async Task Reader_who_has_the_kept_answer_is_told_so(string path)
    {
        var client = Keeping.CreateClient();
        using var first = await client.GetAsync(path, Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(first.Headers.CacheControl, again.Headers.CacheControl);
        Assert.Equal(1, _kept.Stored);
    }

    [Theory]
    [InlineData("/api/v1/facets")]
    [InlineData("/incidents")]
    public async Task Head_has_the_headers_of_get_and_keeps_nothing(string path)
    {
        using var head = await Keeping.CreateClient().SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Stop);

        Assert.Equal(0, _kept.Stored);
        using var get = await Keeping.CreateClient().GetAsync(path, Stop);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.NotEmpty(await get.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task Refusal_file_and_what_is_no_view_is_not_kept()
    {
        foreach (var path in NoViews)
        {
            await AskAsync(Keeping, path, "br");
            Assert.Equal((path, 0), (path, _kept.Stored));
        }
    }

    [Fact]
    public async Task Language_chosen_on_a_page_is_remembered_even_where_the_page_is_kept()
    {
        var chosen = await AskAsync(Keeping, "/incidents?lang=fr", "br");
        Assert.Equal(0, _kept.Stored);
        await AskAsync(Keeping, "/incidents", "br", ("Accept-Language", "fr"));
        Assert.Equal(1, _kept.Stored);

        var again = await AskAsync(Keeping, "/incidents?lang=fr", "br");

        Assert.Contains("set-cookie: lang=", chosen.Headers, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(chosen, again);
        Assert.Equal(1, _kept.Stored);
    }

    [Theory]
    [InlineData("Cookie", "lang=en; session=1")]
    [InlineData("Authorization", "Bearer x")]
    [InlineData("If-Modified-Since", "Sun, 01 Nov 2026 12:00:00 GMT")]
    public async Task Who_can_be_told_from_others_is_answered_alone(string header, string value)
    {
        await AskAsync(Keeping, "/incidents", "br");
        var alone = await AskAsync(Keeping, "/incidents", "br", (header, value));

        Assert.StartsWith("200", alone.Headers, StringComparison.Ordinal);
        Assert.Equal(1, _kept.Stored);
    }

    [Fact]
    public async Task Long_query_is_not_kept()
    {
        await AskAsync(Keeping, $"/actors?name={new string('x', ViewCache.LongestQuery)}", "br");

        Assert.Equal(0, _kept.Stored);
    }

    [Fact]
    public async Task Those_who_ask_the_same_at_once_are_answered_by_one_computation()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(Keeping, "/incidents", "br")));

        Assert.Single(answers.Distinct());
        Assert.Equal(1, _kept.Stored);
    }

    [Fact]
    public async Task Visitor_who_leaves_does_not_cut_the_answer_of_others_short()
    {
        var gate = new DatabaseGate();
        await using var slow = sites.Plain.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IOutputCacheStore>(_kept);
            services.ConfigureDbContext<SqliteContext>(options => options.AddInterceptors(gate));
        }));
        slow.UseKestrel(0);
        var client = slow.CreateClient();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        gate.Close();
        var left = client.GetAsync("/api/v1/incidents", leaving.Token);
        await gate.Reached.WaitAsync(Stop);
        var waiting = client.GetStringAsync("/api/v1/incidents", Stop);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await Task.Delay(200, Stop);
        gate.Open();

        Assert.EndsWith("}", await waiting, StringComparison.Ordinal);
        Assert.Equal(await waiting, await client.GetStringAsync("/api/v1/incidents", Stop));
        Assert.Equal(1, _kept.Stored);
    }

    public void Dispose() => _site?.Dispose();
}
