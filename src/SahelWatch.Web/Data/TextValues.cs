using System.Runtime.InteropServices;
using System.Text;

namespace SahelWatch.Data;

/// <summary>What texts of the database stand for, such as the names of enum values: each text is parsed once.</summary>
internal sealed class TextValues<T>(Func<string, T> parse)
{
    private (byte[]? Text, T Value)[] _slots = new (byte[]?, T)[64];
    private int _count;

    public T this[ReadOnlySpan<byte> text]
    {
        get
        {
            var slot = SlotOf(text);
            return _slots[slot].Text is null ? Add(text) : _slots[slot].Value;
        }
    }

    private T Add(ReadOnlySpan<byte> text)
    {
        var value = parse(Encoding.UTF8.GetString(text));
        if (++_count * 2 > _slots.Length)
        {
            var known = _slots;
            _slots = new (byte[]?, T)[known.Length * 2];
            foreach (var one in known.Where(one => one.Text is not null))
            {
                _slots[SlotOf(one.Text)] = one;
            }
        }
        _slots[SlotOf(text)] = (text.ToArray(), value);
        return value;
    }

    private int SlotOf(ReadOnlySpan<byte> text)
    {
        var mask = _slots.Length - 1;
        var slot = (int)Hash(text) & mask;
        while (_slots[slot].Text is { } known && !text.SequenceEqual(known))
        {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        const ulong factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)text.Length;
        while (text.Length >= sizeof(ulong))
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(text)) * factor;
            hash ^= hash >> 32;
            text = text[sizeof(ulong)..];
        }
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * factor;
        }
        return (uint)(hash >> 32);
    }
}
