using NetTopologySuite.Geometries;
using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Regions;

/// <summary>
/// A still map: region shapes with a shade each, and places as circles. The tables beside it say the same.
/// </summary>
public sealed class RegionMap
{
    private const double Width = 640;

    private RegionMap(SvgMap map) => Map = map;

    public SvgMap Map { get; }

    public required IReadOnlyList<MapShape> Shapes { get; init; }

    public IReadOnlyList<MapSpot> Spots { get; init; } = [];

    /// <summary>All regions, shaded by incidents per 100,000 people.</summary>
    public static RegionMap OfRates(
        RegionBoundaries boundaries,
        RegionTotals totals,
        IReadOnlyList<ValueClass> classes,
        Func<RegionTotal, string> label)
    {
        var box = new Envelope();
        foreach (var boundary in boundaries.All)
        {
            box.ExpandToInclude(boundary.Box);
        }
        var map = new SvgMap(SvgMap.Around(box, 0.02), Width);
        var byCode = totals.Regions.ToDictionary(total => total.Region.Code);
        return new RegionMap(map)
        {
            Shapes =
            [
                .. boundaries.All.Where(boundary => byCode.ContainsKey(boundary.Region.Code))
                    .Select(boundary => (boundary.Shape, Total: byCode[boundary.Region.Code]))
                    .Select(region => new MapShape(
                        map.Path(region.Shape),
                        ValueClass.PlaceOf(region.Total.Per100000People ?? 0, classes),
                        label(region.Total))),
            ],
        };
    }

    /// <summary>One region with the places of its incidents, and its neighbours around.</summary>
    public static RegionMap OfPlaces(
        RegionBoundaries boundaries, RegionBoundary region, IEnumerable<MapPlace> places, Func<MapPlace, string> label)
    {
        var map = new SvgMap(SvgMap.Around(region.Box, 0.14), Width);
        var spots = places.OrderByDescending(place => place.Count)
            .ThenBy(place => place.Name, StringComparer.Ordinal)
            .ToList();
        return new RegionMap(map)
        {
            Shapes =
            [
                .. boundaries.All.Where(other => map.Touches(other.Shape))
                    .Select(other => new MapShape(map.Path(other.Shape), other == region ? 0 : -1, "")),
            ],
            Spots = Place(map, spots, label),
        };
    }

    private static List<MapSpot> Place(
        SvgMap map, IReadOnlyList<MapPlace> places, Func<MapPlace, string> label)
    {
        var spots = new List<MapSpot>();
        var named = new List<GraphBox>();
        foreach (var place in places)
        {
            var (x, y) = map.Project(place.Latitude, place.Longitude);
            var radius = 3 + 2.2 * Math.Sqrt(place.Count);
            var toLeft = x + radius + 7 * place.Name.Length > map.Width - 4;
            var width = 6.6 * place.Name.Length;
            var box = new GraphBox(toLeft ? x - radius - 3 - width : x + radius + 3, y - 8, width, 16);
            var circle = new GraphBox(x - radius, y - radius, 2 * radius, 2 * radius);
            var hasRoom = !named.Exists(other => other.Overlaps(box)) && box.X > 0;
            named.Add(circle);
            if (hasRoom)
            {
                named.Add(box);
            }
            spots.Add(new MapSpot(x, y, radius, label(place), hasRoom ? place.Name : null, toLeft));
        }
        return spots;
    }
}

/// <summary>One region as SVG path data. Shade 0 is none; -1 is ground outside the map's subject.</summary>
public sealed record MapShape(string Path, int Shade, string Label);

/// <summary>A place of incidents.</summary>
public sealed record MapPlace(string Name, double Latitude, double Longitude, int Count);

/// <summary>A place as drawn; its name where there is room for it.</summary>
public sealed record MapSpot(
    double X, double Y, double Radius, string Label, string? Name, bool NameToLeft);
