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
        var rows = index.Select(asked, today);
        if (rows.Length == 0)
        {
            return new TacticYears([], []);
        }
        var first = rows.Min(row => index[row].StartsOn.Year);
        var last = rows.Max(row => index[row].StartsOn.Year);
        int[] years = [.. Enumerable.Range(first, last - first + 1)];
        var byTactic = rows.SelectMany(row => index.TacticsOf(row).Select(tactic => (tactic, row)))
            .Where(pair => asked.Tactics.Length == 0 || asked.Tactics.Contains(pair.tactic))
            .ToLookup(pair => pair.tactic, pair => pair.row);
        return new TacticYears(years,
        [
            .. byTactic.OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Row(index, asked with { Tactics = [group.Key] }, group.Key, [.. group], years)),
        ]);
    }

    private static TacticYearRow Row(
        IncidentIndex index, IncidentFilter filter, string tactic, IReadOnlyCollection<int> rows, int[] years) =>
        new(tactic, new Counted(rows.Count, filter),
        [
            .. years.Select(year => new Counted(
                rows.Count(row => index[row].StartsOn.Year == year),
                Within(filter, year))),
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
