using System.Buffers;
using System.Numerics;

namespace SahelWatch.Querying;

/// <summary>
/// A filter made ready for the blocks of one index: for every column it asks about, a table that says of each value
/// whether it fails. One thread uses it, block by block; what it returns stands until the next block.
/// </summary>
internal sealed class BlockScan : IDisposable
{
    private static readonly ushort[] Every = [.. Enumerable.Range(0, IndexBlock.Most).Select(row => (ushort)row)];

    private readonly CompiledFilter _filter;
    private readonly byte[] _misses = ArrayPool<byte>.Shared.Rent(IndexBlock.Most);
    private readonly ushort[] _rows = ArrayPool<ushort>.Shared.Rent(IndexBlock.Most);
    private readonly ushort[] _others = ArrayPool<ushort>.Shared.Rent(IndexBlock.Most);
    private byte[]? _parties;
    private int _epoch = -1;
    private IndexBlock _block = null!;
    private bool _isPlain;

    public BlockScan(CompiledFilter filter)
    {
        _filter = filter;
    }

    public CompiledFilter Filter => _filter;

    /// <summary>First and end place of the block's rows within the filter's dates.</summary>
    public (int First, int End) Dated { get; private set; }

    /// <summary>Tests a block: the places of the rows that meet the filter, ascending.</summary>
    public ReadOnlySpan<ushort> Rows(IndexBlock block)
    {
        Open(block);
        if (_isPlain)
        {
            return Every.AsSpan(Dated.First..Dated.End);
        }
        var (first, end) = Dated;
        Test(first, end);
        return _rows.AsSpan(0, MissRows.Write(_misses.AsSpan(first, end - first), first, Miss.None, _rows));
    }

    /// <summary>
    /// How many rows of the block just tested, from first up to end, meet the filter and may last beyond a day.
    /// </summary>
    public int CountLastingBeyond(int day, int first, int end)
    {
        if (_isPlain)
        {
            _misses.AsSpan(first..end).Clear();
        }
        var lasting = _block.Lasting.AsSpan();
        var (days, lengths, misses, count) = (_block.Days, _block.Lengths, _misses, 0);
        foreach (var row in lasting[lasting.Before(first)..lasting.Before(end)])
        {
            // Both are worked out for every row: neither can be foreseen, and a wrong guess costs more.
            count += (days[row] + lengths[row] > day ? 1 : 0) & (misses[row] == (byte)Miss.None ? 1 : 0);
        }
        return count;
    }

    /// <summary>Tests a block for panels that leave out their own column; then ask <see cref="Without"/>.</summary>
    public ReadOnlySpan<ushort> RowsForPanels(IndexBlock block)
    {
        Open(block);
        if (_isPlain)
        {
            return Every.AsSpan(Dated.First..Dated.End);
        }
        Test(0, block.Count);
        var (first, end) = Dated;
        return _rows.AsSpan(0, MissRows.Write(_misses.AsSpan(first, end - first), first, Miss.None, _rows));
    }

    /// <summary>Places of the rows of the block just tested that meet the filter but perhaps in one column.</summary>
    public ReadOnlySpan<ushort> Without(Miss column)
    {
        var (first, end) = Dated;
        return _isPlain
            ? Every.AsSpan(first..end)
            : _others.AsSpan(0, MissRows.Write(_misses.AsSpan(first, end - first), first, column, _others));
    }

    /// <summary>
    /// How many rows of the block just tested for panels, from first up to end, meet the filter but perhaps its dates.
    /// </summary>
    public int CountOfAnyDate(int first, int end) =>
        _isPlain ? end - first : _misses.AsSpan(first..end).Count((byte)Miss.None);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_misses);
        ArrayPool<ushort>.Shared.Return(_rows);
        ArrayPool<ushort>.Shared.Return(_others);
    }

    private void Open(IndexBlock block)
    {
        _block = block;
        Dated = (block.Before(_filter.FirstDay), block.Before(_filter.EndDay));
        _isPlain = _filter.AsksDatesAlone;
    }

    /// <summary>Notes for rows from first up to end which columns fail, dates aside.</summary>
    private void Test(int first, int end)
    {
        var misses = _misses.AsSpan(first, end - first);
        if (_filter.Words.Count == 0 && _filter.Areas is { } areas && _filter.Kinds is { } kinds)
        {
            MarkBoth(first, end, areas, kinds, misses);
        }
        else
        {
            MarkText(first, end, misses);
            Mark(_block.Areas.AsSpan(first..end), _filter.Areas, misses);
            Mark(_block.Kinds.AsSpan(first..end), _filter.Kinds, misses);
        }
        Mark(_block.Means.AsSpan(first..end), _filter.Means, misses);
        Mark(_block.Evidence.AsSpan(first..end), _filter.Evidence, misses);
        Mark(_block.Tolls.AsSpan(first..end), _filter.Tolls, misses);
        Mark(_block.Points.AsSpan(first..end), _filter.Points, misses);
        MarkParties(first, end);
    }

    private void MarkParties(int start, int end)
    {
        while (_filter.Parties.Asks && start < end)
        {
            var epoch = _filter.Parties.Epoch(_block.Days[start]);
            if (epoch != _epoch)
            {
                _parties = Array.ConvertAll(
                    _filter.Parties.Meeting(epoch), meets => (byte)(meets ? Miss.None : Miss.Parties));
                _epoch = epoch;
            }
            var until = Math.Min(end, _block.Before(_filter.Parties.EndOf(epoch)));
            _block.Parties.Mark(start, until, _parties, _misses.AsSpan(start..until));
            start = until;
        }
    }

    private void MarkText(int first, int end, Span<byte> misses)
    {
        if (_filter.Words.Count == 0)
        {
            misses.Clear();
            return;
        }
        Span<ulong> all = stackalloc ulong[IndexBlock.Most / 64];
        Span<ulong> one = stackalloc ulong[IndexBlock.Most / 64];
        all.Fill(ulong.MaxValue);
        foreach (var word in _filter.Words)
        {
            one.Clear();
            word.Mark(_block, one);
            for (var i = 0; i < all.Length; i++)
            {
                all[i] &= one[i];
            }
        }
        misses.Fill((byte)Miss.Rest);
        for (var i = first >> 6; i <= end - 1 >> 6; i++)
        {
            for (var bits = all[i]; bits != 0; bits &= bits - 1)
            {
                var row = (i << 6) + BitOperations.TrailingZeroCount(bits);
                if (row >= first && row < end)
                {
                    misses[row - first] = 0;
                }
            }
        }
    }

    private static void Mark(ReadOnlySpan<ushort> codes, byte[]? failing, Span<byte> misses)
    {
        if (failing is not null)
        {
            var fails = failing.AsSpan(0, CompiledFilter.ShortCodes);
            for (var row = 0; row < codes.Length && row < misses.Length; row++)
            {
                misses[row] |= fails[codes[row]];
            }
        }
    }

    /// <summary>The two columns that are asked most, in one pass that need not read what it writes.</summary>
    private void MarkBoth(int first, int end, byte[] failingAreas, byte[] failingKinds, Span<byte> misses)
    {
        var areas = _block.Areas.AsSpan(first, misses.Length);
        var kinds = _block.Kinds.AsSpan(first, misses.Length);
        var areaFails = failingAreas.AsSpan(0, CompiledFilter.ShortCodes);
        var kindFails = failingKinds.AsSpan(0, CompiledFilter.ShortCodes);
        for (var row = 0; row < misses.Length; row++)
        {
            misses[row] = (byte)(areaFails[areas[row]] | kindFails[kinds[row]]);
        }
    }

    private static void Mark(ReadOnlySpan<int> codes, byte[]? failing, Span<byte> misses)
    {
        if (failing is not null)
        {
            for (var row = 0; row < codes.Length && row < misses.Length; row++)
            {
                misses[row] |= failing[codes[row]];
            }
        }
    }
}
