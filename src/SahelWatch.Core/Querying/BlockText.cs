using System.Buffers;

namespace SahelWatch.Querying;

/// <summary>
/// Which rows of a block hold which words: for every word its rows, ascending, as differences of one to three bytes.
/// </summary>
internal sealed class BlockText
{
    public static readonly BlockText Empty = new([], [0], []);

    public BlockText(int[] words, int[] starts, byte[] rows)
    {
        Words = words;
        Starts = starts;
        Rows = rows;
    }

    /// <summary>Numbers of the block's words in the vocabulary, ascending.</summary>
    public int[] Words { get; }

    /// <summary>Where each word's rows begin in <see cref="Rows"/>, and where the last one's end.</summary>
    public int[] Starts { get; }

    public byte[] Rows { get; }

    public long Bytes => sizeof(int) * ((long)Words.Length + Starts.Length) + Rows.Length;

    /// <param name="vocabulary">Size of the vocabulary.</param>
    /// <param name="wordsOf">Words of a row, in any order, repeated ones too.</param>
    public static BlockText Build(int count, int vocabulary, Func<int, ReadOnlySpan<int>> wordsOf)
    {
        var uses = ArrayPool<int>.Shared.Rent(vocabulary);
        uses.AsSpan(0, vocabulary).Clear();
        var words = new List<int>();
        var total = 0;
        for (var row = 0; row < count; row++)
        {
            foreach (var word in wordsOf(row))
            {
                if (uses[word]++ == 0)
                {
                    words.Add(word);
                }
                total++;
            }
        }
        words.Sort();
        var rows = ArrayPool<ushort>.Shared.Rent(total);
        var ends = uses;
        var start = 0;
        foreach (var word in words)
        {
            (start, ends[word]) = (start + uses[word], start);
        }
        for (var row = 0; row < count; row++)
        {
            foreach (var word in wordsOf(row))
            {
                rows[ends[word]++] = (ushort)row;
            }
        }
        var text = Write(words, ends, rows, total);
        ArrayPool<int>.Shared.Return(uses);
        ArrayPool<ushort>.Shared.Return(rows);
        return text;
    }

    /// <summary>Sets the bit of every row that holds one of some words, which are ascending.</summary>
    public void Mark(ReadOnlySpan<int> words, Span<ulong> rows)
    {
        var from = 0;
        foreach (var word in words)
        {
            var place = Words.AsSpan(from).BinarySearch(word);
            from += place < 0 ? ~place : place + 1;
            if (place >= 0)
            {
                Mark(from - 1, rows);
            }
            if (from == Words.Length)
            {
                return;
            }
        }
    }

    /// <summary>The words row by row, each once.</summary>
    public RowList<int> ByRow(int count)
    {
        var starts = new int[count + 1];
        Each((_, row) => starts[row + 1]++);
        for (var row = 0; row < count; row++)
        {
            starts[row + 1] += starts[row];
        }
        var all = new int[starts[count]];
        var next = starts.ToArray();
        Each((word, row) => all[next[row]++] = word);
        var words = new RowList<int>();
        for (var row = 0; row < count; row++)
        {
            words.Add(all.AsSpan(starts[row]..starts[row + 1]));
        }
        return words;
    }

    private void Mark(int place, Span<ulong> rows)
    {
        var row = -1;
        for (var at = Starts[place]; at < Starts[place + 1];)
        {
            row += Read(ref at);
            rows[row >> 6] |= 1UL << row;
        }
    }

    private void Each(Action<int, int> see)
    {
        for (var place = 0; place < Words.Length; place++)
        {
            var row = -1;
            for (var at = Starts[place]; at < Starts[place + 1];)
            {
                row += Read(ref at);
                see(Words[place], row);
            }
        }
    }

    private int Read(ref int at)
    {
        int step = Rows[at++];
        if (step < 0x80)
        {
            return step;
        }
        step = step & 0x7f | Rows[at++] << 7;
        return step < 0x4000 ? step : step & 0x3fff | Rows[at++] << 14;
    }

    private static BlockText Write(List<int> words, int[] ends, ushort[] rows, int total)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(total * 3);
        var starts = new int[words.Count + 1];
        var (length, from) = (0, 0);
        for (var place = 0; place < words.Count; place++)
        {
            var previous = -1;
            for (; from < ends[words[place]]; from++)
            {
                var step = rows[from] - previous;
                if (step == 0)
                {
                    continue;
                }
                previous = rows[from];
                for (; step >= 0x80; step >>= 7)
                {
                    bytes[length++] = (byte)(step | 0x80);
                }
                bytes[length++] = (byte)step;
            }
            starts[place + 1] = length;
        }
        var text = new BlockText([.. words], starts, bytes.AsSpan(0, length).ToArray());
        ArrayPool<byte>.Shared.Return(bytes);
        return text;
    }
}
