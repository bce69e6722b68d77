using System.Runtime.Intrinsics;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// Adds up a trend in one pass. The rows of a block stand in date order, so those of one bucket are a run.
/// </summary>
/// <param name="buckets">Of one size, one after the other; every row of the filter begins in one of them.</param>
internal sealed class TrendCollector(IReadOnlyList<TimeBucket> buckets, SplitTally split) : ICollector<TrendCollector>
{
    private readonly Vector256<int>[] _totals = new Vector256<int>[buckets.Count];

    /// <summary>One figure for each bucket.</summary>
    public TrendFigure[] Totals => Array.ConvertAll(_totals, FigureSums.ToFigure);

    /// <summary>Rows that end after their bucket does.</summary>
    public int Spanning { get; private set; }

    public SplitTally Split => split;

    public void Add(IndexBlock block, int first, BlockScan scan)
    {
        var rows = scan.Rows(block);
        while (rows.Length > 0)
        {
            var bucket = BucketOf(block.Days[rows[0]]);
            var last = buckets[bucket].Last.DayNumber;
            var until = rows.Before(block.Before(last + 1));
            _totals[bucket] += split.Add(block, rows[..until], bucket);
            Spanning += scan.CountLastingBeyond(last, rows[0], rows[until - 1] + 1);
            rows = rows[until..];
        }
    }

    public void Merge(TrendCollector later)
    {
        for (var bucket = 0; bucket < _totals.Length; bucket++)
        {
            _totals[bucket] += later._totals[bucket];
        }
        Spanning += later.Spanning;
        split.Merge(later.Split);
    }

    public void Dispose()
    {
    }

    private int BucketOf(int day)
    {
        var size = buckets[0].Size;
        return TimeBucket.Number(DateOnly.FromDayNumber(day), size) - TimeBucket.Number(buckets[0].First, size);
    }
}
