using System.Text.Json.Serialization;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Trends;

/// <summary>Answer of <c>/api/v1/trends</c>.</summary>
/// <param name="Overlaps">Whether an incident may count in several series.</param>
public sealed record TrendAnswer(
    [property: JsonIgnore] AnswerHead Head,
    BucketSize By,
    TrendSplit Split,
    bool Overlaps,
    int WithoutValue,
    TrendFigure Figure,
    IReadOnlyList<BucketAnswer> Buckets,
    IReadOnlyList<SeriesAnswer> Series) : AnswerHead(Head)
{
    public static TrendAnswer Of(ViewRequest view, Trend trend, Text text)
    {
        var names = new TrendNames(text, view.Sentence(text));
        return new TrendAnswer(
            view.Head(text, trend.Total.Incidents),
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
}

/// <summary>One bucket and its figure over all series, each incident once.</summary>
public sealed record BucketAnswer(string Code, DateOnly First, DateOnly Last, bool IsPartial, TrendFigure Figure);

/// <summary>One series; its figures follow the answer's buckets.</summary>
/// <param name="Value">Value of the split's filter key; null without split.</param>
/// <param name="Query">The filter that selects the series' incidents.</param>
public sealed record SeriesAnswer(
    string? Value, string Name, string Query, TrendFigure Total, IReadOnlyList<TrendFigure> Figures);

/// <summary>Answer of <c>/api/v1/histogram</c>.</summary>
/// <param name="OfAnyDate">Incidents of the filter without its dates: all that the buckets count.</param>
public sealed record HistogramAnswer(
    [property: JsonIgnore] AnswerHead Head,
    int OfAnyDate,
    BucketSize By,
    IReadOnlyList<HistogramBucket> Buckets,
    IReadOnlyList<EventMarkAnswer> Events) : AnswerHead(Head)
{
    public static HistogramAnswer Of(ViewRequest view, TimeHistogram histogram, Text text) => new(
        view.Head(text, histogram.Selected),
        histogram.Total,
        histogram.Size,
        histogram.Buckets,
        [
            .. histogram.Events.Select(one => new EventMarkAnswer(
                one.Slug, one.StartsOn, one.EndsOn, one.Kind, one.CountryCode, one.Title)),
        ]);
}

/// <summary>One political event beside a histogram.</summary>
public sealed record EventMarkAnswer(
    string Slug, DateOnly StartsOn, DateOnly EndsOn, PoliticalEventKind Kind, string Country, string Title);
