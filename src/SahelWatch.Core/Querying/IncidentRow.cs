using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>One incident as the index knows it: everything but its text.</summary>
public readonly record struct IncidentRow(
    int Number,
    DateOnly StartsOn,
    DateOnly EndsOn,
    DatePrecision DatePrecision,
    EventSubType SubType,
    UcdpViolence? Violence,
    string CountryCode,
    string? RegionCode,
    double Latitude,
    double Longitude,
    GeoPrecision GeoPrecision,
    Toll Deaths,
    bool IsChecked)
{
    public EventType Type => EventTypes.TypeOf(SubType);

    /// <summary>Whether the place may be drawn as a place: exact or near.</summary>
    public bool HasPlace => GeoPrecision <= GeoPrecision.Near;

    /// <summary>The figure that sums use: best, or low where there is no best; 0 where neither is known.</summary>
    public int CountedDeaths => Deaths.Best ?? Deaths.Low ?? 0;
}
