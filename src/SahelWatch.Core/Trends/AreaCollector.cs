using System.Runtime.Intrinsics;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>Adds figures up by area, and keeps the latest row of each.</summary>
internal sealed class AreaCollector(IndexTables tables) : ICollector<AreaCollector>
{
    private readonly Vector256<int>[] _byToll = FigureSums.ByToll(tables);
    private readonly Vector256<int>[] _sums = new Vector256<int>[tables.Areas.Count];
    private readonly int[] _latest = new int[tables.Areas.Count];

    /// <summary>The areas that occur; of each its figure and its latest row.</summary>
    public IEnumerable<(Area Area, TrendFigure Figure, int Latest)> Areas => _sums
        .Select((sums, area) => (tables.Areas[area], sums.ToFigure(), _latest[area]))
        .Where(total => total.Item2.Incidents > 0);

    public void Add(IndexBlock block, int first, BlockScan scan)
    {
        var (areas, tolls, byToll, sums, latest) = (block.Areas, block.Tolls, _byToll, _sums, _latest);
        foreach (var row in scan.Rows(block))
        {
            sums[areas[row]] += byToll[tolls[row]];
            latest[areas[row]] = first + row;
        }
    }

    public void Merge(AreaCollector later)
    {
        for (var area = 0; area < Math.Min(_sums.Length, later._sums.Length); area++)
        {
            _sums[area] += later._sums[area];
            _latest[area] = Math.Max(_latest[area], later._latest[area]);
        }
    }

    public void Dispose()
    {
    }
}
