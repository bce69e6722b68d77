using System.Numerics;
using System.Runtime.Intrinsics;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// Adds up a split by tactic: a row counts in each of its tactics. Rows are added up by their set of tactics, and the
/// sets opened once for a bucket.
/// </summary>
/// <param name="asked">Tactics that the filter names, as in <see cref="Means"/>; all where it names none.</param>
internal sealed class TacticTally(PartTable<Means, ulong> tactics, ulong asked, Vector256<int>[] tolls, int buckets)
    : SplitTally(Tactics.All, tolls, buckets)
{
    private readonly int[] _setOf = tactics.ByCode;
    private readonly Vector256<int>[] _bySet = new Vector256<int>[tactics.Parts.Count];

    protected override Vector256<int> AddUp(IndexBlock block, ReadOnlySpan<ushort> rows)
    {
        var (means, tollCodes) = (block.Means, block.Tolls);
        var (bySet, setOf, figures) = (_bySet, _setOf, Tolls);
        foreach (var row in rows)
        {
            bySet[setOf[means[row]]] += figures[tollCodes[row]];
        }
        var total = Vector256<int>.Zero;
        for (var set = 0; set < bySet.Length; set++)
        {
            if (bySet[set][0] > 0)
            {
                total += bySet[set];
                Open(tactics.Parts[set] & asked, bySet[set]);
            }
        }
        bySet.AsSpan().Clear();
        return total;
    }

    private void Open(ulong bits, Vector256<int> sum)
    {
        Without += bits == 0 ? sum[0] : 0;
        for (; bits != 0; bits &= bits - 1)
        {
            Sums[BitOperations.TrailingZeroCount(bits)] += sum;
        }
    }
}
