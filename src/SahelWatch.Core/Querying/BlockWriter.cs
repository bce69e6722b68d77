namespace SahelWatch.Querying;

/// <summary>Takes the rows of one block in date order.</summary>
internal sealed class BlockWriter(int count, IndexTables tables)
{
    private readonly int[] _days = new int[count];
    private readonly int[] _lengths = new int[count];
    private readonly int[] _numbers = new int[count];
    private readonly ushort[] _areas = new ushort[count];
    private readonly ushort[] _kinds = new ushort[count];
    private readonly int[] _means = new int[count];
    private readonly int[] _evidence = new int[count];
    private readonly int[] _tolls = new int[count];
    private readonly int[] _points = new int[count];
    private readonly PartiesWriter _parties = new(count, tables.Parties);
    private readonly int[] _sourceStarts = new int[count + 1];
    private readonly List<int> _sources = new(count * 2);
    private int _row;

    public void Add(in RowCodes codes, ReadOnlySpan<ushort> parties, ReadOnlySpan<int> sources)
    {
        _days[_row] = codes.Day;
        _lengths[_row] = codes.Length;
        _numbers[_row] = codes.Number;
        _areas[_row] = codes.Area;
        _kinds[_row] = codes.Kind;
        _means[_row] = codes.Means;
        _evidence[_row] = codes.Evidence;
        _tolls[_row] = codes.Toll;
        _points[_row] = codes.Point;
        _parties.Add(_row, parties);
        _sources.AddRange(sources);
        _sourceStarts[++_row] = _sources.Count;
    }

    /// <summary>Takes rows of another block from <paramref name="first"/> up to an end.</summary>
    public void AddRun(IndexBlock from, int first, int end)
    {
        var length = end - first;
        Array.Copy(from.Days, first, _days, _row, length);
        Array.Copy(from.Lengths, first, _lengths, _row, length);
        Array.Copy(from.Numbers, first, _numbers, _row, length);
        Array.Copy(from.Areas, first, _areas, _row, length);
        Array.Copy(from.Kinds, first, _kinds, _row, length);
        Array.Copy(from.Means, first, _means, _row, length);
        Array.Copy(from.Evidence, first, _evidence, _row, length);
        Array.Copy(from.Tolls, first, _tolls, _row, length);
        Array.Copy(from.Points, first, _points, _row, length);
        _parties.AddRun(_row, from.Parties, first, end);
        var moved = _sources.Count - from.SourceStarts[first];
        _sources.AddRange(from.Sources.AsSpan(from.SourceStarts[first]..from.SourceStarts[end]));
        for (; first < end; first++)
        {
            _sourceStarts[++_row] = from.SourceStarts[first + 1] + moved;
        }
    }

    /// <summary>The block of the rows taken, which must be as many as were foretold.</summary>
    public IndexBlock Freeze(BlockText text) => new(
        _days, _lengths, _numbers, _areas, _kinds, _means, _evidence, _tolls, _points, _parties.Freeze(),
        _sourceStarts, [.. _sources], text);
}
