using SahelWatch.Hosting;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Map;

/// <summary>The incidents that a map shows, in words.</summary>
public sealed class MapLines
{
    /// <summary>Lines beside the map or in a popup.</summary>
    public const int Most = MapCells.MostListed;

    private readonly Dictionary<int, IncidentLine> _lines;
    private readonly IncidentIndex _index;
    private readonly ActorColours _colours;
    private readonly MapWords _words;
    private readonly Text _text;

    private MapLines(
        IncidentIndex index, IEnumerable<IncidentLine> lines, ActorColours colours, MapWords words, Text text)
    {
        _index = index;
        _lines = lines.ToDictionary(line => line.Number);
        _colours = colours;
        _words = words;
        _text = text;
    }

    public static async Task<MapLines> LoadAsync(
        IncidentLines lines,
        IncidentIndex index,
        IEnumerable<int> rows,
        ActorColours colours,
        Text text,
        CancellationToken cancellationToken) => new(
            index,
            await lines.LoadAsync(index, [.. rows.Distinct()], cancellationToken),
            colours,
            new MapWords(text, index.Reference),
            text);

    /// <summary>A title, or the number alone for an incident that has just left the database.</summary>
    public string TitleOf(int row) =>
        _lines.TryGetValue(_index[row].Number, out var line) ? line.Title : $"#{_index[row].Number}";

    public LineAnswer Of(int row, int? cell = null)
    {
        var facts = _index[row];
        return new LineAnswer(
            facts.Number,
            TitleOf(row),
            _words.Date(facts),
            _lines.TryGetValue(facts.Number, out var line) ? MapWords.Place(line) : "",
            _words.Toll(facts.Deaths),
            _words.Deaths(facts.Deaths),
            facts.Type,
            _text.Of(facts.Type),
            facts.GeoPrecision,
            _colours.Of(row),
            facts.Latitude,
            facts.Longitude,
            cell);
    }
}
