using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using SahelWatch.Exporting;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Trends;

public sealed class TrendsPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("violence=political")]
    [InlineData("split=region&by=month&from=2018&to=2019")]
    [InlineData("split=tactic&country=BFA")]
    [InlineData("split=actor&by=year&role=perpetrator")]
    [InlineData("split=type&measure=deaths&layout=multiples&actor=jnim&components=yes")]
    public async Task Page_api_csv_and_list_tell_the_same_total(string query)
    {
        var page = await site.PageAsync($"/trends?{query}");
        var api = await JsonAsync($"/api/v1/trends?{query}");
        var csv = await CsvAsync($"/trends.csv?{query}");

        var filter = FilterGrammar.Read(query, site.Index.Reference, SahelWatch.Pages.Trends.TrendView.Keys).Filter;
        var total = site.Index.Select(filter, Site.Today).Length;
        Assert.True(total > 0);
        Assert.Equal(total, api.GetProperty("total").GetInt32());
        Assert.Equal(total, csv.Where(line => line[0] == "none")
            .Sum(line => int.Parse(line[7], CultureInfo.InvariantCulture)));
        Assert.Equal($"{total}", page.QuerySelector(".data-table tfoot td")!.TextContent.Trim());
        Assert.StartsWith($"{total} ", page.QuerySelector(".total")!.TextContent.Trim());
    }

    [Fact]
    public async Task Chart_leads_to_the_same_incidents_around_each_political_event()
    {
        var page = await site.PageAsync("/trends?country=BFA&actor=jnim&by=year");

        var link = page.QuerySelector("main a[href^='/calendar']")!.GetAttribute("href")!;
        var calendar = await site.PageAsync(link);

        Assert.Equal(
            page.QuerySelector(".event-key")!.QuerySelectorAll("li").Length,
            calendar.QuerySelectorAll(".data-table tbody tr").Length);
        Assert.Contains("JNIM", calendar.QuerySelector(".filter-sentence")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task French_page_sets_its_colons_off()
    {
        var page = await site.PageAsync("/trends?country=BFA", "fr");

        Assert.Contains("Tendances\u202f: ", page.Title, StringComparison.Ordinal);
        Assert.All(
            page.QuerySelectorAll(".event-key li"),
            line => Assert.Contains("Burkina Faso\u202f: ", line.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_column_links_to_as_many_incidents_as_it_says()
    {
        var page = await site.PageAsync("/trends?split=region&by=quarter&from=2018&to=2018&violence=political");

        var columns = page.QuerySelectorAll("svg.plot a");
        Assert.NotEmpty(columns);
        foreach (var column in columns)
        {
            var reading = FilterGrammar.Read(column.GetAttribute("href")!.Split('?')[1], site.Index.Reference);
            Assert.Empty(reading.Problems);
            var count = site.Index.Select(reading.Filter, Site.Today).Length;
            var said = column.QuerySelector("title")!.TextContent;
            Assert.EndsWith(count == 1 ? ": 1 incident" : $": {count} incidents", said);
        }
    }

    [Fact]
    public async Task Table_links_to_as_many_incidents_as_its_cells_say()
    {
        var page = await site.PageAsync("/trends?split=tactic&by=year&country=MLI");

        var cells = page.QuerySelectorAll(".data-table tbody td:not(:nth-child(3)) a").ToList();
        Assert.NotEmpty(cells);
        foreach (var cell in cells)
        {
            var filter = FilterGrammar.Read(cell.GetAttribute("href")!.Split('?')[1], site.Index.Reference).Filter;
            Assert.Equal(cell.TextContent, $"{site.Index.Select(filter, Site.Today).Length}");
        }
    }

    [Fact]
    public async Task Overlapping_splits_are_never_stacked_and_say_so()
    {
        var page = await site.PageAsync("/trends?split=actor&layout=stacked");

        Assert.Equal(6, page.QuerySelectorAll(".small-multiples svg").Length);
        Assert.Contains(page.QuerySelectorAll(".chart-note"), note => note.TextContent.Contains("299 incidents"));
    }

    [Fact]
    public async Task Political_events_are_numbered_in_the_chart_and_listed_beneath()
    {
        var page = await site.PageAsync("/trends?from=2018-07&to=2018-08&by=week");

        var listed = page.QuerySelectorAll(".event-key li");
        Assert.NotEmpty(listed);
        Assert.Contains("Presidential election", string.Join('\n', listed.Select(item => item.TextContent)));
        Assert.NotEmpty(page.QuerySelectorAll("svg .event-line"));
        Assert.StartsWith(
            listed[0].GetAttribute("value")!, page.QuerySelector("svg .event-label")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Political_events_keep_their_number_and_the_precision_of_their_date_in_every_view()
    {
        var all = Events(await site.PageAsync("/trends"), ".event-key li");
        var windows = await site.PageAsync("/trends?from=2017&to=2018");
        var map = Events(await site.PageAsync("/?country=BFA&country=MLI&country=NER"), ".time-list li");

        Assert.Equal(Enumerable.Range(1, site.Index.Reference.PoliticalEvents.Count), all.Values.Order());
        Assert.Subset(all.ToHashSet(), Events(windows, ".event-key li").ToHashSet());
        Assert.Subset(all.ToHashSet(), map.ToHashSet());
        var joint = windows.QuerySelectorAll(".event-key li").Single(item => item.TextContent.Contains("G5 Sahel Joint Force"));
        Assert.StartsWith("about 2017,", joint.TextContent.Trim(), StringComparison.Ordinal);
        Assert.NotEmpty(windows.QuerySelectorAll("svg .event-window"));
    }

    private static Dictionary<string, int> Events(IDocument page, string selector) => page.QuerySelectorAll(selector)
        .ToDictionary(
            item => item.QuerySelector("[lang], span:last-child")!.TextContent,
            item => int.Parse(item.GetAttribute("value")!, CultureInfo.InvariantCulture));

    [Fact]
    public async Task The_bucket_in_which_the_data_ends_is_partial_in_page_api_and_file()
    {
        var last = site.Index.CoveredTo!.Value;
        var page = await site.PageAsync("/trends?by=year");
        var api = await JsonAsync("/api/v1/trends?by=year");
        var csv = await CsvAsync("/trends.csv?by=year");

        Assert.True(last < new DateOnly(last.Year, 12, 31));
        Assert.NotNull(page.QuerySelector(".data-table tbody tr:last-child .badge"));
        Assert.NotNull(page.QuerySelector("svg.plot .is-partial"));
        Assert.Contains($"Coverage ends on {last:d MMMM yyyy}.", page.QuerySelector(".chart")!.TextContent);
        Assert.True(api.GetProperty("buckets").EnumerateArray().Last().GetProperty("isPartial").GetBoolean());
        Assert.Equal("yes", csv[^1][6]);
        Assert.Equal("no", csv[^2][6]);
    }

    [Theory]
    [InlineData("/trends?last=7d")]
    [InlineData("/?last=7d")]
    [InlineData("/incidents?last=7d")]
    public async Task An_empty_recent_view_says_where_the_data_ends(string path)
    {
        var page = await site.PageAsync(path);

        Assert.Contains($"{site.Index.CoveredTo:d MMMM yyyy}", page.GetElementById("data-ends")!.TextContent);
    }

    [Fact]
    public async Task Dates_outside_the_data_are_explained()
    {
        var page = await site.PageAsync("/trends?from=2030");

        Assert.Contains("outside the data", page.QuerySelector(".empty")!.TextContent);
        Assert.Null(page.QuerySelector("svg.plot"));
    }

    [Theory]
    [InlineData("/trends?by=fortnight")]
    [InlineData("/trends?split=region&split=type")]
    [InlineData("/api/v1/trends?measure=tons")]
    [InlineData("/api/v1/histogram?by=day")]
    [InlineData("/trends.csv?split=colour")]
    [InlineData("/trends.svg?layout=pie")]
    public async Task Bad_choices_are_refused_by_name(string path)
    {
        var answer = await site.Client().GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(path.Split('?', '=')[1], await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_refused_choice_can_be_left_out_by_link()
    {
        var answer = await site.Client().GetAsync("/trends?by=fortnight&split=region&country=MLI", Stop);
        var html = await answer.Content.ReadAsStringAsync(Stop);

        var link = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html)
            .QuerySelector(".notice-problem a")!.GetAttribute("href");

        Assert.Equal("/trends?country=MLI&split=region", link);
    }

    [Fact]
    public async Task Svg_file_is_well_formed_and_names_its_filter_data_and_licence()
    {
        var answer = await site.Client("fr").GetAsync(
            "/trends.svg?split=region&measure=deaths&q=attaque%3Cscript%3E&events=no", Stop);
        var empty = XDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        var full = XDocument.Parse(await site.Client().GetStringAsync("/trends.svg?split=region&actor=jnim", Stop));

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("attaque<script>", empty.Root!.Value);
        Assert.Contains("involving JNIM", full.Root!.Value);
        Assert.Contains("/about#licences", full.Root.Value);
        Assert.Contains($"coverage to {site.Index.CoveredTo:d MMMM yyyy}; loaded {site.Index.AsOf:d MMMM yyyy}", full.Root.Value);
        Assert.NotNull(site.Index.AsOf);
        Assert.DoesNotContain(full.Descendants().Attributes(), one => one.Name.LocalName is "class" or "style");
    }

    [Fact]
    public async Task Histogram_selects_within_the_dates_and_counts_all()
    {
        var histogram = await JsonAsync("/api/v1/histogram?from=2018-06&to=2018-07");

        Assert.Equal(site.Index.Count, histogram.GetProperty("ofAnyDate").GetInt32());
        var selected = histogram.GetProperty("buckets").EnumerateArray()
            .Where(bucket => bucket.GetProperty("selected").GetInt32() > 0)
            .Select(bucket => bucket.GetProperty("code").GetString());
        Assert.Equal(["2018-06", "2018-07"], selected);
        Assert.NotEmpty(histogram.GetProperty("events").EnumerateArray());
    }

    [Fact]
    public async Task Known_answers_are_not_sent_again()
    {
        var client = site.Client();
        var first = await client.GetAsync("/api/v1/trends?by=year", Stop);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await client.GetAsync("/api/v1/trends?by=year", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/trends?by=month", Stop)).StatusCode);
    }

    private async Task<JsonElement> JsonAsync(string path) =>
        JsonDocument.Parse(await site.Client().GetStringAsync(path, Stop)).RootElement;

    private async Task<List<string[]>> CsvAsync(string path)
    {
        var text = await site.Client().GetStringAsync(path, Stop);
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(IncidentCsv.HeadLines).ToList();
        Assert.Equal(string.Join(',', TrendCsv.ColumnNames), lines[0]);
        return [.. lines.Skip(1).Select(line => line.Split(','))];
    }
}
