namespace SahelWatch.Querying;

/// <summary>How many incidents stand on each point that may be drawn, and the latest of them.</summary>
internal sealed class PointCollector(IndexTables tables) : ICollector<PointCollector>
{
    private readonly int[] _counts = new int[tables.Points.Count];
    private readonly int[] _latest = new int[tables.Points.Count];

    /// <summary>The points that occur, the most frequent first.</summary>
    public IReadOnlyList<PointCount> Points =>
    [
        .. _counts.Select((count, point) => new PointCount(tables.Points[point], count, _latest[point]))
            .Where(point => point.Count > 0)
            .OrderByDescending(point => point.Count).ThenByDescending(point => point.Latest),
    ];

    public void Add(IndexBlock block, int first, BlockScan scan)
    {
        var kinds = tables.Kinds.Values;
        foreach (var row in scan.Rows(block))
        {
            if (kinds[block.Kinds[row]].HasPlace)
            {
                _counts[block.Points[row]]++;
                _latest[block.Points[row]] = first + row;
            }
        }
    }

    public void Merge(PointCollector later)
    {
        for (var point = 0; point < Math.Min(_counts.Length, later._counts.Length); point++)
        {
            _counts[point] += later._counts[point];
            _latest[point] = Math.Max(_latest[point], later._latest[point]);
        }
    }

    public void Dispose()
    {
    }
}

/// <summary>Incidents on one point.</summary>
/// <param name="Latest">Row of the one that began last.</param>
public readonly record struct PointCount(MapPoint Point, int Count, int Latest);
