using System.Runtime.Intrinsics;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>Adds up a split of which a row has one value, told by the code of one column.</summary>
/// <param name="firstTurnOf">Of each code, the value's place among <paramref name="values"/> times the turns.</param>
internal sealed class ColumnTally(
    Func<IndexBlock, ushort[]> column,
    int[] firstTurnOf,
    IReadOnlyList<string> values,
    Vector256<int>[] tolls,
    int buckets)
    : SplitTally(values, tolls, buckets)
{
    /// <summary>
    /// Most rows follow one of the same value: sums taken in turn spare the second from waiting for the first.
    /// </summary>
    private const int Turns = 4;

    private readonly Vector256<int>[] _turns = new Vector256<int>[values.Count * Turns];

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
        var (firstTurnOf, values) = (new int[table.Length], new List<string>());
        for (var code = 0; code < table.Length; code++)
        {
            var own = value(table[code]);
            var place = values.IndexOf(own);
            if (place < 0)
            {
                place = values.Count;
                values.Add(own);
            }
            firstTurnOf[code] = place * Turns;
        }
        return () => new ColumnTally(column, firstTurnOf, values, tolls, buckets);
    }

    protected override Vector256<int> AddUp(IndexBlock block, ReadOnlySpan<ushort> rows)
    {
        var (codes, tollCodes) = (column(block), block.Tolls);
        var (turns, first, figures) = (_turns, firstTurnOf, Tolls);
        for (; rows.Length >= Turns; rows = rows[Turns..])
        {
            turns[first[codes[rows[0]]]] += figures[tollCodes[rows[0]]];
            turns[first[codes[rows[1]]] + 1] += figures[tollCodes[rows[1]]];
            turns[first[codes[rows[2]]] + 2] += figures[tollCodes[rows[2]]];
            turns[first[codes[rows[3]]] + 3] += figures[tollCodes[rows[3]]];
        }
        foreach (var row in rows)
        {
            turns[first[codes[row]]] += figures[tollCodes[row]];
        }
        var total = Vector256<int>.Zero;
        for (var value = 0; value < Values.Count; value++)
        {
            var own = turns.AsSpan(value * Turns, Turns);
            Sums[value] = own[0] + own[1] + own[2] + own[3];
            total += Sums[value];
        }
        turns.AsSpan().Clear();
        return total;
    }
}
