namespace SahelWatch.Querying;

/// <summary>
/// Up to <see cref="Most"/> incidents that follow one another in date order, as columns of equal length. Never changed:
/// an edit makes new blocks of those it touches and leaves all others to old and new versions of the index alike.
/// </summary>
internal sealed class IndexBlock
{
    /// <summary>A row of the index is the number of its block, shifted by this, and its place in the block.</summary>
    public const int Shift = 14;

    public const int Most = 1 << Shift;

    /// <summary>Rows of a new block: some room is left, so that an edit seldom splits it.</summary>
    public const int Usual = Most * 3 / 4;

    public IndexBlock(RowCodes[] rows, BlockParties parties, int[] sourceStarts, int[] sources, BlockText text)
    {
        Days = Array.ConvertAll(rows, row => row.Day);
        Lengths = Array.ConvertAll(rows, row => row.Length);
        Numbers = Array.ConvertAll(rows, row => row.Number);
        Areas = Array.ConvertAll(rows, row => row.Area);
        Kinds = Array.ConvertAll(rows, row => row.Kind);
        Means = Array.ConvertAll(rows, row => row.Means);
        Parties = parties;
        Evidence = Array.ConvertAll(rows, row => row.Evidence);
        Tolls = Array.ConvertAll(rows, row => row.Toll);
        Points = Array.ConvertAll(rows, row => row.Point);
        SourceStarts = sourceStarts;
        Sources = sources;
        Text = text;
        LastEnd = rows.Max(row => row.Day + row.Length);
        (LeastNumber, MostNumber) = (rows.Min(row => row.Number), rows.Max(row => row.Number));
    }

    public int Count => Days.Length;

    /// <summary>Day numbers of the first possible days, ascending.</summary>
    public int[] Days { get; }

    /// <summary>Days from the first possible day to the last one.</summary>
    public int[] Lengths { get; }

    public int[] Numbers { get; }

    public ushort[] Areas { get; }

    public ushort[] Kinds { get; }

    public int[] Means { get; }

    public BlockParties Parties { get; }

    public int[] Evidence { get; }

    public int[] Tolls { get; }

    public int[] Points { get; }

    /// <summary>Where each row's sources begin in <see cref="Sources"/>, and where the last one's end.</summary>
    public int[] SourceStarts { get; }

    public int[] Sources { get; }

    public BlockText Text { get; }

    public int FirstDay => Days[0];

    public int LastDay => Days[^1];

    /// <summary>The latest last possible day.</summary>
    public int LastEnd { get; }

    public int LeastNumber { get; }

    public int MostNumber { get; }

    public long KeyOf(int place) => (long)Days[place] << 32 | (uint)Numbers[place];

    public ReadOnlySpan<int> SourcesOf(int place) =>
        Sources.AsSpan(SourceStarts[place], SourceStarts[place + 1] - SourceStarts[place]);

    public RowCodes this[int place] => new(
        Days[place], Lengths[place], Numbers[place], Areas[place], Kinds[place], Means[place],
        Evidence[place], Tolls[place], Points[place]);

    /// <summary>How many rows begin before a day.</summary>
    public int Before(int day)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Days[middle] < day ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
