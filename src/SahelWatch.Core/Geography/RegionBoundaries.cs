using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.Operation.Union;

namespace SahelWatch.Geography;

/// <summary>
/// The shapes of all regions of one layout, and which region holds a point. The borders are simplified, so a point just
/// outside them (<see cref="ToleranceDegrees"/>) belongs to the nearest region.
/// </summary>
public sealed class RegionBoundaries
{
    /// <summary>About 5.5 km.</summary>
    public const double ToleranceDegrees = 0.05;

    /// <summary>Kilometres of one degree of latitude; a degree of longitude is 4 % shorter here.</summary>
    private const double KmPerDegree = 111;

    private static readonly JsonSerializerOptions GeoJson = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new GeoJsonConverterFactory() },
    };

    private readonly Dictionary<string, RegionBoundary> _byCode;
    private readonly Lazy<IReadOnlyDictionary<string, Geometry>> _countries;

    private RegionBoundaries(BoundaryLayout layout, IReadOnlyList<RegionBoundary> all)
    {
        Layout = layout;
        All = all;
        _byCode = all.ToDictionary(boundary => boundary.Region.Code, StringComparer.Ordinal);
        _countries = new(() => all.GroupBy(boundary => boundary.Region.CountryCode).ToDictionary(
            country => country.Key,
            country => UnaryUnionOp.Union(country.Select(boundary => boundary.Shape).ToList()),
            StringComparer.Ordinal));
    }

    public BoundaryLayout Layout { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<RegionBoundary> All { get; }

    /// <summary>The outline of each country by its code: its regions as one. Made on first use, then kept.</summary>
    public IReadOnlyDictionary<string, Geometry> Countries => _countries.Value;

    public RegionBoundary? this[string code] => _byCode.GetValueOrDefault(code);

    /// <exception cref="InvalidDataException">The text is no collection of regions.</exception>
    public static RegionBoundaries Parse(ReadOnlyMemory<byte> geoJson)
    {
        try
        {
            using var document = JsonDocument.Parse(geoJson);
            var layout = document.RootElement.GetProperty("layout");
            var periods = layout.TryGetProperty("countries", out var countries)
                ? countries.Deserialize<Dictionary<string, Period>>(GeoJson)!
                : [];
            var boundaries = document.RootElement.GetProperty("features").EnumerateArray()
                .Select(feature => Read(feature, layout, periods))
                .ToList();
            return new RegionBoundaries(layout.Deserialize<BoundaryLayout>(GeoJson)!, boundaries);
        }
        catch (Exception error) when (error
            is JsonException or KeyNotFoundException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException($"Region boundaries are not readable: {error.Message}", error);
        }
    }

    /// <summary>
    /// The region that holds a point, else the nearest within <see cref="ToleranceDegrees"/>, else null. Where the
    /// country is known, only its regions are asked: a village on a border stays in its own country.
    /// </summary>
    public Region? Find(double latitude, double longitude, string? countryCode = null)
    {
        var point = new Point(longitude, latitude);
        RegionBoundary? nearest = null;
        var least = ToleranceDegrees;
        foreach (var boundary in Of(countryCode))
        {
            if (boundary.Covers(point))
            {
                return boundary.Region;
            }
            var distance = boundary.DistanceTo(point, least);
            if (distance <= least)
            {
                (nearest, least) = (boundary, distance);
            }
        }
        return nearest?.Region;
    }

    /// <summary>
    /// The region of a country that goes by a name (its own, an alias, or that of a region later cut out of it) and
    /// lies within some kilometres of a point; null where there is none. Accents and case do not count.
    /// </summary>
    public Region? FindNamed(string name, double latitude, double longitude, string? countryCode, double withinKm)
    {
        var within = withinKm / KmPerDegree;
        var point = new Point(longitude, latitude);
        return Of(countryCode)
            .FirstOrDefault(boundary => boundary.GoesBy(name) && boundary.DistanceTo(point, within) <= within)?.Region;
    }

    private IEnumerable<RegionBoundary> Of(string? countryCode) => countryCode is null
        ? All
        : All.Where(boundary => boundary.Region.CountryCode == countryCode);

    private static RegionBoundary Read(JsonElement feature, JsonElement layout, Dictionary<string, Period> periods)
    {
        var facts = feature.GetProperty("properties").Deserialize<Facts>(GeoJson)!;
        var whole = layout.Deserialize<Period>(GeoJson)!;
        var period = periods.GetValueOrDefault(facts.Country, whole);
        var region = new Region
        {
            Code = facts.Code,
            CountryCode = facts.Country,
            NameEn = facts.NameEn,
            NameFr = facts.NameFr,
            Aliases = facts.Aliases ?? [],
            Layout = layout.GetProperty("id").GetString()!,
            ValidFrom = period.ValidFrom,
            ValidTo = period.ValidTo,
            AreaKm2 = facts.AreaKm2,
            Population = facts.Population,
            PopulationYear = facts.PopulationYear,
            PopulationSource = facts.PopulationSource,
            LabelLongitude = facts.Label[0],
            LabelLatitude = facts.Label[1],
        };
        var shape = feature.GetProperty("geometry").Deserialize<Geometry>(GeoJson)!;
        return new RegionBoundary(region, shape, facts.LaterRegions ?? []);
    }

    private sealed record Period(DateOnly? ValidFrom, DateOnly? ValidTo);

    private sealed record Facts(
        string Code,
        string Country,
        string NameEn,
        string NameFr,
        List<string>? Aliases,
        List<LaterRegion>? LaterRegions,
        [property: System.Text.Json.Serialization.JsonPropertyName("area_km2")] double AreaKm2,
        double[] Label,
        int? Population,
        int? PopulationYear,
        string? PopulationSource);
}
