using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// Makes the next version of an index: the blocks that hold or receive a changed incident are written anew, the others
/// are shared. One edit at a time.
/// </summary>
internal sealed class IndexEdit
{
    private readonly IncidentIndex _index;
    private readonly IndexTables _tables;
    private readonly HashSet<int> _gone;
    private readonly SortedList<long, Entry> _entries = [];

    public IndexEdit(IncidentIndex index, IReadOnlyCollection<Incident> changed, Reference reference)
    {
        (_index, _tables) = (index, index.Tables);
        _gone = [.. changed.Select(incident => index.RowOf(incident.Number)).OfType<int>()];
        _tables.Know(reference);
        foreach (var incident in changed.Where(one => one.Status == EditorialStatus.Published))
        {
            var text = new IndexText(_tables.Words);
            text.Add(incident);
            var row = _tables.Encode(IncidentFacts.Of(incident, reference.CollectionsByNumber[incident.Number]));
            _entries.Add(row.Key, new Entry(
                row,
                [.. incident.Actors.Select(entry => _tables.Encode(Party.Of(entry)))],
                [.. incident.Citations.Select(citation => citation.SourceId)],
                text.Words));
        }
    }

    public IndexBlock[] Blocks()
    {
        var goneByBlock = _gone.ToLookup(row => row >> IndexBlock.Shift);
        var blocks = new List<IndexBlock>(_index.Blocks.Length + 1);
        var next = 0;
        for (var number = 0; number < _index.Blocks.Length; number++)
        {
            var end = number + 1 < _index.Blocks.Length ? EntriesBefore(_index.Blocks[number + 1].KeyOf(0)) : _entries.Count;
            if (next == end && !goneByBlock.Contains(number))
            {
                blocks.Add(_index.Blocks[number]);
                continue;
            }
            blocks.AddRange(Rewritten(number, _entries.Values.Skip(next).Take(end - next)));
            next = end;
        }
        if (_index.Blocks.Length == 0)
        {
            blocks.AddRange(Rewritten(-1, _entries.Values));
        }
        return [.. blocks];
    }

    private IEnumerable<IndexBlock> Rewritten(int number, IEnumerable<Entry> entries)
    {
        var writer = new BlockWriter(_tables);
        using var added = entries.GetEnumerator();
        var more = added.MoveNext();
        var block = number < 0 ? null : _index.Blocks[number];
        var words = block?.Text.ByRow(block.Count);
        for (var place = 0; place < (block?.Count ?? 0); place++)
        {
            for (; more && added.Current.Row.Key < block!.KeyOf(place); more = added.MoveNext())
            {
                Write(added.Current);
            }
            if (!_gone.Contains((number << IndexBlock.Shift) + place))
            {
                writer.Add(block![place], block.Parties[place], block.SourcesOf(place), words![place]);
            }
        }
        for (; more; more = added.MoveNext())
        {
            Write(added.Current);
        }
        return writer.Blocks();

        void Write(Entry entry) => writer.Add(entry.Row, entry.Parties, entry.Sources, entry.Words[0]);
    }

    private int EntriesBefore(long key)
    {
        var (low, high) = (0, _entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _entries.GetKeyAtIndex(middle) < key ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private sealed record Entry(RowCodes Row, ushort[] Parties, int[] Sources, RowList<int> Words);
}
