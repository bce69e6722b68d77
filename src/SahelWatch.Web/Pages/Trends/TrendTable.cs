using System.Globalization;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Trends;

/// <summary>
/// The table twin of a trend: a row for each bucket, the totals and a column for each series, every figure of
/// incidents with a link to them. A table of very many cells leaves out the rows without incidents and says how many.
/// </summary>
public sealed record TrendTable(
    IReadOnlyList<TrendCell> Heads, IReadOnlyList<TrendTableRow> Rows, IReadOnlyList<TrendCell> Foot, int LeftOut)
{
    public const int MostCells = 6000;

    /// <summary>
    /// Series that a sheet of paper has room for; the style sheet for print hides the columns of the rest.
    /// </summary>
    public const int MostPrinted = 20;

    public static TrendTable Build(
        Trend trend, TrendMeasure measure, TrendNames names, Func<IncidentFilter, string> link)
    {
        var series = trend.Split == TrendSplit.None ? [] : trend.Series;
        var isLarge = trend.Buckets.Count * (series.Count + 1) > MostCells;
        var shown = Enumerable.Range(0, trend.Buckets.Count)
            .Where(bucket => !isLarge || trend.Totals[bucket].Incidents > 0)
            .ToList();
        IEnumerable<TrendCell> Cells(
            TrendFigure total, Func<TrendSeries, TrendFigure> part, Func<TrendSeries?, IncidentFilter> filter) =>
        [
            Cell(total, TrendMeasure.Incidents, filter(null), link),
            Cell(total, TrendMeasure.Deaths, filter(null), link),
            new TrendCell(total.WithoutToll.ToString("N0", CultureInfo.CurrentCulture), null),
            .. series.Select(one => Cell(part(one), measure, filter(one), link)),
        ];
        return new TrendTable(
            [.. series.Select(one => new TrendCell(names.Series(trend.Split, one), link(one.Filter)))],
            [
                .. shown.Select(bucket => new TrendTableRow(
                    names.Bucket(trend.Buckets[bucket]),
                    trend.IsPartial(trend.Buckets[bucket]),
                    [.. Cells(
                        trend.Totals[bucket], one => one.Figures[bucket],
                        one => trend.FilterOf(trend.Buckets[bucket], one))])),
            ],
            [.. Cells(trend.Total, one => one.Total, one => one?.Filter ?? trend.Filter)],
            trend.Buckets.Count - shown.Count);
    }

    private static TrendCell Cell(
        TrendFigure figure, TrendMeasure measure, IncidentFilter filter, Func<IncidentFilter, string> link) => new(
        Number(figure, measure), figure.Incidents == 0 ? null : link(filter));

    private static string Number(TrendFigure figure, TrendMeasure measure)
    {
        var number = figure.Of(measure).ToString("N0", CultureInfo.CurrentCulture);
        return measure == TrendMeasure.Incidents || figure.Low == figure.High
            ? number
            : string.Create(CultureInfo.CurrentCulture, $"{number} ({figure.Low:N0}–{figure.High:N0})");
    }
}

/// <summary>One bucket of the table.</summary>
public sealed record TrendTableRow(string Name, bool IsPartial, IReadOnlyList<TrendCell> Cells);

/// <summary>A figure or a name, and the list behind it.</summary>
public sealed record TrendCell(string Label, string? Link);
