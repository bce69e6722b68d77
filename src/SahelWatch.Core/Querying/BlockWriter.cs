using System.Runtime.InteropServices;

namespace SahelWatch.Querying;

/// <summary>Takes rows in date order and makes blocks of them.</summary>
internal sealed class BlockWriter(Vocabulary vocabulary)
{
    private readonly List<RowCodes> _rows = [];
    private readonly List<int> _sourceStarts = [0];
    private readonly List<int> _sources = [];
    private readonly RowWords _words = new();

    public int Count => _rows.Count;

    public void Add(in RowCodes row, ReadOnlySpan<int> sources, ReadOnlySpan<int> words)
    {
        _rows.Add(row);
        _sources.AddRange(sources);
        _sourceStarts.Add(_sources.Count);
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
        var starts = CollectionsMarshal.AsSpan(_sourceStarts)[first..(end + 1)].ToArray();
        var sources = CollectionsMarshal.AsSpan(_sources)[starts[0]..starts[^1]].ToArray();
        return new IndexBlock(
            CollectionsMarshal.AsSpan(_rows)[first..end].ToArray(),
            Array.ConvertAll(starts, start => start - starts[0]),
            sources,
            BlockText.Build(end - first, vocabulary.Count, row => _words[first + row]));
    }
}
