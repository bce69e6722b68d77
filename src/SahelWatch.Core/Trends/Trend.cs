using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// How a filter's incidents are spread over time. An incident counts once, in the bucket of its start day, as in the
/// filter's dates. The range is the filter's dates cut to the days on which the data knows incidents; every bucket in
/// it is present, empty ones as zero. Where a split lets an incident belong to several series (actors, tactics) the
/// series add up to more than the totals, which count each incident once.
/// </summary>
public sealed class Trend
{
    public const int MostBuckets = 2000;
    public const int MostDrawn = 6;

    private Trend(IncidentFilter filter, TrendSplit split)
    {
        Filter = filter;
        Split = split;
    }

    public IncidentFilter Filter { get; }

    public TrendSplit Split { get; }

    public required BucketSize Size { get; init; }

    /// <summary>Days that the buckets cover; null where the filter's dates hold no day of the data.</summary>
    public required (DateOnly First, DateOnly Last)? Range { get; init; }

    /// <summary>The last day of which the data can tell: that of its last incident, or today.</summary>
    public required DateOnly CoveredTo { get; init; }

    public required IReadOnlyList<TimeBucket> Buckets { get; init; }

    /// <summary>Each incident once: one figure for each bucket.</summary>
    public required IReadOnlyList<TrendFigure> Totals { get; init; }

    public required TrendFigure Total { get; init; }

    /// <summary>Every series, largest first (types in the order of their list); one where there is no split.</summary>
    public required IReadOnlyList<TrendSeries> Series { get; init; }

    /// <summary>Incidents of the selection that have no value of the split, such as no tactic.</summary>
    public required int WithoutValue { get; init; }

    /// <summary>Incidents that last, or may have happened, beyond the end of the bucket that counts them.</summary>
    public required int Spanning { get; init; }

    /// <summary>Whether an incident may belong to several series.</summary>
    public bool Overlaps => Split is TrendSplit.Actor or TrendSplit.Tactic;

    /// <summary>
    /// The series a chart has room for: at most <see cref="MostDrawn"/>. Of an exclusive split the smallest are drawn
    /// together as one; of an overlapping split they are left to the table.
    /// </summary>
    public IReadOnlyList<TrendSeries> Drawn
    {
        get
        {
            if (Series.Count <= MostDrawn)
            {
                return Series;
            }
            if (Overlaps)
            {
                return [.. Series.Take(MostDrawn)];
            }
            var rest = Series.Skip(MostDrawn - 1).ToList();
            return [.. Series.Take(MostDrawn - 1), Together(rest)];
        }
    }

    /// <summary>
    /// Days that the trend of a filter covers; null where the data holds no incident or the dates lie outside it.
    /// </summary>
    public static (DateOnly First, DateOnly Last)? RangeOf(IncidentIndex index, IncidentFilter filter, DateOnly today)
    {
        if (index.FirstDay is not { } firstKnown || index.CoveredTo is not { } lastKnown)
        {
            return null;
        }
        var (first, last) = filter.Days(today);
        first = first < firstKnown ? firstKnown : first;
        last = last > lastKnown ? lastKnown : last;
        return first > last ? null : (first, last);
    }

    /// <summary>A size that gives a chart some 20 to 80 columns where the range allows it.</summary>
    public static BucketSize SizeFor((DateOnly First, DateOnly Last)? range) =>
        (range is { } days ? days.Last.DayNumber - days.First.DayNumber + 1 : 0) switch
        {
            <= 200 => BucketSize.Week,
            <= 6 * 366 => BucketSize.Month,
            <= 20 * 366 => BucketSize.Quarter,
            _ => BucketSize.Year,
        };

    /// <exception cref="ArgumentException">The range holds more than <see cref="MostBuckets"/> buckets.</exception>
    public static Trend Build(
        IncidentIndex index, IncidentFilter filter, DateOnly today, BucketSize size, TrendSplit split = TrendSplit.None)
    {
        filter = filter.Selection.Frozen(today);
        var range = RangeOf(index, filter, today);
        if (range is { } days && TimeBucket.Count(days.First, days.Last, size) > MostBuckets)
        {
            throw new ArgumentException($"A trend has at most {MostBuckets} buckets.", nameof(size));
        }
        var buckets = range is { } span ? TimeBucket.Span(span.First, span.Last, size) : [];
        using var compiled = index.Compile(filter, today);
        var tolls = FigureSums.ByToll(index.Tables);
        var tallies = TrendSplitter.Tallies(index.Tables, compiled, filter, split, tolls, buckets.Count);
        using var found = index.Collect(compiled, () => new TrendCollector(buckets, tallies()));
        var totals = found.Totals;
        return new Trend(filter, split)
        {
            CoveredTo = CoverageOf(index, today),
            Size = size,
            Range = range,
            Buckets = buckets,
            Totals = totals,
            Total = Sum(totals),
            Series = split == TrendSplit.None
                ? [new TrendSeries([], filter, totals, Sum(totals))]
                : SeriesOf(filter, split, found.Split),
            WithoutValue = found.Split.Without,
            Spanning = found.Spanning,
        };
    }

    /// <summary>
    /// The filter that selects exactly the incidents of one bucket, of all series or of one: what a column links to.
    /// </summary>
    public IncidentFilter FilterOf(TimeBucket bucket, TrendSeries? series = null)
    {
        var filter = series?.Filter ?? Filter;
        return filter with
        {
            From = filter.From > bucket.First ? filter.From : bucket.First,
            To = filter.To < bucket.Last ? filter.To : bucket.Last,
        };
    }

    /// <summary>
    /// Whether the filter's dates or the end of the data cut a bucket short: it is not to be held against whole ones.
    /// </summary>
    public bool IsPartial(TimeBucket bucket) =>
        Filter.From > bucket.First || Filter.To < bucket.Last || IsPastCoverage(bucket);

    public bool IsPastCoverage(TimeBucket bucket) => bucket.Last > CoveredTo;

    private static DateOnly CoverageOf(IncidentIndex index, DateOnly today) =>
        index.CoveredTo is { } last && last < today ? last : today;

    private static IReadOnlyList<TrendSeries> SeriesOf(IncidentFilter filter, TrendSplit split, SplitTally tally)
    {
        var series = tally.Series.OrderBy(part => part.Value, TrendSplitter.Order(split))
            .Select(part => new TrendSeries(
                [part.Value], TrendSplitter.With(filter, split, [part.Value]), part.Figures, Sum(part.Figures)));
        return split == TrendSplit.Type
            ? [.. series]
            : [.. series.OrderByDescending(one => one.Total.Incidents)];
    }

    private static TrendFigure Sum(ReadOnlySpan<TrendFigure> figures)
    {
        var sum = default(TrendFigure);
        foreach (var figure in figures)
        {
            sum += figure;
        }
        return sum;
    }

    private TrendSeries Together(IReadOnlyList<TrendSeries> rest) => new(
        [.. rest.SelectMany(series => series.Values)],
        TrendSplitter.With(Filter, Split, [.. rest.SelectMany(series => series.Values)]),
        [
            .. Buckets.Select((_, bucket) => Sum([.. rest.Select(series => series.Figures[bucket])])),
        ],
        Sum([.. rest.Select(series => series.Total)]));
}
