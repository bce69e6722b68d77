using System.Runtime.InteropServices;
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
        _gone = [.. index.RowsOf([.. changed.Select(incident => incident.Number)])];
        _tables.Know(reference);
        foreach (var incident in changed.Where(one => one.Status == EditorialStatus.Published))
        {
            var text = new IndexText(_tables.Words);
            text.Add(incident);
            var row = _tables.Encode(IncidentFacts.Of(incident, reference.CollectionsByNumber[incident.Number]));
            _entries.Add(row.Key, new Entry(
                row,
                [.. incident.Actors.Select(entry => _tables.Encode(Party.Of(entry, reference)))],
                [.. incident.Citations.Select(citation => citation.SourceId)],
                [.. text.Words[0].ToArray().Distinct()]));
        }
    }

    public IndexBlock[] Blocks()
    {
        var goneByBlock = _gone.ToLookup(row => row >> IndexBlock.Shift);
        var blocks = new List<IndexBlock>(_index.Blocks.Length + 1);
        var next = 0;
        for (var number = 0; number < _index.Blocks.Length; number++)
        {
            var end = number + 1 < _index.Blocks.Length
                ? EntriesBefore(_index.Blocks[number + 1].KeyOf(0))
                : _entries.Count;
            if (next == end && !goneByBlock.Contains(number))
            {
                blocks.Add(_index.Blocks[number]);
                continue;
            }
            blocks.AddRange(Rewritten(
                _index.Blocks[number],
                number << IndexBlock.Shift,
                [.. _entries.Values.Skip(next).Take(end - next)]));
            next = end;
        }
        if (_index.Blocks.Length == 0)
        {
            blocks.AddRange(Rewritten(null, 0, [.. _entries.Values]));
        }
        return [.. blocks];
    }

    /// <summary>
    /// A block without the rows that leave and with entries, as one block where they fit, else several of equal size.
    /// </summary>
    private IEnumerable<IndexBlock> Rewritten(IndexBlock? block, int first, Entry[] entries)
    {
        var order = Order(block, first, entries);
        var parts = order.Count <= IndexBlock.Most ? 1 : (order.Count + IndexBlock.Usual - 1) / IndexBlock.Usual;
        for (var part = 0; part < parts && order.Count > 0; part++)
        {
            var start = (int)((long)order.Count * part / parts);
            var end = (int)((long)order.Count * (part + 1) / parts);
            yield return Part(block, CollectionsMarshal.AsSpan(order)[start..end], entries);
        }
    }

    /// <summary>The rows that stay, by place, and the entries, by the complement of theirs, in date order.</summary>
    private List<int> Order(IndexBlock? block, int first, Entry[] entries)
    {
        var order = new List<int>((block?.Count ?? 0) + entries.Length);
        var next = 0;
        for (var place = 0; place < (block?.Count ?? 0); place++)
        {
            for (; next < entries.Length && entries[next].Row.Key < block!.KeyOf(place); next++)
            {
                order.Add(~next);
            }
            if (!_gone.Contains(first + place))
            {
                order.Add(place);
            }
        }
        for (; next < entries.Length; next++)
        {
            order.Add(~next);
        }
        return order;
    }

    private IndexBlock Part(IndexBlock? block, ReadOnlySpan<int> order, Entry[] entries)
    {
        var rows = new BlockWriter(order.Length, _tables);
        var places = new int[block?.Count ?? 0];
        Array.Fill(places, -1);
        var words = new List<(int Word, ushort Place)>();
        for (var place = 0; place < order.Length;)
        {
            if (order[place] < 0)
            {
                var entry = entries[~order[place]];
                rows.Add(entry.Row, entry.Parties, entry.Sources);
                words.AddRange(entry.Words.Select(word => (word, (ushort)place)));
                place++;
                continue;
            }
            var first = place;
            do
            {
                places[order[place]] = place;
                place++;
            }
            while (place < order.Length && order[place] == order[place - 1] + 1);
            rows.AddRun(block!, order[first], order[place - 1] + 1);
        }
        words.Sort();
        return rows.Freeze((block?.Text ?? BlockText.Empty).Edited(places, CollectionsMarshal.AsSpan(words)));
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

    private sealed record Entry(RowCodes Row, ushort[] Parties, int[] Sources, int[] Words);
}
