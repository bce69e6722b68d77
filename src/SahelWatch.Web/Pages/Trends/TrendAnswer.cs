using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Trends;

/// <summary>Answer of <c>/api/v1/trends</c>.</summary>
/// <param name="Total">Incidents of the filter, each once.</param>
/// <param name="Query">The filter's canonical query string, relative dates made absolute.</param>
/// <param name="Overlaps">Whether an incident may count in several series.</param>
public sealed record TrendAnswer(
    int Total,
    string Query,
    BucketSize By,
    TrendSplit Split,
    bool Overlaps,
    int WithoutValue,
    TrendFigure Figure,
    IReadOnlyList<BucketAnswer> Buckets,
    IReadOnlyList<SeriesAnswer> Series)
{
    public static TrendAnswer Of(Trend trend, TrendNames names) => new(
        trend.Total.Incidents,
        FilterGrammar.Write(trend.Filter),
        trend.Size,
        trend.Split,
        trend.Overlaps,
        trend.WithoutValue,
        trend.Total,
        [
            .. trend.Buckets.Select((bucket, i) =>
                new BucketAnswer(bucket.Code, bucket.First, bucket.Last, trend.IsPartial(bucket), trend.Totals[i])),
        ],
        [
            .. trend.Series.Select(series => new SeriesAnswer(
                trend.Split == TrendSplit.None ? null : string.Join(' ', series.Values),
                names.Series(trend.Split, series),
                FilterGrammar.Write(series.Filter),
                series.Total,
                series.Figures)),
        ]);
}

/// <summary>One bucket and its figure over all series, each incident once.</summary>
public sealed record BucketAnswer(string Code, DateOnly First, DateOnly Last, bool IsPartial, TrendFigure Figure);

/// <summary>One series; its figures follow the answer's buckets.</summary>
/// <param name="Value">Value of the split's filter key; null without split.</param>
/// <param name="Query">The filter that selects the series' incidents.</param>
public sealed record SeriesAnswer(
    string? Value, string Name, string Query, TrendFigure Total, IReadOnlyList<TrendFigure> Figures);

/// <summary>Answer of <c>/api/v1/histogram</c>.</summary>
/// <param name="Total">Incidents of the filter without its dates.</param>
/// <param name="Selected">Incidents of the whole filter.</param>
public sealed record HistogramAnswer(
    int Total, int Selected, BucketSize By, IReadOnlyList<HistogramBucket> Buckets, IReadOnlyList<EventAnswer> Events)
{
    public static HistogramAnswer Of(TimeHistogram histogram) => new(
        histogram.Total,
        histogram.Selected,
        histogram.Size,
        histogram.Buckets,
        [
            .. histogram.Events.Select(one => new EventAnswer(
                one.Slug, one.StartsOn, one.EndsOn, one.Kind, one.CountryCode, one.Title)),
        ]);
}

/// <summary>One political event beside a histogram.</summary>
public sealed record EventAnswer(
    string Slug, DateOnly StartsOn, DateOnly EndsOn, PoliticalEventKind Kind, string Country, string Title);
