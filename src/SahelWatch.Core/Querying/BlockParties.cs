namespace SahelWatch.Querying;

/// <summary>
/// The parties of a block's rows, as codes. Nearly all incidents name one or two: these stand in two columns, 0 where
/// there is none. The few that name more stand in lists and have 0 in both columns.
/// </summary>
internal sealed class BlockParties
{
    public BlockParties(ushort[] first, ushort[] second, ushort[] manyRows, int[] manyStarts, ushort[] many)
    {
        (First, Second, ManyRows, ManyStarts, Many) = (first, second, manyRows, manyStarts, many);
    }

    public ushort[] First { get; }

    public ushort[] Second { get; }

    /// <summary>Places of the rows with more than two, ascending.</summary>
    public ushort[] ManyRows { get; }

    /// <summary>Where the parties of each of these begin in <see cref="Many"/>, and where the last one's end.</summary>
    public int[] ManyStarts { get; }

    public ushort[] Many { get; }

    public static BlockParties Of(IReadOnlyList<ushort[]> rows)
    {
        var (first, second) = (new ushort[rows.Count], new ushort[rows.Count]);
        List<ushort> manyRows = [], many = [];
        List<int> starts = [0];
        for (var row = 0; row < rows.Count; row++)
        {
            var parties = rows[row];
            if (parties.Length > 2)
            {
                manyRows.Add((ushort)row);
                many.AddRange(parties);
                starts.Add(many.Count);
                continue;
            }
            first[row] = parties.Length > 0 ? parties[0] : (ushort)0;
            second[row] = parties.Length > 1 ? parties[1] : (ushort)0;
        }
        return new BlockParties(first, second, [.. manyRows], [.. starts], [.. many]);
    }

    /// <summary>The parties of the n-th row that has more than two.</summary>
    public ReadOnlySpan<ushort> ManyOf(int n) => Many.AsSpan(ManyStarts[n]..ManyStarts[n + 1]);

    /// <summary>The parties of a row, in the order they are named.</summary>
    public ushort[] this[int row]
    {
        get
        {
            if (First[row] != 0)
            {
                return Second[row] == 0 ? [First[row]] : [First[row], Second[row]];
            }
            var n = Array.BinarySearch(ManyRows, (ushort)row);
            return n < 0 ? [] : ManyOf(n).ToArray();
        }
    }

    /// <summary>Clears a mark on the rows from first up to end that have a party which meets a filter.</summary>
    /// <param name="failing">Of each party's code, the mark of a failure or 0.</param>
    /// <param name="misses">Of the rows from first on.</param>
    public void Mark(int first, int end, ReadOnlySpan<byte> failing, Span<byte> misses)
    {
        var one = First.AsSpan(first..end);
        var two = Second.AsSpan(first..end);
        for (var row = 0; row < one.Length && row < two.Length && row < misses.Length; row++)
        {
            misses[row] |= (byte)(failing[one[row]] & failing[two[row]]);
        }
        for (var n = 0; n < ManyRows.Length; n++)
        {
            if (ManyRows[n] < first || ManyRows[n] >= end)
            {
                continue;
            }
            foreach (var party in ManyOf(n))
            {
                if (failing[party] == 0)
                {
                    misses[ManyRows[n] - first] &= (byte)~Miss.Parties;
                }
            }
        }
    }
}
