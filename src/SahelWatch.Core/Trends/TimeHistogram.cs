using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// A filter's incidents over the whole time the data knows, dates of the filter left out, and how many of each bucket
/// its dates select: what a time brush shows.
/// </summary>
/// <param name="Total">Incidents of any date.</param>
/// <param name="Selected">Incidents within the filter's dates: the total of the list.</param>
public sealed record TimeHistogram(
    int Total,
    int Selected,
    BucketSize Size,
    IReadOnlyList<HistogramBucket> Buckets,
    IReadOnlyList<PoliticalEvent> Events)
{
    /// <summary>Months, or the next coarser size where there would be more than 400 of them.</summary>
    public static TimeHistogram Build(
        IncidentIndex index, IncidentFilter filter, DateOnly today, BucketSize? size = null)
    {
        var anyDate = filter.Selection with { From = null, To = null, Last = null };
        if (Trend.RangeOf(index, anyDate, today) is not { } range)
        {
            return new TimeHistogram(0, 0, size ?? BucketSize.Month, [], []);
        }
        var chosen = size ?? Enum.GetValues<BucketSize>().Skip(1)
            .First(one => one == BucketSize.Year || TimeBucket.Count(range.First, range.Last, one) <= 400);
        var all = Trend.Build(index, anyDate, today, chosen);
        var counts = new int[all.Buckets.Count];
        var start = TimeBucket.Number(range.First, chosen);
        var selected = index.Select(filter.Selection, today);
        foreach (var row in selected)
        {
            counts[TimeBucket.Number(index[row].StartsOn, chosen) - start]++;
        }
        return new TimeHistogram(
            all.Total.Incidents,
            selected.Length,
            chosen,
            [.. all.Buckets.Select((bucket, i) =>
                new HistogramBucket(bucket.Code, bucket.First, bucket.Last, all.Totals[i].Incidents, counts[i]))],
            PoliticalCalendar.Between(index.Reference, filter, all.Buckets[0].First, all.Buckets[^1].Last));
    }
}

/// <summary>One bucket of a <see cref="TimeHistogram"/>.</summary>
public sealed record HistogramBucket(string Code, DateOnly First, DateOnly Last, int Count, int Selected);
