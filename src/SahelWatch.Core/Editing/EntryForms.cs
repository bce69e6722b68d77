using System.Globalization;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>Incidents as forms.</summary>
public static class EntryForms
{
    /// <summary>
    /// The form that describes an incident as it is. Of a sensitive one the form holds what the public may see, unless
    /// the exact place is given.
    /// </summary>
    public static EntryForm Of(Incident incident, ExactPlace? exact = null)
    {
        var place = new
        {
            Slug = exact is null ? incident.Place.Slug : exact.Place?.Slug,
            Name = exact?.PlaceName ?? incident.PlaceName,
            Latitude = exact?.Latitude ?? incident.Latitude,
            Longitude = exact?.Longitude ?? incident.Longitude,
            Precision = exact?.GeoPrecision ?? incident.GeoPrecision,
            Source = exact?.CoordinateSource ?? incident.CoordinateSource,
        };
        return new EntryForm
        {
            Title = incident.Title,
            Summary = incident.Summary,
            StartsOn = Text(incident.StartsOn),
            EndsOn = incident.EndsOn == incident.StartsOn ? null : Text(incident.EndsOn),
            DatePrecision = Code.Of(incident.DatePrecision),
            SubType = Code.Of(incident.SubType),
            Tactics = [.. incident.Tactics],
            Targets = [.. incident.Targets],
            Place = place.Slug,
            PlaceName = place.Name,
            SourceRegion = incident.SourceRegionName,
            Country = incident.CountryCode,
            Latitude = Text(place.Latitude),
            Longitude = Text(place.Longitude),
            GeoPrecision = Code.Of(place.Precision),
            CoordinateSource = Code.Of(place.Source),
            Parties =
            [
                .. incident.Actors.OrderBy(party => party.Role)
                    .ThenBy(party => party.Actor.Slug, StringComparer.Ordinal)
                    .Select(party => new EntryParty
                    {
                        Actor = party.Actor.Slug,
                        Role = Code.Of(party.Role),
                        Attribution = Code.Of(party.Attribution),
                    }),
            ],
            DeathsLow = Text(incident.DeathsLow),
            DeathsBest = Text(incident.DeathsBest),
            DeathsHigh = Text(incident.DeathsHigh),
            CivilianDeaths = Text(incident.CivilianDeaths),
            AssailantDeaths = Text(incident.AssailantDeaths),
            DeathsNote = incident.DeathsNote,
            InjuredLow = Text(incident.InjuredLow),
            InjuredBest = Text(incident.InjuredBest),
            InjuredHigh = Text(incident.InjuredHigh),
            InjuredNote = incident.InjuredNote,
            Citations =
            [
                .. incident.Citations.OrderBy(citation => citation.Source.Slug, StringComparer.Ordinal).Select(Of),
            ],
            PublicPrecision = exact is null ? null : Code.Of(incident.GeoPrecision),
            CitesPlace = exact is not null
                && incident.Citations.Exists(citation => WithheldWords.Tell(citation.Source, exact))
                    ? "yes"
                    : null,
        };
    }

    private static EntryCitation Of(Citation citation) => new()
    {
        Source = citation.Source.Slug,
        Credibility = Text((int?)citation.Credibility),
        Supports = [.. citation.Supports],
        DeathsLow = Text(citation.DeathsLow),
        DeathsBest = Text(citation.DeathsBest),
        DeathsHigh = Text(citation.DeathsHigh),
        Note = citation.Note,
    };

    private static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
