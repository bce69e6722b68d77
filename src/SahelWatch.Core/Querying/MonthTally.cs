namespace SahelWatch.Querying;

/// <summary>Counts incidents by the month they began in, within the filter's dates and of any date.</summary>
internal sealed class MonthTally
{
    private readonly int _first;
    private readonly int[] _anyDate;
    private readonly int[] _selected;

    public MonthTally(IncidentIndex index)
    {
        _first = index.FirstDay is { } first ? MonthOf(first) : 0;
        _anyDate = new int[index.CoveredTo is { } last ? MonthOf(last) - _first + 1 : 0];
        _selected = new int[_anyDate.Length];
    }

    /// <summary>Takes in a block that was just tested for panels.</summary>
    /// <param name="selected">Its rows that meet the whole filter.</param>
    public void Add(IndexBlock block, BlockScan scan, ReadOnlySpan<ushort> selected)
    {
        for (var first = 0; first < block.Count;)
        {
            var day = DateOnly.FromDayNumber(block.Days[first]);
            var month = MonthOf(day) - _first;
            var end = block.Before(day.DayNumber - day.Day + 1 + DateTime.DaysInMonth(day.Year, day.Month));
            _anyDate[month] += scan.CountOfAnyDate(first, end);
            var until = selected.Before(end);
            _selected[month] += until;
            selected = selected[until..];
            first = end;
        }
    }

    public void Merge(MonthTally later)
    {
        for (var month = 0; month < _anyDate.Length; month++)
        {
            _anyDate[month] += later._anyDate[month];
            _selected[month] += later._selected[month];
        }
    }

    public IReadOnlyList<MonthCount> ToList() =>
        [.. _anyDate.Select((count, place) => new MonthCount(_first + place, count, _selected[place]))];

    private static int MonthOf(DateOnly day) => day.Year * 12 + day.Month - 1;
}

/// <summary>Incidents of one month.</summary>
/// <param name="Month">Running number: year × 12 + month − 1.</param>
/// <param name="AnyDate">Those that meet the filter but for its dates.</param>
/// <param name="Selected">Those that meet the whole filter.</param>
public readonly record struct MonthCount(int Month, int AnyDate, int Selected);
