using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// What the index keeps of one incident besides its parties, its sources and its text. All but number and days are
/// values that many incidents share: the index stores each once and a small code for every incident.
/// </summary>
public readonly record struct IncidentFacts(
    int Number,
    DateOnly StartsOn,
    DateOnly EndsOn,
    IncidentKind Kind,
    Area Area,
    MapPoint Point,
    Toll Deaths,
    Means Means,
    Evidence Evidence)
{
    /// <param name="collections">Slugs of the collections that the incident belongs to.</param>
    public static IncidentFacts Of(Incident incident, IEnumerable<string> collections) => new(
        incident.Number,
        incident.StartsOn,
        incident.EndsOn,
        new IncidentKind(
            incident.SubType, incident.Violence, incident.DatePrecision, incident.GeoPrecision, incident.IsChecked),
        new Area(incident.CountryCode, incident.Region?.Code),
        new MapPoint(incident.Latitude, incident.Longitude),
        incident.Deaths,
        Means.Of(incident.Tactics, incident.Targets),
        Evidence.Of(incident.Citations.Select(citation => citation.Grade), collections, incident.IndependentSources));
}

/// <summary>What happened and how well day and place are known.</summary>
public readonly record struct IncidentKind(
    EventSubType SubType,
    UcdpViolence? Violence,
    DatePrecision DatePrecision,
    GeoPrecision GeoPrecision,
    bool IsChecked)
{
    public EventType Type => EventTypes.TypeOf(SubType);

    /// <summary>Whether the place may be drawn as a place: exact or near.</summary>
    public bool HasPlace => GeoPrecision <= GeoPrecision.Near;
}

/// <summary>Country (ISO 3166-1 alpha-3) and region (ISO 3166-2), null where only the country is known.</summary>
public readonly record struct Area(string Country, string? Region);

/// <summary>Degrees north and east, WGS 84.</summary>
public readonly record struct MapPoint(double Latitude, double Longitude)
{
    /// <summary>The box that holds this point alone.</summary>
    public BoundingBox Box => new(Longitude, Latitude, Longitude, Latitude);
}
