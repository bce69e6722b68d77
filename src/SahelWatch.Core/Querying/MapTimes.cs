using SahelWatch.Trends;

namespace SahelWatch.Querying;

/// <summary>
/// What a map shows of a filter over time: the cells of the whole span, as they are gathered for one viewport, each with
/// its incidents by time bucket. So one answer serves a play of the map.
/// </summary>
/// <param name="Buckets">All buckets that the filter's dates touch within the data, empty ones included.</param>
public sealed record MapTimes(IReadOnlyList<TimeBucket> Buckets, IReadOnlyList<MapTimeCell> Cells);

/// <summary>One cell of a <see cref="MapView"/> over time.</summary>
/// <param name="Counts">Incidents and deaths by place of the bucket, ascending; buckets without incidents are absent.</param>
/// <param name="Colours">How many of all carry each of the <see cref="ActorColours"/>.</param>
public sealed record MapTimeCell(
    double Latitude,
    double Longitude,
    IReadOnlyList<(int Bucket, int Count, int Deaths)> Counts,
    IReadOnlyList<int> Colours);
