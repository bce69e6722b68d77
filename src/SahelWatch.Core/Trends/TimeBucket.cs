using System.Globalization;

namespace SahelWatch.Trends;

/// <summary>
/// One week, month, quarter or year of the calendar, both ends included. Buckets of one size follow each other without
/// gap or overlap, so that every day lies in exactly one.
/// </summary>
public readonly record struct TimeBucket(BucketSize Size, DateOnly First, DateOnly Last)
{
    /// <summary>The bucket that holds a day.</summary>
    public static TimeBucket Of(DateOnly day, BucketSize size)
    {
        var first = size switch
        {
            BucketSize.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            BucketSize.Month => new DateOnly(day.Year, day.Month, 1),
            BucketSize.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
            _ => new DateOnly(day.Year, 1, 1),
        };
        return new TimeBucket(size, first, LastOf(first, size));
    }

    /// <summary>Number of buckets that a range of days touches.</summary>
    public static int Count(DateOnly first, DateOnly last, BucketSize size) =>
        Number(last, size) - Number(first, size) + 1;

    /// <summary>All buckets that a range of days touches, in order, empty ones included.</summary>
    public static IReadOnlyList<TimeBucket> Span(DateOnly first, DateOnly last, BucketSize size)
    {
        var buckets = new List<TimeBucket>(Count(first, last, size));
        for (var bucket = Of(first, size); bucket.First <= last; bucket = Of(bucket.Last.AddDays(1), size))
        {
            buckets.Add(bucket);
        }
        return buckets;
    }

    /// <summary>Running number of the bucket that holds a day: the next bucket has the next number.</summary>
    public static int Number(DateOnly day, BucketSize size) => size switch
    {
        BucketSize.Week => day.DayNumber / 7,
        BucketSize.Month => day.Year * 12 + day.Month - 1,
        BucketSize.Quarter => day.Year * 4 + (day.Month - 1) / 3,
        _ => day.Year,
    };

    /// <summary>
    /// The same in every language: <c>2018-W26</c> (ISO 8601), <c>2018-06</c>, <c>2018-Q2</c> or <c>2018</c>.
    /// </summary>
    public string Code => Size switch
    {
        BucketSize.Week => string.Create(
            CultureInfo.InvariantCulture,
            $"{ISOWeek.GetYear(First.ToDateTime(default))}-W{ISOWeek.GetWeekOfYear(First.ToDateTime(default)):00}"),
        BucketSize.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        BucketSize.Quarter => string.Create(
            CultureInfo.InvariantCulture, $"{First.Year:0000}-Q{(First.Month + 2) / 3}"),
        _ => First.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    private static DateOnly LastOf(DateOnly first, BucketSize size) => size switch
    {
        BucketSize.Week => first.AddDays(6),
        BucketSize.Month => first.AddMonths(1).AddDays(-1),
        BucketSize.Quarter => first.AddMonths(3).AddDays(-1),
        _ => first.AddYears(1).AddDays(-1),
    };
}
