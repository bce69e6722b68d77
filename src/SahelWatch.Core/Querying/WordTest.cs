using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace SahelWatch.Querying;

/// <summary>
/// One word of a text search: in the text of an incident, in a name of one of its actors, or its number after "#".
/// </summary>
internal sealed class WordTest
{
    private readonly int[] _words;
    private readonly bool[] _actors;
    private readonly bool _anyActor;
    private readonly IndexTables _tables;
    private readonly int? _number;

    public WordTest(string word, Reference reference, IndexTables tables)
    {
        _tables = tables;
        _words = tables.Words.Containing(word);
        _actors =
        [
            .. tables.Actors.Values.ToArray().Select(slug => reference.FoldedNames(slug)
                .Contains(word, StringComparison.Ordinal)),
        ];
        _anyActor = Array.Exists(_actors, named => named);
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
        if (_anyActor)
        {
            MarkActors(block, rows);
        }
    }

    private void MarkActors(IndexBlock block, Span<ulong> rows)
    {
        var sets = _tables.Parties.Values;
        for (var row = 0; row < block.Count; row++)
        {
            foreach (var actor in sets[block.Parties[row]].Actors)
            {
                if (actor < _actors.Length && _actors[actor])
                {
                    rows[row >> 6] |= 1UL << row;
                    break;
                }
            }
        }
    }
}
