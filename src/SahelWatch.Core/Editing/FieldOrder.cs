using System.Globalization;

namespace SahelWatch.Editing;

/// <summary>The order in which a form asks for its fields, for what is said about them.</summary>
public static class FieldOrder
{
    private static readonly string[] Names =
    [
        "StartsOn", "EndsOn", "DatePrecision", "PlaceName", "Place", "Country", "Latitude", "Longitude",
        "GeoPrecision", "CoordinateSource", "SourceRegion", "SubType", "Tactics", "Targets", "Parties", "DeathsLow",
        "DeathsBest", "DeathsHigh", "CivilianDeaths", "AssailantDeaths", "DeathsNote", "InjuredLow", "InjuredBest",
        "InjuredHigh", "InjuredNote", "Title", "Summary", "Citations", "PublicPrecision", "PublishOn", "CitesPlace",
        "Reason",
    ];

    private static readonly string[] RowNames =
    [
        "Actor", "Role", "Attribution", "Source", "Url", "Publisher", "PublishedOn", "Title", "Language", "Kind",
        "Reading", "Reliability", "Agency", "DerivedFrom", "Credibility", "Supports", "DeathsLow", "DeathsBest",
        "DeathsHigh", "Note",
    ];

    /// <param name="problems">Named by the form's fields, such as <c>Citations[0].Url</c>.</param>
    public static IReadOnlyList<Problem> Sort(IEnumerable<Problem> problems) =>
        [.. problems.OrderBy(problem => PlaceOf(problem.Field))];

    private static (int Field, int Row, int Part) PlaceOf(string field) => field.Split('[', ']') switch
    {
        [var list, var row, var part] =>
            (Array.IndexOf(Names, list), int.Parse(row, CultureInfo.InvariantCulture),
                Array.IndexOf(RowNames, part.TrimStart('.'))),
        _ => (Array.IndexOf(Names, field), -1, -1),
    };
}
