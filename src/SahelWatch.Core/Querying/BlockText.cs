using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace SahelWatch.Querying;

/// <summary>
/// Which rows of a block hold which words, as one run of bytes that <see cref="BlockTextWriter"/> writes: word by word,
/// ascending, the step from the word before, the length of what tells its rows, and the rows, as steps or as bits,
/// whichever is shorter. Every <see cref="Stride"/>th word can be found without reading those before it.
/// </summary>
internal sealed class BlockText
{
    public const int Stride = 16;

    public static readonly BlockText Empty = new([], [], []);

    /// <param name="heads">Every 16th word.</param>
    /// <param name="starts">Where each of these begins in the bytes.</param>
    public BlockText(int[] heads, int[] starts, byte[] bytes) => (Heads, Starts, Bytes) = (heads, starts, bytes);

    public int[] Heads { get; }

    public int[] Starts { get; }

    public byte[] Bytes { get; }

    /// <summary>The text of the rows of a new block.</summary>
    /// <param name="rows">Where the words of each row are in <paramref name="words"/>.</param>
    /// <param name="vocabulary">Number of all words.</param>
    public static BlockText Build(ReadOnlySpan<int> rows, RowList<int> words, int vocabulary)
    {
        var ends = ArrayPool<int>.Shared.Rent(vocabulary);
        ends.AsSpan(0, vocabulary).Clear();
        var total = 0;
        foreach (var row in rows)
        {
            foreach (var word in words[row])
            {
                ends[word]++;
                total++;
            }
        }
        var next = 0;
        foreach (ref var end in ends.AsSpan(0, vocabulary))
        {
            (end, next) = (next, next + end);
        }
        var places = ArrayPool<ushort>.Shared.Rent(total);
        for (var place = 0; place < rows.Length; place++)
        {
            foreach (var word in words[rows[place]])
            {
                places[ends[word]++] = (ushort)place;
            }
        }
        var text = new BlockTextWriter();
        var start = 0;
        for (var word = 0; word < vocabulary; word++)
        {
            text.Add(word, Distinct(places.AsSpan(start..ends[word])));
            start = ends[word];
        }
        ArrayPool<int>.Shared.Return(ends);
        ArrayPool<ushort>.Shared.Return(places);
        return text.Freeze();
    }

    /// <summary>Sets the bit of every row that holds one of some words, which are ascending.</summary>
    public void Mark(ReadOnlySpan<int> words, Span<ulong> rows)
    {
        var reader = new Reader(this);
        foreach (var word in words)
        {
            if (!reader.MoveTo(word))
            {
                return;
            }
            if (reader.Word == word)
            {
                reader.Mark(rows);
            }
        }
    }

    /// <summary>The text after an edit.</summary>
    /// <param name="places">New place of every row, negative where it leaves; the order stays.</param>
    /// <param name="added">Words of new rows, ascending by word and then by place, each once.</param>
    public BlockText Edited(ReadOnlySpan<int> places, ReadOnlySpan<(int Word, ushort Place)> added)
    {
        var text = new BlockTextWriter();
        var kept = ArrayPool<ushort>.Shared.Rent(IndexBlock.Most + 1);
        var reader = new Reader(this);
        var more = reader.MoveNext();
        while (more || added.Length > 0)
        {
            var word = Math.Min(more ? reader.Word : int.MaxValue, added.Length > 0 ? added[0].Word : int.MaxValue);
            var count = 0;
            if (more && reader.Word == word)
            {
                count = reader.Read(places, kept);
                more = reader.MoveNext();
            }
            var sorted = true;
            for (; added.Length > 0 && added[0].Word == word; added = added[1..])
            {
                sorted &= count == 0 || kept[count - 1] < added[0].Place;
                kept[count++] = added[0].Place;
            }
            if (!sorted)
            {
                kept.AsSpan(0, count).Sort();
            }
            text.Add(word, kept.AsSpan(0, count));
        }
        ArrayPool<ushort>.Shared.Return(kept);
        return text.Freeze();
    }

    /// <summary>Takes out repeats of ascending places.</summary>
    private static ReadOnlySpan<ushort> Distinct(Span<ushort> places)
    {
        var count = Math.Min(1, places.Length);
        for (var from = 1; from < places.Length; from++)
        {
            places[count] = places[from];
            count += places[from] != places[count - 1] ? 1 : 0;
        }
        return places[..count];
    }

    /// <summary>Goes over the words.</summary>
    private ref struct Reader(BlockText text)
    {
        private readonly ReadOnlySpan<byte> _bytes = text.Bytes;
        private int _place = -1;
        private int _start;
        private int _end;
        private bool _isBits;

        public int Word { get; private set; }

        public bool MoveNext()
        {
            if (_end == _bytes.Length)
            {
                return false;
            }
            _place++;
            var at = _end;
            Word = (_place % Stride == 0 ? text.Heads[_place / Stride] : Word) + Read(ref at);
            var length = Read(ref at);
            (_start, _end, _isBits) = (at, at + (length >> 1), (length & 1) == 1);
            return true;
        }

        /// <summary>Goes on to a word or, where it is missing, the next one; false where there is none.</summary>
        public bool MoveTo(int word)
        {
            var from = (_place + Stride) / Stride;
            if (from < text.Heads.Length && text.Heads[from] <= word)
            {
                var group = text.Heads.AsSpan(from).BinarySearch(word) is var found && found < 0 ? ~found - 1 : found;
                _place = (from + group) * Stride - 1;
                _end = text.Starts[from + group];
                MoveNext();
            }
            while (_place < 0 || Word < word)
            {
                if (!MoveNext())
                {
                    return false;
                }
            }
            return true;
        }

        public readonly void Mark(Span<ulong> rows)
        {
            if (_isBits)
            {
                var bits = _bytes[_start.._end];
                var bytes = MemoryMarshal.AsBytes(rows);
                for (var i = 0; i < bits.Length; i++)
                {
                    bytes[i] |= bits[i];
                }
                return;
            }
            var row = -1;
            for (var at = _start; at < _end;)
            {
                row += Read(ref at);
                rows[row >> 6] |= 1UL << row;
            }
        }

        /// <summary>Writes the new places of the word's rows; tells how many.</summary>
        public readonly int Read(ReadOnlySpan<int> places, Span<ushort> kept)
        {
            var count = 0;
            if (_isBits)
            {
                for (var at = _start; at < _end; at++)
                {
                    for (uint bits = _bytes[at]; bits != 0; bits &= bits - 1)
                    {
                        var place = places[(at - _start) * 8 + BitOperations.TrailingZeroCount(bits)];
                        kept[count] = (ushort)place;
                        count += place < 0 ? 0 : 1;
                    }
                }
                return count;
            }
            var row = -1;
            for (var at = _start; at < _end;)
            {
                row += Read(ref at);
                kept[count] = (ushort)places[row];
                count += places[row] < 0 ? 0 : 1;
            }
            return count;
        }

        private readonly int Read(ref int at)
        {
            int number = _bytes[at++];
            for (var shift = 7; number >> shift != 0; shift += 7)
            {
                number = number & (1 << shift) - 1 | _bytes[at++] << shift;
            }
            return number;
        }
    }
}
