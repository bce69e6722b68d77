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
        IncidentIndex index, IncidentFilter filter, DateOnly today, BucketSize? size = null) =>
        Build(index, filter, today, index.CountFacets(filter, today), size);

    /// <summary>The same from what was counted of the filter already.</summary>
    public static TimeHistogram Build(
        IncidentIndex index, IncidentFilter filter, DateOnly today, FacetCounts counts, BucketSize? size = null)
    {
        var anyDate = filter.Selection with { From = null, To = null, Last = null };
        if (Trend.RangeOf(index, anyDate, today) is not { } range)
        {
            return new TimeHistogram(0, 0, size ?? BucketSize.Month, [], []);
        }
        var chosen = size ?? Enum.GetValues<BucketSize>().Skip(1)
            .First(one => one == BucketSize.Year || TimeBucket.Count(range.First, range.Last, one) <= 400);
        var buckets = TimeBucket.Span(range.First, range.Last, chosen);
        var (all, selected) = chosen == BucketSize.Week
            ? (Weeks(index, anyDate, today, buckets), Weeks(index, filter, today, buckets))
            : (Sum(counts, buckets, month => month.AnyDate), Sum(counts, buckets, month => month.Selected));
        return new TimeHistogram(
            all.Sum(),
            counts.Total,
            chosen,
            [.. buckets.Select((bucket, place) =>
                new HistogramBucket(bucket.Code, bucket.First, bucket.Last, all[place], selected[place]))],
            PoliticalCalendar.Between(index.Reference, filter, buckets[0].First, buckets[^1].Last));
    }

    private static int[] Sum(FacetCounts counts, IReadOnlyList<TimeBucket> buckets, Func<MonthCount, int> count)
    {
        var sums = new int[buckets.Count];
        var first = TimeBucket.Number(buckets[0].First, buckets[0].Size);
        foreach (var month in counts.Months)
        {
            sums[TimeBucket.Number(new DateOnly(month.Month / 12, month.Month % 12 + 1, 1), buckets[0].Size) - first] +=
                count(month);
        }
        return sums;
    }

    private static int[] Weeks(
        IncidentIndex index, IncidentFilter filter, DateOnly today, IReadOnlyList<TimeBucket> buckets)
    {
        var weeks = new int[buckets.Count];
        var trend = Trend.Build(index, filter, today, BucketSize.Week);
        for (var place = 0; place < trend.Buckets.Count; place++)
        {
            weeks[TimeBucket.Number(trend.Buckets[place].First, BucketSize.Week)
                - TimeBucket.Number(buckets[0].First, BucketSize.Week)] = trend.Totals[place].Incidents;
        }
        return weeks;
    }
}

/// <summary>One bucket of a <see cref="TimeHistogram"/>.</summary>
public sealed record HistogramBucket(string Code, DateOnly First, DateOnly Last, int Count, int Selected);
