using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>How many incidents of a filter began in each country up to each day.</summary>
internal sealed class DayCounts : ICollector<DayCounts>
{
    private readonly IncidentIndex _index;
    private readonly int _first;
    private readonly int[][] _byArea;

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
            for (var day = 0; day < (later._byArea[area]?.Length ?? 0); day++)
            {
                (_byArea[area] ??= NewDays())[day] += later._byArea[area][day];
            }
        }
    }

    /// <summary>Of each country, the running sum: place i holds the incidents of the first i days of the data.</summary>
    public ILookup<string, int[]> Sums() => _byArea
        .Select((days, area) => (Country: _index.Tables.Areas[area].Country, Days: days))
        .Where(one => one.Days is not null)
        .GroupBy(one => one.Country, one => one.Days)
        .ToLookup(country => country.Key, country =>
        {
            var sums = new int[NewDays().Length + 1];
            for (var day = 1; day < sums.Length; day++)
            {
                sums[day] = sums[day - 1] + country.Sum(days => days[day - 1]);
            }
            return sums;
        });

    /// <summary>Incidents of some days, both included.</summary>
    public int Between(int[]? sums, DateOnly from, DateOnly to)
    {
        if (sums is null)
        {
            return 0;
        }
        var first = Math.Clamp(from.DayNumber - _first, 0, sums.Length - 1);
        var end = Math.Clamp(to.DayNumber - _first + 1, first, sums.Length - 1);
        return sums[end] - sums[first];
    }

    public void Dispose()
    {
    }

    private int[] NewDays() => new int[(_index.CoveredTo?.DayNumber ?? _first - 1) - _first + 1];
}
