using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// How often each tactic was used in each year, as a table. An incident counts in each of its tactics and in the year
/// it began, so rows add up to their totals while columns may add up to more than the incidents of a year.
/// </summary>
public sealed class TacticYears
{
    private TacticYears(IReadOnlyList<int> years, IReadOnlyList<TacticYearRow> rows)
    {
        Years = years;
        Rows = rows;
        Most = rows.SelectMany(row => row.Cells).Select(cell => cell.Count).DefaultIfEmpty().Max();
    }

    public IReadOnlyList<int> Years { get; }

    /// <summary>The most frequent tactic first.</summary>
    public IReadOnlyList<TacticYearRow> Rows { get; }

    /// <summary>The largest cell.</summary>
    public int Most { get; }

    public static TacticYears Of(IncidentIndex index, IncidentFilter filter, DateOnly today)
    {
        var asked = filter.Selection.Frozen(today);
        var trend = Trend.Build(index, asked, today, BucketSize.Year, TrendSplit.Tactic);
        var used = Enumerable.Range(0, trend.Buckets.Count).Where(year => trend.Totals[year].Incidents > 0).ToList();
        if (used.Count == 0)
        {
            return new TacticYears([], []);
        }
        int[] shown = [.. Enumerable.Range(used[0], used[^1] - used[0] + 1)];
        return new TacticYears(
            Array.ConvertAll(shown, year => trend.Buckets[year].First.Year),
            [.. trend.Series.Select(series => Row(series, trend, shown))]);
    }

    private static TacticYearRow Row(TrendSeries series, Trend trend, int[] shown) => new(
        series.Values[0],
        new Counted(series.Total.Incidents, series.Filter),
        [
            .. shown.Select(year => new Counted(
                series.Figures[year].Incidents,
                Within(series.Filter, trend.Buckets[year].First.Year))),
        ]);

    private static IncidentFilter Within(IncidentFilter filter, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return filter with
        {
            From = filter.From > first ? filter.From : first,
            To = filter.To < last ? filter.To : last,
        };
    }
}
