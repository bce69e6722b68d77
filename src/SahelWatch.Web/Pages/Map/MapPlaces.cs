using SahelWatch.Querying;

namespace SahelWatch.Pages.Map;

/// <summary>Where the label of a region or a country stands.</summary>
public static class MapPlaces
{
    /// <summary>A region's own label point; for a country the mean of its regions', weighted by their areas.</summary>
    public static (double Latitude, double Longitude) LabelOf(string code, Reference reference)
    {
        if (reference.Region(code) is { } region)
        {
            return (region.LabelLatitude, region.LabelLongitude);
        }
        var parts = reference.Regions.Where(part => part.CountryCode == code).ToList();
        var area = parts.Sum(part => part.AreaKm2);
        return area > 0
            ? (Math.Round(parts.Sum(part => part.LabelLatitude * part.AreaKm2) / area, 3),
                Math.Round(parts.Sum(part => part.LabelLongitude * part.AreaKm2) / area, 3))
            : (0, 0);
    }
}
