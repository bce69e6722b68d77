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

    /// <summary>Up to so many numbers it is quicker to seek one by one.</summary>
    private const int FewNumbers = 8;

    private Tuple<Reference, byte[]>? _marks;

    public IndexBlock(
        int[] days,
        int[] lengths,
        int[] numbers,
        ushort[] areas,
        ushort[] kinds,
        int[] means,
        int[] evidence,
        int[] tolls,
        int[] points,
        BlockParties parties,
        int[] sourceStarts,
        int[] sources,
        BlockText text)
    {
        (Days, Lengths, Numbers) = (days, lengths, numbers);
        (Areas, Kinds, Means, Evidence) = (areas, kinds, means, evidence);
        (Tolls, Points, Parties) = (tolls, points, parties);
        (SourceStarts, Sources, Text) = (sourceStarts, sources, text);
        LastEnd = days.Zip(lengths, (day, length) => day + length).Max();
        Lasting = [.. Enumerable.Range(0, lengths.Length).Where(row => lengths[row] > 0).Select(row => (ushort)row)];
        (LeastNumber, MostNumber) = (numbers.Min(), numbers.Max());
    }

    public int Count => Days.Length;

    /// <summary>Day numbers of the first possible days, ascending.</summary>
    public int[] Days { get; }

    /// <summary>Days from the first possible day to the last one.</summary>
    public int[] Lengths { get; }

    /// <summary>Places of the rows whose last possible day is another than the first, ascending.</summary>
    public ushort[] Lasting { get; }

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

    /// <summary>
    /// One byte for each row that depends on the block and a reference alone; made when first asked for.
    /// </summary>
    public byte[] MarksOf(Reference reference, Func<IndexBlock, byte[]> make)
    {
        var known = Volatile.Read(ref _marks);
        if (known?.Item1 != reference)
        {
            known = Tuple.Create(reference, make(this));
            Volatile.Write(ref _marks, known);
        }
        return known.Item2;
    }

    /// <summary>Places of those of some public numbers that the block has.</summary>
    public IEnumerable<int> PlacesOf(HashSet<int> numbers) =>
        numbers.Count <= FewNumbers
            ? numbers
                .Where(number => number >= LeastNumber && number <= MostNumber)
                .Select(number => Numbers.AsSpan().IndexOf(number))
                .Where(place => place >= 0)
            : Enumerable.Range(0, Count).Where(place => numbers.Contains(Numbers[place]));

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
