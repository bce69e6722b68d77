namespace SahelWatch.Querying;

/// <summary>
/// The parties of a block's rows, as codes. Nearly all incidents name three at most: these stand in three columns, 0
/// where there is none. The few that name more, or one actor twice, stand in lists and have 0 in all columns.
/// </summary>
internal sealed class BlockParties
{
    public const int Columns = 3;

    /// <param name="columns">First, second and third.</param>
    public BlockParties(ushort[][] columns, ushort[] manyRows, int[] manyStarts, ushort[] many)
    {
        (First, Second, Third) = (columns[0], columns[1], columns[2]);
        (ManyRows, ManyStarts, Many) = (manyRows, manyStarts, many);
    }

    public ushort[] First { get; }

    public ushort[] Second { get; }

    public ushort[] Third { get; }

    /// <summary>Places of the rows that stand in lists, ascending.</summary>
    public ushort[] ManyRows { get; }

    /// <summary>Where the parties of each of these begin in <see cref="Many"/>, and where the last one's end.</summary>
    public int[] ManyStarts { get; }

    public ushort[] Many { get; }

    /// <summary>Which of the rows that stand in lists a row is; negative where it is none.</summary>
    public int PlaceOfMany(int row) => ManyRows.AsSpan().BinarySearch((ushort)row);

    /// <summary>The parties of the n-th row that stands in a list.</summary>
    public ReadOnlySpan<ushort> ManyOf(int n) => Many.AsSpan(ManyStarts[n]..ManyStarts[n + 1]);

    /// <summary>The parties of a row that has no first one; ask row by row, ascending, and keep n.</summary>
    public ReadOnlySpan<ushort> ManyOf(int row, ref int n)
    {
        while (n < ManyRows.Length && ManyRows[n] < row)
        {
            n++;
        }
        return n < ManyRows.Length && ManyRows[n] == row ? ManyOf(n) : [];
    }

    /// <summary>The parties of a row, in the order they are named.</summary>
    public ushort[] this[int row]
    {
        get
        {
            var n = PlaceOfMany(row);
            return n < 0
                ? [.. ((ushort[])[First[row], Second[row], Third[row]]).Where(party => party != 0)]
                : ManyOf(n).ToArray();
        }
    }

    /// <summary>Clears a mark on the rows from first up to end that have a party which meets a filter.</summary>
    /// <param name="failing">Of each party's code, the mark of a failure or 0.</param>
    /// <param name="misses">Of the rows from first on.</param>
    public void Mark(int first, int end, ReadOnlySpan<byte> failing, Span<byte> misses)
    {
        var one = First.AsSpan(first..end);
        var two = Second.AsSpan(first..end);
        var three = Third.AsSpan(first..end);
        for (var row = 0; row < one.Length; row++)
        {
            misses[row] |= (byte)(failing[one[row]] & failing[two[row]] & failing[three[row]]);
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
