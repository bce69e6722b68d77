namespace SahelWatch.Querying;

/// <summary>Takes the parties of a block's rows, row by row.</summary>
internal sealed class PartiesWriter(int count, ValueTable<Party> values)
{
    private readonly ushort[][] _columns = [new ushort[count], new ushort[count], new ushort[count]];
    private readonly List<ushort> _manyRows = [];
    private readonly List<int> _manyStarts = [0];
    private readonly List<ushort> _many = [];

    public void Add(int row, ReadOnlySpan<ushort> parties)
    {
        if (parties.Length > BlockParties.Columns || NamesOneTwice(parties))
        {
            AddMany(row, parties);
            return;
        }
        for (var place = 0; place < parties.Length; place++)
        {
            _columns[place][row] = parties[place];
        }
    }

    /// <summary>Takes the rows of another block from <paramref name="first"/> up to an end.</summary>
    public void AddRun(int row, BlockParties from, int first, int end)
    {
        from.First.AsSpan(first..end).CopyTo(_columns[0].AsSpan(row));
        from.Second.AsSpan(first..end).CopyTo(_columns[1].AsSpan(row));
        from.Third.AsSpan(first..end).CopyTo(_columns[2].AsSpan(row));
        for (var n = from.ManyRows.AsSpan().Before(first); n < from.ManyRows.Length && from.ManyRows[n] < end; n++)
        {
            AddMany(row + from.ManyRows[n] - first, from.ManyOf(n));
        }
    }

    public BlockParties Freeze() => new(_columns, [.. _manyRows], [.. _manyStarts], [.. _many]);

    private void AddMany(int row, ReadOnlySpan<ushort> parties)
    {
        _manyRows.Add((ushort)row);
        _many.AddRange(parties);
        _manyStarts.Add(_many.Count);
    }

    private bool NamesOneTwice(ReadOnlySpan<ushort> parties)
    {
        for (var place = 1; place < parties.Length; place++)
        {
            for (var other = 0; other < place; other++)
            {
                if (values[parties[place]].Actor == values[parties[other]].Actor)
                {
                    return true;
                }
            }
        }
        return false;
    }
}
