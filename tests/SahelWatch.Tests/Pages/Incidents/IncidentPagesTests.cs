using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Data;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Incidents;

public sealed class IncidentPagesTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Every_incident_has_a_page_with_all_its_sources(string language)
    {
        for (var row = 0; row < site.Index.Count; row += 7)
        {
            var page = await site.PageAsync($"/incidents/{site.Index[row].Number}", language);

            Assert.Equal(site.Index.Sources(row).Length, page.QuerySelectorAll(".citation").Length);
            Assert.Equal(site.Index.Parties(row).Length, page.QuerySelectorAll("[aria-labelledby=who] tbody tr").Length);
        }
    }

    [Fact]
    public async Task Place_is_drawn_no_more_precisely_than_it_is_known()
    {
        foreach (var precision in (GeoPrecision[])[GeoPrecision.Exact, GeoPrecision.Near, GeoPrecision.District, GeoPrecision.Country])
        {
            var row = site.Index.Rows.First(row => site.Index[row].GeoPrecision == precision);
            var map = (await site.PageAsync($"/incidents/{site.Index[row].Number}")).QuerySelector("svg.svg-map")!;

            Assert.Equal(precision <= GeoPrecision.Near, map.QuerySelector("use") is not null);
            Assert.Equal(precision == GeoPrecision.Near, map.QuerySelector(".svg-map-ring") is not null);
            Assert.Equal(precision > GeoPrecision.Near, map.QuerySelector(".is-marked") is not null);
        }
    }

    [Theory]
    [InlineData("/incidents/9999")]
    [InlineData("/incidents/0")]
    [InlineData("/incidents/abc")]
    [InlineData("/incidents/99999999999999")]
    [InlineData("/api/v1/incidents/9999")]
    [InlineData("/collections/nothing")]
    public async Task Unknown_records_are_not_found(string path)
    {
        using var answer = await site.Client().GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Unknown_number_is_said_and_leads_to_the_list_and_to_near_numbers()
    {
        using var answer = await site.Client("fr").GetAsync("/incidents/9999", Stop);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Stop));

        Assert.Contains("9999", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/incidents']"));
        var last = site.Index.Rows.Max(row => site.Index[row].Number);
        Assert.NotNull(page.QuerySelector($"main a[href='/incidents/{last}']"));
    }

    [Theory]
    [InlineData("en", "All incidents")]
    [InlineData("fr", "Tous les incidents")]
    public async Task Empty_filter_is_told_as_all_incidents(string language, string sentence)
    {
        var whole = await site.PageAsync("/regions", language);
        var part = await site.PageAsync("/regions?country=MLI", language);

        Assert.Equal(sentence, whole.QuerySelector(".filter-sentence")!.TextContent);
        Assert.StartsWith("Incidents, ", part.QuerySelector(".filter-sentence")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("www.example.org/report")]
    public async Task Address_that_cannot_be_followed_is_no_link_anywhere(string printed)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>();
        var source = await db.Incidents.Where(incident => incident.Number == 2)
            .SelectMany(incident => incident.Citations, (_, citation) => citation.Source)
            .OrderBy(source => source.Id)
            .FirstAsync(Stop);
        var url = source.Url;
        source.Url = printed;
        db.Add(Revised(source));
        await db.SaveChangesAsync(Stop);

        var page = await site.PageAsync("/incidents/2");
        var api = await site.Client().GetStringAsync("/api/v1/incidents/2", Stop);

        Assert.DoesNotContain(page.QuerySelectorAll("a"), link => link.GetAttribute("href") == printed);
        Assert.DoesNotContain($"\"{printed}\"", api, StringComparison.Ordinal);

        source.Url = url;
        db.Add(Revised(source));
        await db.SaveChangesAsync(Stop);

        Revision Revised(Source one) => new()
        {
            Record = $"source/{one.Slug}",
            Number = db.Revisions.Count(revision => revision.Record == $"source/{one.Slug}") + 1,
            Kind = RevisionKind.Corrected,
            Author = "test",
            At = Site.Now,
            Reason = "test",
        };
    }

    [Theory]
    [InlineData("/incidents/1", ".citation-title a")]
    [InlineData("/calendar", ".source-list a")]
    [InlineData("/actors/jnim", ".source-list a")]
    [InlineData("/collections/ctp-2018-07", "#footnotes ~ * a[rel]")]
    public async Task Sources_are_linked_in_one_way(string path, string links)
    {
        var sources = (await site.PageAsync(path)).QuerySelectorAll(links);

        Assert.NotEmpty(sources);
        Assert.All(sources, link => Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel")));
        Assert.All(sources, link => Assert.StartsWith("http", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_beyond_the_end_shows_the_last_and_says_so()
    {
        var page = await site.PageAsync("/incidents?page=999");

        Assert.NotEmpty(page.QuerySelectorAll(".incident-table tbody tr"));
        Assert.Contains("999", page.QuerySelector("main .notice-caution")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("251–299 of 299", page.QuerySelector(".pager-range")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_list_says_what_each_part_of_the_filter_takes_away()
    {
        var page = await site.PageAsync("/incidents?actor=jnim&country=NER&from=2012&to=2013");

        var ways = page.QuerySelectorAll(".ways-out li");
        Assert.Equal(4, ways.Length);
        Assert.Contains("1 incident", ways[0].TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".incident-table"));
    }

    [Theory]
    [InlineData("sort=deaths", "ascending")]
    [InlineData("sort=-deaths", "descending")]
    public async Task Column_head_tells_the_order(string sort, string order)
    {
        var page = await site.PageAsync($"/incidents?{sort}");

        var head = Assert.Single(page.QuerySelectorAll(".incident-table th[aria-sort]"));
        Assert.Equal(order, head.GetAttribute("aria-sort"));
        Assert.Equal("Deaths", head.TextContent);
    }

    [Fact]
    public async Task Same_answer_is_not_sent_twice()
    {
        using var first = await site.Client().GetAsync("/api/v1/incidents?actor=jnim", Stop);
        var again = site.Client();
        again.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await again.GetAsync("/api/v1/incidents?actor=jnim", Stop);
        using var other = await again.GetAsync("/api/v1/incidents?actor=isgs", Stop);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Collection_page_lists_its_incidents_and_every_footnote()
    {
        var page = await site.PageAsync("/collections/ctp-2018-07", "fr");
        var incidents = site.Index.Reference.Collection("ctp-2018-07")!.Items
            .Count(item => item.Kind == CollectionItemKind.Incident);

        Assert.Equal(incidents, page.QuerySelectorAll(".incident-table tbody tr").Length);
        Assert.Equal(34, page.QuerySelectorAll(".footnote").Length);
        Assert.All(
            page.QuerySelectorAll("a[href^='#']"),
            link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }
}

public sealed class WithdrawnIncidentTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Withdrawn_incident_is_a_tombstone_with_its_reason()
    {
        using var client = site.Client();
        using (var scope = site.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>();
            var incident = await db.Incidents.Include(one => one.Revisions)
                .SingleAsync(one => one.Number == 5, TestContext.Current.CancellationToken);
            incident.Status = EditorialStatus.Withdrawn;
            incident.Revisions.Add(new Revision
            {
                Kind = RevisionKind.Corrected,
Number = 2,
                Author = "editor",
                At = Site.Now,
                Reason = "Told twice: the same attack as number 6.",
            });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        foreach (var path in (string[])["/incidents/5", "/api/v1/incidents/5"])
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        }
        using var page = await client.GetAsync("/incidents/5", TestContext.Current.CancellationToken);
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Told twice", text, StringComparison.Ordinal);
        Assert.DoesNotContain("citation", text, StringComparison.Ordinal);
    }
}
