using System.Runtime.InteropServices;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// Collects the words of incidents' texts: title, summary, and every name of the place. Names of actors are not among
/// them; they are known by actor.
/// </summary>
public sealed class IndexText
{
    private readonly WordSplitter _splitter;
    private readonly List<int> _words = [];

    internal IndexText(Vocabulary vocabulary) => _splitter = new WordSplitter(vocabulary);

    /// <summary>Texts added.</summary>
    public int Count => Words.Count;

    /// <summary>Numbers of every text's words, repeated ones too.</summary>
    internal RowList<int> Words { get; } = new();

    /// <summary>Adds the texts of the next incident.</summary>
    public void Add(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            _splitter.Split(text, _words);
        }
        EndIncident();
    }

    /// <summary>Adds a part of the next incident's text in UTF-8, to be ended by <see cref="EndIncident"/>.</summary>
    public void AddPart(ReadOnlySpan<byte> text) => _splitter.Split(text, _words);

    public void EndIncident()
    {
        Words.Add(CollectionsMarshal.AsSpan(_words));
        _words.Clear();
    }

    internal void Add(Incident incident) => Add(
        [
            incident.Title, incident.Summary, incident.PlaceName, incident.SourceRegionName,
            incident.Place?.Name, .. incident.Place?.Spellings ?? [],
        ]);
}
