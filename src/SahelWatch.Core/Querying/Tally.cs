using System.Buffers;

namespace SahelWatch.Querying;

/// <summary>How many rows have each code of a column.</summary>
internal sealed class Tally(int codes) : IDisposable
{
    private readonly int[] _counts = Rent(codes);

    public ReadOnlySpan<int> Counts => _counts.AsSpan(0, codes);

    public void Add(ReadOnlySpan<ushort> column, ReadOnlySpan<ushort> rows)
    {
        var counts = _counts;
        foreach (var row in rows)
        {
            counts[column[row]]++;
        }
    }

    public void Add(ReadOnlySpan<int> column, ReadOnlySpan<ushort> rows)
    {
        var counts = _counts;
        foreach (var row in rows)
        {
            counts[column[row]]++;
        }
    }

    public void Merge(Tally other)
    {
        for (var code = 0; code < codes; code++)
        {
            _counts[code] += other._counts[code];
        }
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(_counts);

    private static int[] Rent(int length)
    {
        var counts = ArrayPool<int>.Shared.Rent(length);
        counts.AsSpan(0, length).Clear();
        return counts;
    }
}
