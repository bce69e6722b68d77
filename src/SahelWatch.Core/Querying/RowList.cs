namespace SahelWatch.Querying;

/// <summary>A list of values for each row. It grows by chunks, so that what it holds is never copied.</summary>
internal sealed class RowList<T>
{
    private const int SmallestChunk = 1 << 8;
    private const int LargestChunk = 1 << 18;

    private readonly List<Place> _rows = [];
    private T[] _chunk = [];
    private int _used;

    public int Count => _rows.Count;

    public ReadOnlySpan<T> this[int row] => _rows[row].Chunk.AsSpan(_rows[row].Start, _rows[row].Length);

    public void Add(ReadOnlySpan<T> values)
    {
        if (values.Length > _chunk.Length - _used)
        {
            _chunk = new T[Math.Max(values.Length, Math.Clamp(_chunk.Length * 2, SmallestChunk, LargestChunk))];
            _used = 0;
        }
        values.CopyTo(_chunk.AsSpan(_used));
        _rows.Add(new Place(_chunk, _used, values.Length));
        _used += values.Length;
    }

    private readonly record struct Place(T[] Chunk, int Start, int Length);
}
