using System.Collections.Frozen;
using SahelWatch.Hosting;

namespace SahelWatch.Pages.Incidents;

/// <summary>
/// A curator's word for what a source supports, as a page shows it: the common ones have a label in the page's
/// language, others stand as they are in the data.
/// </summary>
/// <param name="IsData">Whether the text is the data's own, in the data's language.</param>
public sealed record SupportLabel(string Text, bool IsData)
{
    private static readonly FrozenDictionary<string, string> Keys = new Dictionary<string, string[]>
    {
        ["abduction"] = ["abduction"],
        ["actors"] = ["actors"],
        ["area"] = ["area"],
        ["army-claim"] = ["army claim"],
        ["army-statement"] = ["army statement"],
        ["army-toll"] = ["army toll"],
        ["army-version"] = ["army version"],
        ["arrests"] = ["arrests"],
        ["arson"] = ["arson"],
        ["assailants"] = ["assailants"],
        ["attribution"] = ["attribution"],
        ["best-toll"] = ["fatalities.best"],
        ["blockade"] = ["blockade"],
        ["breakdown"] = ["breakdown"],
        ["captors"] = ["captor", "captors"],
        ["citation"] = ["citation"],
        ["claim"] = ["claim"],
        ["commander"] = ["commander"],
        ["composition"] = ["composition"],
        ["context"] = ["context"],
        ["coordinates"] = ["coordinates", "lat", "lon"],
        ["date"] = ["date", "dates", "day"],
        ["denial"] = ["denial"],
        ["displacement"] = ["displacement"],
        ["early-toll"] = ["early toll", "first toll"],
        ["end"] = ["date_end", "end"],
        ["event"] = ["event"],
        ["final-toll"] = ["final toll"],
        ["high-toll"] = ["fatalities.high"],
        ["higher-toll"] = ["higher toll"],
        ["injured"] = ["injured"],
        ["later-toll"] = ["later toll"],
        ["leader"] = ["leader"],
        ["looting"] = ["looting"],
        ["lower-toll"] = ["lower toll"],
        ["missing"] = ["missing"],
        ["month"] = ["month"],
        ["motive"] = ["motive"],
        ["official-toll"] = ["official toll"],
        ["outcome"] = ["outcome"],
        ["parties"] = ["parties"],
        ["period"] = ["period"],
        ["perpetrators"] = ["perpetrator", "perpetrators"],
        ["place"] = ["place", "places", "location"],
        ["province"] = ["province"],
        ["region"] = ["region", "admin1"],
        ["reported-claim"] = ["reported claim"],
        ["role"] = ["role"],
        ["sequence"] = ["sequence"],
        ["start"] = ["date_start", "start", "start date"],
        ["statement"] = ["statement"],
        ["suspicion"] = ["suspicion"],
        ["tactics"] = ["tactic", "tactics"],
        ["targets"] = ["target", "targets"],
        ["toll"] = ["fatalities", "fatality", "toll"],
        ["vehicle-bomb"] = ["vehicle bomb"],
        ["victims"] = ["victim", "victims"],
    }.SelectMany(pair => pair.Value.Select(word => (word, pair.Key)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Labels in the order of the words, each once.</summary>
    public static IReadOnlyList<SupportLabel> Of(IEnumerable<string> supports, Text text) =>
    [
        .. supports.Select(word => Keys.TryGetValue(word, out var key)
            ? new SupportLabel(text[$"Incidents.Support.{key}"], IsData: false)
            : new SupportLabel(word, IsData: true)).Distinct(),
    ];

    /// <summary>The words that have a label.</summary>
    public static IEnumerable<string> Known => Keys.Keys;
}
