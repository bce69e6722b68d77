using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Incidents;

/// <summary>
/// Where one incident took place, as well as that is known: a point, a ring of 25 km, or the whole region or country
/// marked and no point at all.
/// </summary>
public sealed class IncidentMap
{
    private const double Width = 480;
    private const double Aspect = 1.5;
    private const double HeightDegrees = 3.4;
    private const double NearKm = 25;

    private IncidentMap(SvgMap map) => Map = map;

    public SvgMap Map { get; }

    public required IReadOnlyList<string> Neighbours { get; init; }

    public required IReadOnlyList<IncidentArea> Areas { get; init; }

    public required IReadOnlyList<IncidentAreaName> Names { get; init; }

    /// <summary>The point; null where the place is too coarse to have one.</summary>
    public (double X, double Y)? Point { get; private init; }

    /// <summary>Radius of the ring around the point; null for an exact place.</summary>
    public double? Ring { get; private init; }

    /// <summary>Where the badge of a coarse place stands.</summary>
    public (double X, double Y)? Badge { get; private init; }

    public static IncidentMap Of(Incident incident, BaseMap baseMap, System.Globalization.CultureInfo culture)
    {
        var hasPlace = incident.GeoPrecision <= GeoPrecision.Near;
        var map = new SvgMap(BoxOf(incident, baseMap, hasPlace), Width);
        var (x, y) = map.Project(incident.Latitude, incident.Longitude);
        var regions = baseMap.Regions.All.Where(region => map.Touches(region.Shape)).ToList();
        var marked = regions.Find(region => region.Region.Code == incident.Region?.Code);
        return new IncidentMap(map)
        {
            Neighbours =
            [
                .. baseMap.Neighbours.Where(country => map.Touches(country.Shape))
                    .Select(country => map.Path(country.Shape)).Where(path => path.Length > 0),
            ],
            Areas =
            [
                .. regions.Select(region => new IncidentArea(
                    map.Path(region.Shape),
                    !hasPlace && (region == marked
                        || (marked is null && region.Region.CountryCode == incident.CountryCode)))),
            ],
            Names =
            [
                .. regions.Select(region => (region.Region,
                        At: map.Project(region.Region.LabelLatitude, region.Region.LabelLongitude)))
                    .Where(name => name.At.X > 40 && name.At.X < map.Width - 40
                        && name.At.Y > 12 && name.At.Y < map.Height - 12
                        && !(hasPlace && Math.Abs(name.At.X - x) < 60 && Math.Abs(name.At.Y - y) < 24))
                    .Select(name => new IncidentAreaName(
                        Geography.Named.NameIn(name.Region, culture), name.At.X, name.At.Y)),
            ],
            Point = hasPlace ? (x, y) : null,
            Ring = incident.GeoPrecision == GeoPrecision.Near ? map.Length(NearKm, incident.Latitude) : null,
            Badge = hasPlace
                ? null
                : marked is null
                    ? (map.Width / 2, map.Height / 2)
                    : Below(map.Project(marked.Region.LabelLatitude, marked.Region.LabelLongitude)),
        };
    }

    private static (double X, double Y) Below((double X, double Y) label) => (label.X, label.Y + 20);

    private static BoundingBox BoxOf(Incident incident, BaseMap baseMap, bool hasPlace)
    {
        if (hasPlace)
        {
            return SvgMap.Around(incident.Latitude, incident.Longitude, HeightDegrees, Aspect);
        }
        var area = incident.Region is { } region && baseMap.Regions[region.Code] is { } boundary
            ? boundary.Box
            : baseMap.BoxOf(incident.CountryCode);
        return area is null
            ? SvgMap.Around(incident.Latitude, incident.Longitude, 2 * HeightDegrees, Aspect)
            : SvgMap.Around(
                area.Centre.Y,
                area.Centre.X,
                1.15 * Math.Max(area.Height, area.Width * Math.Cos(area.Centre.Y * Math.PI / 180) / Aspect),
                Aspect);
    }
}

/// <summary>One region on the map, and whether the incident lies somewhere in it.</summary>
public sealed record IncidentArea(string Path, bool IsMarked);

/// <summary>One name on the map.</summary>
public sealed record IncidentAreaName(string Text, double X, double Y);
