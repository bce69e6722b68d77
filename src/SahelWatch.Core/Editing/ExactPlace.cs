using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// The place of a sensitive incident as it is known. The incident itself holds a coarser one, so that nothing which
/// reads incidents can tell more.
/// </summary>
public sealed class ExactPlace
{
    public int IncidentId { get; init; }

    public Incident Incident { get; set; } = null!;

    /// <summary>
    /// The gazetteer entry, where there was one before: a new one would tell the place in the gazetteer's history.
    /// </summary>
    public int? PlaceId { get; set; }

    public Place? Place { get; set; }

    public required string PlaceName { get; set; }

    /// <summary>Degrees north, WGS 84.</summary>
    public required double Latitude { get; set; }

    /// <summary>Degrees east, WGS 84.</summary>
    public required double Longitude { get; set; }

    public required GeoPrecision GeoPrecision { get; set; }

    public required CoordinateSource CoordinateSource { get; set; }
}
