using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>Puts a coarser place in a sensitive incident, and hands out the exact one to be kept apart.</summary>
public static class WithheldPlace
{
    /// <summary>
    /// Leaves the incident with its region or its country alone, at the point where that is labelled. Where no region
    /// is known the country stands.
    /// </summary>
    public static ExactPlace Take(Incident incident, GeoPrecision precision, EntryRecords records)
    {
        var exact = new ExactPlace
        {
            Place = records.Places.ContainsKey(incident.Place.Slug) ? incident.Place : null,
            PlaceName = incident.PlaceName,
            Latitude = incident.Latitude,
            Longitude = incident.Longitude,
            GeoPrecision = incident.GeoPrecision,
            CoordinateSource = incident.CoordinateSource,
        };
        var region = precision == GeoPrecision.Region ? incident.Region : null;
        var label = region is null
            ? records.Boundaries.Countries[incident.CountryCode].InteriorPoint.Coordinate
            : new(region.LabelLongitude, region.LabelLatitude);
        incident.Region = region;
        incident.GeoPrecision = region is null ? GeoPrecision.Country : GeoPrecision.Region;
        incident.CoordinateSource = CoordinateSource.Estimate;
        incident.PlaceName = region?.NameFr ?? incident.Country.NameFr;
        (incident.Latitude, incident.Longitude) = (Math.Round(label.Y, 3), Math.Round(label.X, 3));
        incident.SourceRegionName = null;
        incident.IsPlaceWithheld = true;
        incident.Place = AreaPlace(incident, records);
        return exact;
    }

    /// <summary>The gazetteer entry of a region or country as a whole.</summary>
    private static Place AreaPlace(Incident incident, EntryRecords records)
    {
        var key = KeyOf(incident.Region?.Code ?? incident.CountryCode);
        return records.Places.GetValueOrDefault(key) ?? new Place
        {
            Slug = key,
            Name = incident.PlaceName,
            CountryCode = incident.CountryCode,
            Region = incident.Region,
            Latitude = incident.Latitude,
            Longitude = incident.Longitude,
            GeoPrecision = incident.GeoPrecision,
            CoordinateSource = CoordinateSource.Estimate,
            Kind = incident.Region is null ? PlaceKind.Country : PlaceKind.Region,
        };
    }

    /// <summary>Key of the gazetteer entry that stands for a whole region or country.</summary>
    public static string KeyOf(string area) => $"area-{area.ToLowerInvariant()}";
}
