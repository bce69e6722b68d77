using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// A way in which a merge could tell a place that is withheld: it says publicly that two incidents are one event, and
/// brings the sources of the duplicate to the other.
/// </summary>
/// <param name="Withheld">Number of the incident whose place is withheld.</param>
/// <param name="Telling">Number of the one that tells it.</param>
/// <param name="Text">The words that name the place; null where the telling one's own location is more precise.</param>
public sealed record PlaceLeak(PlaceLeakCause Cause, int Withheld, int Telling, string? Text = null)
{
    /// <summary>What a merge of two incidents could tell: each cause with the first words that name it.</summary>
    /// <param name="exactOfDuplicate">Null where there is none, or whoever asks may not see it.</param>
    /// <param name="exactOfOther">Likewise.</param>
    public static IReadOnlyList<PlaceLeak> Of(
        Incident duplicate, Incident other, ExactPlace? exactOfDuplicate, ExactPlace? exactOfOther) =>
        [.. Of(duplicate, other, exactOfDuplicate), .. Of(other, duplicate, exactOfOther)];

    private static IEnumerable<PlaceLeak> Of(Incident withheld, Incident telling, ExactPlace? exact)
    {
        if (!withheld.IsPlaceWithheld)
        {
            yield break;
        }
        if (telling.GeoPrecision < withheld.GeoPrecision)
        {
            yield return new PlaceLeak(PlaceLeakCause.Location, withheld.Number, telling.Number);
        }
        if (exact is null)
        {
            yield break;
        }
        var names = WithheldWords.NamesOf(exact);
        foreach (var (cause, texts) in Texts(telling))
        {
            if (texts.FirstOrDefault(text => WithheldWords.Name(text, names)) is { } text)
            {
                yield return new PlaceLeak(cause, withheld.Number, telling.Number, Sentence(text, names));
            }
        }
    }

    /// <summary>All words that readers find at an incident, by where; nothing of a history that is masked.</summary>
    private static IEnumerable<(PlaceLeakCause Cause, IEnumerable<string> Texts)> Texts(Incident incident)
    {
        yield return (PlaceLeakCause.Words,
            WithheldWords.OwnWords(incident).Select(one => one.Text).Append(incident.PlaceName));
        yield return (PlaceLeakCause.Source,
            incident.Citations.SelectMany(citation => WithheldWords.WordsOf(citation.Source)));
        if (!incident.IsPlaceWithheld)
        {
            yield return (PlaceLeakCause.History,
                incident.Revisions.SelectMany(revision => revision.Changes
                    .SelectMany(change => new[] { change.Before, change.After }).OfType<string>()
                    .Prepend(revision.Reason)));
        }
    }

    private static string Sentence(string text, IReadOnlyCollection<string> names) =>
        Array.Find(text.Split(['.', '!', '?', '\n']), part => WithheldWords.Name(part, names))?.Trim() ?? text;
}

/// <summary>What of an incident tells a place.</summary>
public enum PlaceLeakCause
{
    /// <summary>It shows a more precise place.</summary>
    Location,

    /// <summary>Its own words, the notes of its citations among them.</summary>
    Words,

    /// <summary>What it shows of a source.</summary>
    Source,

    /// <summary>An earlier state of it.</summary>
    History,
}
