using System.Globalization;
using System.Text.Json;
using CsCheck;
using SahelWatch.Exporting;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages;

/// <summary>One filter, one number: list, map, chart, files and API agree to the row.</summary>
public sealed class AgreementTests(Site site) : IClassFixture<Site>
{
    private const int Filters = 200;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_map_chart_files_and_api_agree_on_random_filters()
    {
        var client = site.Client();
        _ = client.BaseAddress;
        var index = site.Index;
        var filters = RandomFilters.Over(index.Reference, index.FirstDay!.Value, index.LastDay!.Value)
            .Array[Filters].Single(_ => true, "0000KOn42Rw2");
        var found = 0;
        foreach (var filter in filters)
        {
            var query = FilterGrammar.Write(filter.Selection);
            var expected = index.Select(filter, Site.Today).Select(row => index[row].Number).Order().ToList();

            var list = await JsonAsync(client, $"/api/v1/incidents?{query}&size=1");
            var map = await JsonAsync(client, $"/api/v1/map?{query}&box=-179,-80,179,80&zoom=5");
            var trends = await JsonAsync(client, $"/api/v1/trends?{query}&by=year");
            var histogram = await JsonAsync(client, $"/api/v1/histogram?{query}");
            var geojson = await JsonAsync(client, $"/incidents.geojson?{query}");
            var csv = (await client.GetStringAsync($"/incidents.csv?{query}", Stop));

            Assert.Equal((query, expected.Count), (query, Total(list)));
            Assert.Equal((query, expected.Count), (query, Total(map)));
            var inCells = map.GetProperty("cells").GetProperty("count").EnumerateArray().Sum(count => count.GetInt32());
            Assert.Equal((query, expected.Count), (query, inCells + Sum(map, "areas", "count")));
            Assert.Equal((query, expected.Count), (query, Total(trends)));
            Assert.Equal((query, expected.Count), (query, trends.GetProperty("buckets").EnumerateArray()
                .Sum(bucket => bucket.GetProperty("figure").GetProperty("incidents").GetInt32())));
            Assert.Equal((query, expected.Count), (query, Total(histogram)));
            Assert.Equal((query, expected.Count), (query, Sum(histogram, "buckets", "selected")));
            Assert.Equal(expected, geojson.GetProperty("features").EnumerateArray()
                .Select(feature => feature.GetProperty("properties").GetProperty("number").GetInt32()).Order());
            Assert.Equal(expected, CsvNumbers(csv).Order());
            found += expected.Count > 0 ? 1 : 0;
        }
        Assert.InRange(found, Filters / 5, Filters);
    }

    [Fact]
    public async Task Withdrawn_incidents_are_in_no_count()
    {
        using var own = new Site();
        var client = own.Client();
        _ = client.BaseAddress;
        var before = own.Index.Count;
        int[] withdrawn = [3, 50, 120];
        foreach (var number in withdrawn)
        {
            await own.WithdrawAsync(number, "Told twice");
        }

        var map = await JsonAsync(client, "/api/v1/map?box=-179,-80,179,80&zoom=5");
        var geojson = await JsonAsync(client, "/incidents.geojson");
        var facets = await JsonAsync(client, "/api/v1/facets");
        var regions = await JsonAsync(client, "/api/v1/map/regions");
        int[] counts =
        [
            Total(await JsonAsync(client, "/api/v1/incidents?size=1")),
            Total(map),
            map.GetProperty("cells").GetProperty("count").EnumerateArray().Sum(count => count.GetInt32())
                + Sum(map, "areas", "count"),
            Total(await JsonAsync(client, "/api/v1/trends?by=year")),
            Sum(await JsonAsync(client, "/api/v1/histogram"), "buckets", "selected"),
            Total(facets),
            facets.GetProperty("facets").GetProperty("country").EnumerateObject().Sum(one => one.Value.GetInt32()),
            Sum(regions, "items", "incidents") + regions.GetProperty("withoutRegion").GetInt32(),
            geojson.GetProperty("features").GetArrayLength(),
            CsvNumbers(await client.GetStringAsync("/incidents.csv", Stop)).Except(withdrawn).Count(),
            Digits((await own.PageAsync("/")).QuerySelector("main .total strong")!.TextContent),
            Digits((await own.PageAsync("/incidents")).QuerySelector("main .total strong")!.TextContent),
        ];

        Assert.All(counts, count => Assert.Equal(before - withdrawn.Length, count));
    }

    [Theory]
    [InlineData("actor=jnim&tactic=svbied&from=2018&to=2018")]
    [InlineData("country=BFA&violence=political")]
    [InlineData("q=menaka")]
    [InlineData("")]
    public async Task Pages_show_the_total_of_the_api(string query)
    {
        var total = Total(await JsonAsync(site.Client(), $"/api/v1/incidents?{query}"));

        foreach (var path in (string[])["/", "/incidents", "/trends", "/regions"])
        {
            var page = await site.PageAsync($"{path}?{query}");
            var shown = page.QuerySelector("main .total strong")!.TextContent;
            Assert.Equal((path, total), (path, Digits(shown)));
        }
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path)
    {
        var text = await client.GetStringAsync(path, Stop);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static int Digits(string text) =>
        int.Parse(string.Concat(text.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    private static int Total(JsonElement answer) => answer.GetProperty("total").GetInt32();

    private static int Sum(JsonElement answer, string list, string count) =>
        answer.GetProperty(list).EnumerateArray().Sum(item => item.GetProperty(count).GetInt32());

    private static IEnumerable<int> CsvNumbers(string csv) => CsvText.Records(csv)
        .Skip(IncidentCsv.HeadLines + 1)
        .Select(record => int.Parse(record[0], CultureInfo.InvariantCulture));
}
