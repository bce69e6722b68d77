using System.Text.Json.Serialization;
using SahelWatch.Hosting;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Map;

/// <summary>
/// What <c>/api/v1/map/time</c> says: the cells and areas of one viewport with their incidents by time bucket, so that
/// a map can be played without asking again.
/// </summary>
/// <param name="First">First day of the first bucket; null where there is no bucket.</param>
/// <param name="Buckets">Codes of all buckets, empty ones included.</param>
/// <param name="Totals">Incidents of the filter in each bucket.</param>
/// <param name="InView">Those of known place in the viewport.</param>
/// <param name="ByColour">
/// Whether entries tell colours: only where there are at most <see cref="MostColoured"/> entries.
/// </param>
public sealed record MapTimesAnswer(
    [property: JsonIgnore] AnswerHead Head,
    BucketSize By,
    DateOnly? First,
    IReadOnlyList<string> Buckets,
    IReadOnlyList<int> Totals,
    IReadOnlyList<int> InView,
    bool ByColour,
    TimeCellColumns Cells,
    IReadOnlyList<TimeAreaAnswer> Areas) : AnswerHead(Head)
{
    public const int MostColoured = 4000;

    public static MapTimesAnswer Of(
        ViewRequest view, MapTimes times, BucketSize size, int zoom, MapWords words, Text text)
    {
        var byColour = times.Cells.Sum(cell => cell.Counts.Count) <= MostColoured;
        var decimals = CellColumns.Decimals(zoom);
        return new MapTimesAnswer(
            view.Head(text, times.Totals.Sum()),
            size,
            times.Buckets.Count == 0 ? null : times.Buckets[0].First,
            [.. times.Buckets.Select(bucket => bucket.Code)],
            times.Totals,
            times.InView,
            byColour,
            new TimeCellColumns(
                [.. times.Cells.Select(cell => Math.Round(cell.Latitude, decimals))],
                [.. times.Cells.Select(cell => Math.Round(cell.Longitude, decimals))],
                [.. times.Cells.Select(cell => Run(cell.Counts, byColour))]),
            [.. times.Areas.Select(area => Answer(area, view.Index.Reference, words))]);
    }

    private static TimeAreaAnswer Answer(MapTimeArea area, Reference reference, MapWords words)
    {
        var code = area.RegionCode ?? area.CountryCode;
        var (latitude, longitude) = MapPlaces.LabelOf(code, reference);
        return new TimeAreaAnswer(
            code, words.AreaName(area.CountryCode, area.RegionCode), latitude, longitude,
            Run(area.Counts, byColour: false));
    }

    private static List<int> Run(IReadOnlyList<MapTimeCount> counts, bool byColour)
    {
        var run = new List<int>();
        var before = 0;
        foreach (var count in counts)
        {
            run.Add(count.Bucket - before);
            var colours = count.Colours;
            run.AddRange(byColour ? (ReadOnlySpan<int>)colours : [count.Count]);
            before = count.Bucket;
        }
        return run;
    }
}

/// <summary>Cells over time as columns: the nth value of each list is about the nth cell.</summary>
/// <param name="Counts">
/// For each cell its entries one after the other: how many buckets further on than the entry before (the first: than
/// the first bucket), then its incidents, or where the answer is by colour six numbers, one for each colour.
/// </param>
public sealed record TimeCellColumns(
    IReadOnlyList<double> Latitude, IReadOnlyList<double> Longitude, IReadOnlyList<IReadOnlyList<int>> Counts);

/// <summary>Incidents over time known no better than a district, on their region or country.</summary>
/// <param name="Counts">Entries as those of cells, never by colour.</param>
public sealed record TimeAreaAnswer(
    string Code, string Name, double Latitude, double Longitude, IReadOnlyList<int> Counts);
