using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>How many incidents of a filter began in each area on each day.</summary>
internal sealed class DayCounts : ICollector<DayCounts>
{
    private readonly IncidentIndex _index;
    private readonly int _first;
    private readonly int[]?[] _byArea;

    public DayCounts(IncidentIndex index)
    {
        _index = index;
        _first = index.FirstDay?.DayNumber ?? 0;
        _byArea = new int[index.Tables.Areas.Count][];
    }

    public void Add(IndexBlock block, int first, BlockScan scan)
    {
        foreach (var row in scan.Rows(block))
        {
            (_byArea[block.Areas[row]] ??= NewDays())[block.Days[row] - _first]++;
        }
    }

    public void Merge(DayCounts later)
    {
        for (var area = 0; area < Math.Min(_byArea.Length, later._byArea.Length); area++)
        {
            if (later._byArea[area] is not { } added)
            {
                continue;
            }
            var days = _byArea[area] ??= NewDays();
            for (var day = 0; day < days.Length; day++)
            {
                days[day] += added[day];
            }
        }
    }

    /// <summary>Incidents that began in a country on some days, both included.</summary>
    public int Between(string country, DateOnly from, DateOnly to)
    {
        var (first, end, count) = (Math.Max(from.DayNumber - _first, 0), to.DayNumber - _first + 1, 0);
        for (var area = 0; area < _byArea.Length; area++)
        {
            if (_byArea[area] is { } days && _index.Tables.Areas[area].Country == country)
            {
                for (var day = first; day < Math.Min(end, days.Length); day++)
                {
                    count += days[day];
                }
            }
        }
        return count;
    }

    public void Dispose()
    {
    }

    private int[] NewDays() => new int[(_index.CoveredTo?.DayNumber ?? _first - 1) - _first + 1];
}
