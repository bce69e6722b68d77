using SahelWatch.Trends;

namespace SahelWatch.Querying;

/// <summary>
/// What a map shows of a filter over time: the cells of the whole span, as they are gathered for one viewport, each
/// with its incidents by time bucket. So one answer serves a play of the map.
/// </summary>
/// <param name="Buckets">All buckets that the filter's dates touch within the data, empty ones included.</param>
/// <param name="Totals">Incidents of the filter in each bucket.</param>
/// <param name="InView">Those of known place in the viewport.</param>
/// <param name="Areas">Incidents known no better than a district, in the order of <see cref="MapView.Areas"/>.</param>
public sealed record MapTimes(
    IReadOnlyList<TimeBucket> Buckets,
    IReadOnlyList<int> Totals,
    IReadOnlyList<int> InView,
    IReadOnlyList<MapTimeCell> Cells,
    IReadOnlyList<MapTimeArea> Areas)
{
    public static readonly MapTimes None = new([], [], [], [], []);
}

/// <summary>One cell of a <see cref="MapView"/> over time.</summary>
/// <param name="Counts">By bucket, ascending; buckets without incidents are absent.</param>
public sealed record MapTimeCell(double Latitude, double Longitude, IReadOnlyList<MapTimeCount> Counts);

/// <summary>One area of a <see cref="MapView"/> over time.</summary>
/// <param name="Counts">By bucket, ascending; buckets without incidents are absent.</param>
public sealed record MapTimeArea(string CountryCode, string? RegionCode, IReadOnlyList<MapTimeCount> Counts);

/// <summary>Incidents of one bucket.</summary>
/// <param name="Bucket">Its place in the buckets.</param>
/// <param name="Colours">How many carry each of the <see cref="ActorColours"/>.</param>
public readonly record struct MapTimeCount(int Bucket, int Count, ColourCounts Colours);
