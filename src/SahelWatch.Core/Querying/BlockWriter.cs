using System.Runtime.InteropServices;

namespace SahelWatch.Querying;

/// <summary>Takes rows in date order and makes blocks of them.</summary>
internal sealed class BlockWriter(IndexTables tables)
{
    private readonly List<RowCodes> _rows = [];
    private readonly List<ushort[]> _parties = [];
    private readonly RowList<int> _sources = new();
    private readonly RowList<int> _words = new();

    public int Count => _rows.Count;

    public void Add(
        in RowCodes row, ReadOnlySpan<ushort> parties, ReadOnlySpan<int> sources, ReadOnlySpan<int> words)
    {
        _rows.Add(row);
        _parties.Add(parties.ToArray());
        _sources.Add(sources);
        _words.Add(words);
    }

    /// <summary>All rows as blocks: one where they fit, else several of equal size.</summary>
    public IEnumerable<IndexBlock> Blocks()
    {
        var parts = Count <= IndexBlock.Most ? 1 : (Count + IndexBlock.Usual - 1) / IndexBlock.Usual;
        for (var part = 0; part < parts && Count > 0; part++)
        {
            yield return Block((int)((long)Count * part / parts), (int)((long)Count * (part + 1) / parts));
        }
    }

    private IndexBlock Block(int first, int end)
    {
        var (starts, sources) = (new int[end - first + 1], new List<int>());
        for (var row = first; row < end; row++)
        {
            sources.AddRange(_sources[row]);
            starts[row - first + 1] = sources.Count;
        }
        return new IndexBlock(
            CollectionsMarshal.AsSpan(_rows)[first..end].ToArray(),
            BlockParties.Of(_parties[first..end], tables.Parties),
            starts,
            [.. sources],
            BlockText.Build(end - first, tables.Words.Count, row => _words[first + row]));
    }
}
