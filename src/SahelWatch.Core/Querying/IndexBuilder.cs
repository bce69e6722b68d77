using System.Runtime.InteropServices;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// Gathers incidents in any order and freezes them into an index. Facts and text go into parts that share nothing, so
/// that two threads may fill them, each in the same order: the one adds facts alone, the other adds to
/// <see cref="Text"/>.
/// </summary>
public sealed class IndexBuilder
{
    private readonly IndexTables _tables;
    private readonly ILookup<int, string> _collections;
    private readonly List<RowCodes> _rows = [];
    private readonly RowList<ushort> _parties = new();
    private readonly RowList<int> _sources = new();
    private readonly List<ushort> _codes = [];
    private DateTime? _asOf;

    public IndexBuilder(Reference reference)
    {
        Reference = reference;
        _tables = new IndexTables(reference);
        _collections = reference.CollectionsByNumber;
        Text = new IndexText(_tables.Words);
    }

    public Reference Reference { get; }

    /// <summary>Rows of a block, 1 to 16,384; small ones serve tests.</summary>
    public int BlockRows { get; init; } = IndexBlock.Usual;

    /// <summary>The texts of the incidents, in the order in which the incidents are added.</summary>
    public IndexText Text { get; }

    /// <summary>Adds an incident with all its text if it is published; of a withdrawn one, when that was.</summary>
    /// <exception cref="ArgumentException">A tactic or target is not in its code list.</exception>
    public void Add(Incident incident)
    {
        if (incident.Status is EditorialStatus.Published or EditorialStatus.Withdrawn)
        {
            ChangedAt(incident.ChangedAt);
        }
        if (incident.Status == EditorialStatus.Published)
        {
            Add(
                IncidentFacts.Of(incident, _collections[incident.Number]),
                [.. incident.Actors.Select(entry => Party.Of(entry, Reference))],
                [.. incident.Citations.Select(citation => citation.SourceId)]);
            Text.Add(incident);
        }
    }

    /// <summary>Adds facts alone; the texts must be added in the same order.</summary>
    /// <param name="sources">Keys of the sources that the incident cites.</param>
    public void Add(in IncidentFacts facts, ReadOnlySpan<Party> parties, ReadOnlySpan<int> sources)
    {
        _rows.Add(_tables.Encode(facts));
        _codes.Clear();
        foreach (var party in parties)
        {
            _codes.Add(_tables.Encode(party));
        }
        _parties.Add(CollectionsMarshal.AsSpan(_codes));
        _sources.Add(sources);
    }

    /// <summary>Adds facts and any texts.</summary>
    public void Add(
        in IncidentFacts facts,
        ReadOnlySpan<Party> parties,
        ReadOnlySpan<int> sources,
        params ReadOnlySpan<string?> texts)
    {
        Add(facts, parties, sources);
        Text.Add(texts);
    }

    /// <summary>Collections of the incident of a number, as <see cref="Evidence"/> holds them.</summary>
    public string CollectionsOf(int number) =>
        _collections.Contains(number) ? Evidence.Of([], _collections[number], 0).Collections : "";

    /// <summary>Notes that an incident that is or was published changed at this time, UTC.</summary>
    public void ChangedAt(DateTime time) => _asOf = _asOf > time ? _asOf : time;

    /// <summary>The index of all incidents added. The builder is of no use afterwards.</summary>
    /// <param name="version">Names the state of the data.</param>
    /// <exception cref="InvalidOperationException">Facts and texts do not pair.</exception>
    public IncidentIndex Freeze(string version)
    {
        if (Text.Count != _rows.Count)
        {
            throw new InvalidOperationException($"{_rows.Count} incidents were added with {Text.Count} texts.");
        }
        var keys = new long[_rows.Count];
        var order = new int[keys.Length];
        for (var row = 0; row < keys.Length; row++)
        {
            (keys[row], order[row]) = (_rows[row].Key, row);
        }
        Array.Sort(keys, order);
        var blocks = new IndexBlock[(order.Length + BlockRows - 1) / BlockRows];
        Parallel.For(0, blocks.Length, number =>
        {
            var first = number * BlockRows;
            blocks[number] = Block(order.AsSpan(first..Math.Min(first + BlockRows, order.Length)));
        });
        return new IncidentIndex(_tables, blocks, Reference, version, _asOf);
    }

    private IndexBlock Block(ReadOnlySpan<int> rows)
    {
        var writer = new BlockWriter(rows.Length, _tables);
        foreach (var row in rows)
        {
            writer.Add(_rows[row], _parties[row], _sources[row]);
        }
        return writer.Freeze(BlockText.Build(rows, Text.Words, _tables.Words.Count));
    }
}
