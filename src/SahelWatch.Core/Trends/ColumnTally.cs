using System.Runtime.Intrinsics;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>Adds up a split of which a row has one value, told by the code of one column.</summary>
/// <param name="valueOf">Of each code, the value's place among <paramref name="values"/>.</param>
internal sealed class ColumnTally(
    Func<IndexBlock, ushort[]> column,
    int[] valueOf,
    IReadOnlyList<string> values,
    Vector256<int>[] tolls,
    int buckets)
    : SplitTally(values, tolls, buckets)
{
    /// <summary>Makes tallies that share what the codes mean.</summary>
    /// <param name="table">What the column's codes stand for.</param>
    /// <param name="value">The split's value of that.</param>
    public static Func<ColumnTally> Over<T>(
        Func<IndexBlock, ushort[]> column,
        ReadOnlySpan<T> table,
        Func<T, string> value,
        Vector256<int>[] tolls,
        int buckets)
    {
        var (valueOf, values) = (new int[table.Length], new List<string>());
        for (var code = 0; code < table.Length; code++)
        {
            var own = value(table[code]);
            valueOf[code] = values.IndexOf(own);
            if (valueOf[code] < 0)
            {
                valueOf[code] = values.Count;
                values.Add(own);
            }
        }
        return () => new ColumnTally(column, valueOf, values, tolls, buckets);
    }

    protected override Vector256<int> AddUp(IndexBlock block, ReadOnlySpan<ushort> rows)
    {
        var (codes, tollCodes) = (column(block), block.Tolls);
        var (sums, places, figures) = (Sums, valueOf, Tolls);
        foreach (var row in rows)
        {
            sums[places[codes[row]]] += figures[tollCodes[row]];
        }
        var total = Vector256<int>.Zero;
        foreach (var sum in sums)
        {
            total += sum;
        }
        return total;
    }
}
