using System.Numerics;
using System.Text;

namespace SahelWatch.Querying;

/// <summary>
/// Every word of the incidents' texts, folded, each once, by a running number. Words are only ever added, by one
/// writer at a time; readers may search meanwhile.
/// </summary>
internal sealed class Vocabulary
{
    private const byte End = (byte)'\n';

    private byte[] _text = new byte[1024];
    private int[] _starts = new int[128];
    private int[] _slots = new int[256];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Size of the words and what finds them, bytes.</summary>
    public long Bytes => _text.Length + sizeof(int) * ((long)_starts.Length + _slots.Length);

    /// <summary>UTF-8 of all words, one a line.</summary>
    public ReadOnlySpan<byte> Text
    {
        get
        {
            var count = Count;
            var end = Volatile.Read(ref _starts)[count];
            return Volatile.Read(ref _text).AsSpan(0, end);
        }
    }

    /// <summary>UTF-8 of a word.</summary>
    public ReadOnlySpan<byte> this[int word] => _text.AsSpan(_starts[word], _starts[word + 1] - _starts[word] - 1);

    /// <summary>The number of a word, a new one where it is not known.</summary>
    public int NumberOf(ReadOnlySpan<byte> word)
    {
        for (var slot = TextHash.Of(word) & (uint)(_slots.Length - 1); ; slot = slot + 1 & (uint)(_slots.Length - 1))
        {
            var number = _slots[slot] - 1;
            if (number < 0)
            {
                return Append(word, slot);
            }
            if (this[number].SequenceEqual(word))
            {
                return number;
            }
        }
    }

    /// <summary>Adds the words of another vocabulary's text.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0)
        {
            var end = text.IndexOf(End);
            NumberOf(text[..end]);
            text = text[(end + 1)..];
        }
    }

    /// <summary>Numbers of the words that contain a text, ascending.</summary>
    public int[] Containing(string part)
    {
        var count = Count;
        var starts = Volatile.Read(ref _starts).AsSpan(0, count + 1);
        var text = Volatile.Read(ref _text).AsSpan(0, starts[count]);
        var sought = Encoding.UTF8.GetBytes(part);
        var found = new List<int>();
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOf(sought);
            if (at < 0)
            {
                break;
            }
            var place = starts.BinarySearch(from + at);
            var word = place < 0 ? ~place - 1 : place;
            found.Add(word);
            from = starts[word + 1];
        }
        return [.. found];
    }

    private int Append(ReadOnlySpan<byte> word, uint slot)
    {
        var number = _count;
        var start = _starts[number];
        Grow(ref _text, start + word.Length + 1);
        Grow(ref _starts, number + 2);
        word.CopyTo(_text.AsSpan(start));
        _text[start + word.Length] = End;
        _starts[number + 1] = start + word.Length + 1;
        _slots[slot] = number + 1;
        Volatile.Write(ref _count, number + 1);
        if (_count * 2 > _slots.Length)
        {
            Rehash();
        }
        return number;
    }

    private void Rehash()
    {
        var slots = new int[_slots.Length * 2];
        for (var number = 0; number < _count; number++)
        {
            var slot = TextHash.Of(this[number]) & (uint)(slots.Length - 1);
            while (slots[slot] != 0)
            {
                slot = slot + 1 & (uint)(slots.Length - 1);
            }
            slots[slot] = number + 1;
        }
        _slots = slots;
    }

    private static void Grow<T>(ref T[] array, int least)
    {
        if (least > array.Length)
        {
            var larger = new T[(int)Math.Min(Array.MaxLength, (long)BitOperations.RoundUpToPowerOf2((uint)least))];
            array.CopyTo(larger, 0);
            Volatile.Write(ref array, larger);
        }
    }
}
