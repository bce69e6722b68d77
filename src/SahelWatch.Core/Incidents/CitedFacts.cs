using System.Collections.Frozen;

namespace SahelWatch.Incidents;

/// <summary>
/// The facts two sources can agree on, told from the curator's words for what a source supports. Words that only one
/// version of an event bears ("higher toll", "denial") or that name no fact ("context") are none of them.
/// </summary>
public static class CitedFacts
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["event"] = "event",
        ["date"] = "date",
        ["dates"] = "date",
        ["day"] = "date",
        ["date_start"] = "date",
        ["start date"] = "date",
        ["place"] = "place",
        ["places"] = "place",
        ["location"] = "place",
        ["fatalities"] = "deaths",
        ["fatality"] = "deaths",
        ["toll"] = "deaths",
        ["fatalities.best"] = "deaths",
        ["injured"] = "injured",
        ["perpetrator"] = "perpetrator",
        ["perpetrators"] = "perpetrator",
        ["attribution"] = "perpetrator",
        ["claim"] = "claim",
        ["JNIM claim"] = "claim",
        ["reported claim"] = "claim",
        ["target"] = "target",
        ["targets"] = "target",
        ["abduction"] = "abduction",
        ["arson"] = "arson",
        ["looting"] = "looting",
        ["arrests"] = "arrests",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static HashSet<string> Of(IEnumerable<string> supports) =>
        [.. supports.Where(Words.ContainsKey).Select(word => Words[word])];
}
