using System.Text;
using SahelWatch.Querying;

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
        var slot = (int)TextHash.Of(text) & mask;
        while (_slots[slot].Text is { } known && !text.SequenceEqual(known))
        {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
