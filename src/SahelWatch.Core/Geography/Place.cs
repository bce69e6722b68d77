using SahelWatch.Editing;
using SahelWatch.Incidents;

namespace SahelWatch.Geography;

/// <summary>A gazetteer entry.</summary>
public sealed class Place : IRecord
{
    public int Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    public List<string> Spellings { get; set; } = [];

    public string? CountryCode { get; set; }

    public string? SourceRegionName { get; set; }

    public int? RegionId { get; set; }

    public Region? Region { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public GeoPrecision? GeoPrecision { get; set; }

    public CoordinateSource? CoordinateSource { get; set; }

    public required PlaceKind Kind { get; set; }

    public string? Note { get; set; }

    /// <summary>Counts saved changes, from 1; guards against overwriting another's edit.</summary>
    public int Version { get; set; } = 1;
}
