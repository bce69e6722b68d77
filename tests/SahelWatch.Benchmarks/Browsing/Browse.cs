using System.Globalization;
using System.Text.Json;
using SahelWatch.Benchmarks.Making;
using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Hosting;

namespace SahelWatch.Benchmarks.Browsing;

/// <summary>
/// The verb browse: first visits to the map of the published site, in Chromium on the same machine. For each number of
/// incidents the site is started, visited once, and then visited with an empty cache; medians as a Markdown table.
/// </summary>
internal sealed class Browse(Options options, TextWriter output)
{
    private const int Visits = 5;

    private const string Head = """
        | Incidents | First content | First marker | Longest task | Longest gap | Sent before content | Sent before marker | Map answer | Markers | First marker after a start |
        |---|---|---|---|---|---|---|---|---|---|
        """;

    private static readonly int[] Sizes = [1_000, 20_000, 100_000, 1_000_000];

    public async Task RunAsync(string? published)
    {
        var folder = Directory.CreateTempSubdirectory("sahelwatch-browse-").FullName;
        try
        {
            if (published is null)
            {
                published = Path.Combine(folder, "published");
                PublishedSite.Publish(AppFolders.Resolve("src/SahelWatch.Web"), published);
            }
            await using var browser = await MapVisits.OpenAsync();
            output.WriteLine($"{browser.Name}, {Environment.ProcessorCount} cores, medians of {Visits} visits");
            output.WriteLine();
            output.WriteLine(Head);
            foreach (var size in Sizes.Where(size => size <= options.Rows))
            {
                var database = Path.Combine(options.Database ?? folder, $"{size}.db");
                if (!File.Exists(database))
                {
                    await AppDatabase.MakeAsync(database, new SyntheticSet(size));
                }
                await using var site = await PublishedSite.StartAsync(published, database);
                output.WriteLine(await VisitAsync(browser, site.Address));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> VisitAsync(MapVisits browser, Uri address)
    {
        var first = await browser.VisitAsync(address);
        var visits = new List<VisitFigures>();
        for (var visit = 0; visit < Visits; visit++)
        {
            visits.Add(await browser.VisitAsync(address));
        }
        var median = VisitFigures.MedianOf(visits);
        return $"| {await CountAsync(address):N0} | {median.FirstContent:N0} ms | {median.FirstMarker:N0} ms "
            + $"| {(median.LongestTask == 0 ? "under 50" : $"{median.LongestTask:N0}")} ms | {median.LongestGap:N0} ms "
            + $"| {Kilobytes(median.BytesBeforeContent)} | {Kilobytes(median.BytesBeforeMarker)} "
            + $"| {Kilobytes(median.MapBytes)} | {median.Markers:N0} | {first.FirstMarker:N0} ms |";
    }

    private static string Kilobytes(double bytes) => $"{bytes / 1000:0.0} kB";

    private static async Task<int> CountAsync(Uri address)
    {
        using var client = new HttpClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri(address, "/api/v1/incidents?size=1")));
        return json.RootElement.GetProperty("total").GetInt32();
    }
}
