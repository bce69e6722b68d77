using System.Globalization;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Shared;

/// <summary>The words of a trend in the reader's language: buckets, series, figures, notes.</summary>
public sealed class TrendNames(Text text, FilterSentence sentence)
{
    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    public string Bucket(TimeBucket bucket) => bucket.Size switch
    {
        BucketSize.Week => text["Trends.WeekOf", bucket.First.ToString("d MMMM yyyy", Culture), bucket.Code],
        BucketSize.Month => bucket.First.ToString("MMMM yyyy", Culture),
        BucketSize.Quarter => text["Trends.QuarterOf", (bucket.First.Month + 2) / 3, bucket.First.Year],
        _ => bucket.First.ToString("yyyy", Culture),
    };

    public string Series(TrendSplit split, TrendSeries series) => series switch
    {
        { IsOther: true } => text["Trends.Other", series.Values.Count],
        { Values: [var value] } => Value(split, value),
        _ => text["Trends.All"],
    };

    public string Value(TrendSplit split, string value) =>
        split == TrendSplit.Region && value == IncidentFilter.NoRegion
            ? text["Trends.NoRegion"]
            : sentence.ValueName(Code.Of(split), value);

    /// <summary>Such as "37 incidents" or "120 deaths (98–150)".</summary>
    public string Figure(TrendFigure figure, TrendMeasure measure) => measure == TrendMeasure.Incidents
        ? text.Count("Trends.Incidents", figure.Incidents)
        : Deaths(figure);

    public string Deaths(TrendFigure figure)
    {
        var deaths = text.Count("Trends.Deaths", figure.Best);
        return figure.Low == figure.High ? deaths : text["Trends.WithRange", deaths, figure.Low, figure.High];
    }

    public string Bar(
        TrendSplit split, TrendSeries? series, TimeBucket bucket, TrendFigure figure, TrendMeasure measure)
    {
        var what = Figure(figure, measure);
        if (measure == TrendMeasure.Deaths)
        {
            what = $"{what}, {text.Count("Trends.Incidents", figure.Incidents)}";
        }
        return series is null
            ? text["Trends.Bar", Bucket(bucket), what]
            : text["Trends.Bar", $"{Series(split, series)}, {Bucket(bucket)}", what];
    }

    public string Day(PoliticalEvent one) => text.Dates().Write(one.StartsOn, one.EndsOn, one.DatePrecision);

    public string Summary(Trend trend, TrendMeasure measure, int events)
    {
        if (trend.Buckets.Count == 0)
        {
            return text["Trends.Nothing"];
        }
        var largest = Enumerable.Range(0, trend.Totals.Count).MaxBy(bucket => trend.Totals[bucket].Of(measure));
        return string.Join(' ',
        [
            text["Trends.Summary", text[$"Trends.By.{trend.Size}"], Bucket(trend.Buckets[0]), Bucket(trend.Buckets[^1]),
                Figure(trend.Total, measure)],
            text["Trends.Largest", Bucket(trend.Buckets[largest]), Figure(trend.Totals[largest], measure)],
            .. trend.Split == TrendSplit.None
                ? Array.Empty<string>()
                : [text["Trends.SeriesAre", string.Join("; ", trend.Drawn.Select(series =>
                    $"{Series(trend.Split, series)}{text["Entry.Colon"]} {Figure(series.Total, measure)}"))]],
            .. events == 0 ? Array.Empty<string>() : [text.Count("Trends.EventLines", events)],
        ]);
    }

    public string PanelSummary(Trend trend, TrendSeries series, TrendMeasure measure)
    {
        var largest = Enumerable.Range(0, trend.Totals.Count).MaxBy(bucket => series.Figures[bucket].Of(measure));
        return $"{Figure(series.Total, measure)}. "
            + text["Trends.Largest", Bucket(trend.Buckets[largest]), Figure(series.Figures[largest], measure)];
    }

    public IReadOnlyList<string> Notes(Trend trend, TrendMeasure measure, bool multiples)
    {
        var notes = new List<string>();
        if (trend.Overlaps)
        {
            notes.Add(text[$"Trends.Overlap.{trend.Split}", trend.Total.Incidents]);
        }
        if (multiples && trend.Series.Count > trend.Drawn.Count && trend.Overlaps)
        {
            notes.Add(text["Trends.TableHasRest", trend.Drawn.Count, trend.Series.Count]);
        }
        if (multiples)
        {
            notes.Add(text["Trends.SharedScale"]);
        }
        if (trend.WithoutValue > 0)
        {
            notes.Add(text.Count($"Trends.Without.{trend.Split}", trend.WithoutValue));
        }
        if (measure == TrendMeasure.Deaths)
        {
            notes.Add(text["Trends.DeathsAre"]);
        }
        if (measure == TrendMeasure.Deaths && trend.Total.WithoutToll > 0)
        {
            notes.Add(text.Count("Trends.WithoutToll", trend.Total.WithoutToll));
        }
        if (trend.Spanning > 0)
        {
            notes.Add(text.Count("Trends.Spanning", trend.Spanning));
        }
        if (trend.Buckets.Any(trend.IsPartial))
        {
            notes.Add(text["Trends.Partial"]);
        }
        if (trend.Buckets.Any(trend.IsPastCoverage))
        {
            notes.Add(text["Trends.CoverageEnds", text.Dates().Day(trend.CoveredTo)]);
        }
        return notes;
    }

    /// <summary>At most <paramref name="most"/> labels along the time axis, at years where there are enough.</summary>
    public IEnumerable<(int Bucket, string Label)> TimeTicks(Trend trend, int most)
    {
        var buckets = trend.Buckets;
        if (buckets.Count == 0)
        {
            return [];
        }
        var years = Enumerable.Range(0, buckets.Count)
            .Where(i => i == 0 ? buckets[0].First.DayOfYear <= 7 : buckets[i].Last.Year > buckets[i - 1].Last.Year)
            .ToList();
        if (years.Count >= 3)
        {
            var every = (years.Count + most - 1) / most;
            return years.Where((_, i) => i % every == 0).Select(i => (i, buckets[i].Last.ToString("yyyy", Culture)));
        }
        var step = (buckets.Count + most - 1) / most;
        return Enumerable.Range(0, buckets.Count).Where(i => i % step == 0).Select(i => (i, Short(buckets[i])));
    }

    private string Short(TimeBucket bucket) => bucket.Size switch
    {
        BucketSize.Week => bucket.First.ToString("d MMM yy", Culture),
        BucketSize.Month => bucket.First.ToString("MMM yy", Culture),
        _ => Bucket(bucket),
    };
}
