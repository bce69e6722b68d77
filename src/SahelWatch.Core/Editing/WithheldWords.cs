using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Editing;

/// <summary>Words beside a sensitive incident that would tell the place which is withheld.</summary>
public static class WithheldWords
{
    /// <summary>
    /// Fields in which the editor's own words name the place: they can be written otherwise. Call it before the place
    /// is taken from the incident.
    /// </summary>
    /// <param name="precision">What the public is to see.</param>
    public static IEnumerable<(string Field, string Text)> Own(Incident incident, GeoPrecision precision)
    {
        var names = NamesOf(incident, precision);
        return OwnWords(incident).Where(one => Name(one.Text, names));
    }

    /// <summary>
    /// Citations whose source names the place, with the first words that do: they are others' words and stay as they
    /// are, but who cites them leads readers to the place.
    /// </summary>
    public static IEnumerable<(int Citation, string Text)> Cited(Incident incident, GeoPrecision precision)
    {
        var names = NamesOf(incident, precision);
        return from pair in incident.Citations.Index()
               let text = WordsOf(pair.Item.Source).FirstOrDefault(text => Name(text, names))
               where text is not null
               select (pair.Index, text);
    }

    /// <summary>Whether a source names a place that is withheld already.</summary>
    public static bool Tell(Source source, ExactPlace exact) => WordsOf(source).Any(text => Name(text, NamesOf(exact)));

    /// <summary>Whether what an editor wrote about a source names a place that is withheld already.</summary>
    public static bool Tell(Citation citation, ExactPlace exact) =>
        Name($"{citation.Note}\n{string.Join('\n', citation.Supports)}", NamesOf(exact));

    /// <summary>What editors wrote about an incident, by field.</summary>
    internal static IEnumerable<(string Field, string Text)> OwnWords(Incident incident)
    {
        (string Field, string? Text)[] words =
        [
            ("Title", incident.Title),
            ("Summary", incident.Summary),
            ("DeathsNote", incident.DeathsNote),
            ("InjuredNote", incident.InjuredNote),
            .. incident.Citations.Index().Select(pair => ($"Citations[{pair.Index}].Note", pair.Item.Note)),
            .. incident.Citations.Index().Select(pair =>
                ($"Citations[{pair.Index}].Supports", (string?)string.Join('\n', pair.Item.Supports))),
        ];
        return words.Where(one => one.Text is not null).Select(one => (one.Field, one.Text!));
    }

    /// <summary>What an incident's page shows of a source.</summary>
    internal static IEnumerable<string> WordsOf(Source source) => new[]
    {
        source.Title, source.Publisher, source.Url is { } url ? Uri.UnescapeDataString(url) : null, source.Agency,
        source.Note, source.DerivedFrom?.Title,
    }.OfType<string>();

    private static string[] NamesOf(Incident incident, GeoPrecision precision)
    {
        var shown = precision == GeoPrecision.Region && incident.Region is { } region
            ? new[] { region.NameEn, region.NameFr }
            : [];
        var known = shown.Append(incident.Country.NameEn).Append(incident.Country.NameFr).Select(Words).ToList();
        return
        [
            .. incident.Place.Spellings.Prepend(incident.Place.Name).Prepend(incident.PlaceName)
                .Where(name => !known.Contains(Words(name))),
        ];
    }

    internal static string[] NamesOf(ExactPlace exact) =>
        [exact.PlaceName, .. exact.Place is { } place ? place.Spellings.Prepend(place.Name) : []];

    /// <summary>Whether a text has one of the names in it, as words of its own.</summary>
    internal static bool Name(string text, IReadOnlyCollection<string> names)
    {
        var words = Words(text);
        return names.Select(Words).Any(name => name.Length > 4 && words.Contains(name, StringComparison.Ordinal));
    }

    /// <summary>Words without accents and signs, with one blank before and after each.</summary>
    private static string Words(string text) => string.Concat(
        " ",
        string.Join(' ', new string(
                [.. TextFold.Fold(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        " ");
}
