using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Editing;

/// <summary>What a form needs to know of a gazetteer entry.</summary>
public sealed record PlaceNote(
    string Slug,
    string Name,
    IReadOnlyList<string> Spellings,
    string? Country,
    string? Region,
    double? Latitude,
    double? Longitude,
    GeoPrecision? Precision,
    PlaceKind Kind)
{
    public static NameEntry<PlaceNote> Of(Place place, int uses) => NameTable.Entry(
        place.Slug,
        new PlaceNote(
            place.Slug,
            place.Name,
            place.Spellings,
            place.CountryCode,
            place.Region?.Code,
            place.Latitude,
            place.Longitude,
            place.GeoPrecision,
            place.Kind),
        uses,
        [place.Name, .. place.Spellings]);
}
