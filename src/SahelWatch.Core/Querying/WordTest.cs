using System.Buffers;
using System.Globalization;

namespace SahelWatch.Querying;

/// <summary>
/// One word of a text search: in the text of an incident, in a name of one of its actors, or its number after "#".
/// </summary>
internal sealed class WordTest
{
    private readonly int[] _words;
    private readonly byte[] _unnamed;
    private readonly bool _anyNamed;
    private readonly int? _number;

    public WordTest(string word, Reference reference, IndexTables tables)
    {
        _words = tables.Words.Containing(word);
        _unnamed = Array.ConvertAll(
            tables.Parties.Values.ToArray(),
            party => (byte)(party.Actor is { } slug
                && reference.FoldedNames(slug).Contains(word, StringComparison.Ordinal)
                ? Miss.None
                : Miss.Parties));
        _anyNamed = Array.IndexOf(_unnamed, (byte)Miss.None) >= 0;
        _number = word.StartsWith('#')
            && int.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    /// <summary>Sets the bits of the block's rows that hold the word.</summary>
    public void Mark(IndexBlock block, Span<ulong> rows)
    {
        block.Text.Mark(_words, rows);
        if (_number is { } number && block.Numbers.AsSpan().IndexOf(number) is >= 0 and var row)
        {
            rows[row >> 6] |= 1UL << row;
        }
        if (_anyNamed)
        {
            MarkNamed(block, rows);
        }
    }

    private void MarkNamed(IndexBlock block, Span<ulong> rows)
    {
        var misses = ArrayPool<byte>.Shared.Rent(block.Count);
        misses.AsSpan(0, block.Count).Clear();
        block.Parties.Mark(0, block.Count, _unnamed, misses.AsSpan(0, block.Count));
        for (var row = 0; row < block.Count; row++)
        {
            rows[row >> 6] |= (misses[row] == 0 ? 1UL : 0) << row;
        }
        ArrayPool<byte>.Shared.Return(misses);
    }
}
