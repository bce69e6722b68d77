using System.Buffers;

namespace SahelWatch.Querying;

/// <summary>Writes the words of a block, ascending, each with its rows, for <see cref="BlockText"/> to read.</summary>
internal sealed class BlockTextWriter
{
    /// <summary>Most bytes of a word and of a length, and of a step.</summary>
    private const int NumberBytes = 5;

    private readonly List<int> _heads = [];
    private readonly List<int> _starts = [];
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1 << 16);
    private int _length;
    private int _count;
    private int _word;

    /// <param name="places">Ascending, each once; a word without any is left out.</param>
    public void Add(int word, ReadOnlySpan<ushort> places)
    {
        if (places.Length == 0)
        {
            return;
        }
        Room(NumberBytes * (2 + places.Length));
        if (_count++ % BlockText.Stride == 0)
        {
            _heads.Add(word);
            _starts.Add(_length);
            _word = word;
        }
        Write(word - _word);
        _word = word;
        var bits = (places[^1] >> 3) + 1;
        var steps = LengthOf(places, bits);
        if (steps > bits)
        {
            Write(bits << 1 | 1);
            WriteBits(places, bits);
            return;
        }
        Write(steps << 1);
        var previous = -1;
        foreach (var place in places)
        {
            Write(place - previous);
            previous = place;
        }
    }

    /// <summary>All that was added; the writer is of no use afterwards.</summary>
    public BlockText Freeze()
    {
        var text = new BlockText([.. _heads], [.. _starts], _bytes.AsSpan(0, _length).ToArray());
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        return text;
    }

    private void WriteBits(ReadOnlySpan<ushort> places, int length)
    {
        var bits = _bytes.AsSpan(_length, length);
        bits.Clear();
        foreach (var place in places)
        {
            bits[place >> 3] |= (byte)(1 << (place & 7));
        }
        _length += length;
    }

    private void Write(int number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            _bytes[_length++] = (byte)(number | 0x80);
        }
        _bytes[_length++] = (byte)number;
    }

    /// <summary>Bytes of the places as steps, or some number above a limit.</summary>
    private static int LengthOf(ReadOnlySpan<ushort> places, int limit)
    {
        if (places.Length > limit)
        {
            return places.Length;
        }
        var (length, previous) = (0, -1);
        foreach (var place in places)
        {
            var step = place - previous;
            length += step < 1 << 7 ? 1 : step < 1 << 14 ? 2 : 3;
            previous = place;
        }
        return length;
    }

    private void Room(int bytes)
    {
        if (_length + bytes > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + bytes));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }
}
