using System.Globalization;
using System.Text.Json;

namespace SahelWatch.Benchmarks.Browsing;

/// <summary>
/// First visits to the map of the published site, in Chromium on the same machine: for each database the site is
/// started, visited once to warm it, and then visited with an empty cache; medians as a Markdown table.
/// </summary>
internal sealed class Browse(string published, string chromium, TextWriter output)
{
    private const int Visits = 5;

    private const string Head = """
        | Incidents | First content | First marker | Longest task | Longest gap | Before first content | Before first marker | Map answer | Markers | First visit after a start |
        |---|---|---|---|---|---|---|---|---|---|
        """;

    public async Task RunAsync(IEnumerable<string> databases)
    {
        await using var browser = await MapVisits.OpenAsync(chromium);
        await output.WriteLineAsync($"{browser.Browser}, {Environment.ProcessorCount} cores, median of {Visits} visits");
        await output.WriteLineAsync();
        await output.WriteLineAsync(Head);
        foreach (var database in databases)
        {
            await using var site = await PublishedSite.StartAsync(published, database);
            var cold = await browser.VisitAsync(site.Address);
            var visits = new List<VisitFigures>();
            for (var visit = 0; visit < Visits; visit++)
            {
                visits.Add(await browser.VisitAsync(site.Address));
            }
            await output.WriteLineAsync(Line(await CountAsync(site.Address), VisitFigures.MedianOf(visits), cold));
        }
    }

    private static string Line(int incidents, VisitFigures median, VisitFigures cold) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {incidents:N0} | {median.FirstContent:N0} ms | {median.FirstMarker:N0} ms | {Task(median.LongestTask)} "
        + $"| {median.LongestGap:N0} ms | {Kilobytes(median.BytesBeforeContent)} | {Kilobytes(median.BytesBeforeMarker)} "
        + $"| {Kilobytes(median.MapBytes)} | {median.Markers:N0} | {cold.FirstMarker:N0} ms |");

    private static string Task(double milliseconds) =>
        milliseconds == 0 ? "under 50 ms" : string.Create(CultureInfo.InvariantCulture, $"{milliseconds:N0} ms");

    private static string Kilobytes(double bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000:0.0} kB");

    private static async Task<int> CountAsync(Uri address)
    {
        using var client = new HttpClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri(address, "/api/v1/incidents?size=1")));
        return json.RootElement.GetProperty("total").GetInt32();
    }
}
