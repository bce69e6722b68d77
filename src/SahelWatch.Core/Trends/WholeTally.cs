using System.Runtime.Intrinsics;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>Adds up rows that are not split.</summary>
internal sealed class WholeTally(Vector256<int>[] tolls, int buckets) : SplitTally([], tolls, buckets)
{
    protected override Vector256<int> AddUp(IndexBlock block, ReadOnlySpan<ushort> rows)
    {
        var (tollCodes, figures, total) = (block.Tolls, Tolls, Vector256<int>.Zero);
        foreach (var row in rows)
        {
            total += figures[tollCodes[row]];
        }
        return total;
    }
}
