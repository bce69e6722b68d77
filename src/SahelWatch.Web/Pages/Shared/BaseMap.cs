using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using SahelWatch.Geography;
using SahelWatch.Importing;

namespace SahelWatch.Pages.Shared;

/// <summary>The shapes that every drawn map lies on: regions, and the outlines of the countries around them.</summary>
public sealed class BaseMap(EmbeddedSet embedded)
{
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    private readonly Lazy<IReadOnlyList<NeighbourOutline>> _neighbours = new(() =>
    [
        .. JsonSerializer.Deserialize<FeatureCollection>(embedded.Neighbours.Span, GeoJson)!.Select(Outline),
    ]);

    public RegionBoundaries Regions => embedded.Boundaries;

    public IReadOnlyList<NeighbourOutline> Neighbours => _neighbours.Value;

    /// <summary>The box around a country's regions; null for a country without regions here.</summary>
    public Envelope? BoxOf(string countryCode)
    {
        var box = new Envelope();
        foreach (var region in Regions.All.Where(region => region.Region.CountryCode == countryCode))
        {
            box.ExpandToInclude(region.Box);
        }
        return box.IsNull ? null : box;
    }

    private static NeighbourOutline Outline(IFeature feature) => new(
        (string)feature.Attributes["name_en"],
        (string)feature.Attributes["name_fr"],
        feature.Geometry);
}

/// <summary>A country that surrounds the regions, with its outline (WGS 84, x is the longitude).</summary>
public sealed record NeighbourOutline(string NameEn, string NameFr, Geometry Shape)
{
    public string NameIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "fr" ? NameFr : NameEn;
}
