namespace SahelWatch.Querying;

/// <summary>
/// Values that incidents share, each kept once and named by a running code. Values are only ever added, by one writer
/// at a time, so that every version of the index can read the same table: a version never meets a code newer than it.
/// </summary>
internal sealed class ValueTable<T>(IEqualityComparer<T>? comparer = null) where T : notnull
{
    private readonly Dictionary<T, int> _codes = new(comparer);
    private T[] _values = new T[16];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>The values by code; those that a writer adds meanwhile may be missing.</summary>
    public ReadOnlySpan<T> Values
    {
        get
        {
            var count = Count;
            return Volatile.Read(ref _values).AsSpan(0, count);
        }
    }

    public T this[int code] => Volatile.Read(ref _values)[code];

    public int CodeOf(T value) => _codes.TryGetValue(value, out var code) ? code : Add(value);

    private int Add(T value)
    {
        var code = _count;
        if (code == _values.Length)
        {
            var larger = new T[code * 2];
            _values.CopyTo(larger, 0);
            Volatile.Write(ref _values, larger);
        }
        _values[code] = value;
        _codes.Add(value, code);
        Volatile.Write(ref _count, code + 1);
        return code;
    }
}
