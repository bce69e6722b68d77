using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Regions;

/// <summary>A still map: region shapes with a shade each, and places as circles. The tables beside it say the same.</summary>
public sealed class RegionMap
{
    /// <summary>Steps of the shade, 0 for none.</summary>
    public const int Shades = 5;

    private const double DrawingWidth = 640;
    private const double MapMargin = 8;

    private RegionMap(MapProjection projection)
    {
        Width = projection.Width;
        Height = projection.Height;
    }

    public double Width { get; }

    public double Height { get; }

    public required IReadOnlyList<MapShape> Shapes { get; init; }

    public IReadOnlyList<MapSpot> Spots { get; init; } = [];

    /// <summary>Lower ends of the shades in use, in order; empty where nothing is shaded.</summary>
    public IReadOnlyList<double> Steps { get; init; } = [];

    /// <summary>All regions, shaded by incidents per 100,000 people.</summary>
    public static RegionMap OfRates(RegionBoundaries boundaries, RegionTotals totals, Func<RegionTotal, string> label)
    {
        var box = new Envelope();
        foreach (var boundary in boundaries.All)
        {
            box.ExpandToInclude(boundary.Box);
        }
        var projection = new MapProjection(box, DrawingWidth, MapMargin);
        var byCode = totals.Countries.SelectMany(country => country.Regions).ToDictionary(total => total.Region.Code);
        var steps = Quantiles(byCode.Values.Select(total => total.Per100000People ?? 0).Where(rate => rate > 0));
        return new RegionMap(projection)
        {
            Steps = steps,
            Shapes =
            [
                .. boundaries.All.Where(boundary => byCode.ContainsKey(boundary.Region.Code))
                    .Select(boundary => (boundary, total: byCode[boundary.Region.Code]))
                    .Select(pair => new MapShape(
                        Path(projection, pair.boundary.Shape),
                        Shade(steps, pair.total.Per100000People ?? 0),
                        label(pair.total))),
            ],
        };
    }

    /// <summary>One region with the places of its incidents, and its neighbours around.</summary>
    public static RegionMap OfPlaces(
        RegionBoundaries boundaries, RegionBoundary region, IEnumerable<MapPlace> places, Func<MapPlace, string> label)
    {
        var box = region.Box.Copy();
        box.ExpandBy(box.Width * 0.12, box.Height * 0.12);
        var projection = new MapProjection(box, DrawingWidth, MapMargin);
        var frame = box.Copy();
        frame.ExpandBy(box.Width * 0.05, box.Height * 0.05);
        var window = new GeometryFactory().ToGeometry(frame);
        var spots = places.OrderByDescending(place => place.Count).ThenBy(place => place.Name, StringComparer.Ordinal).ToList();
        return new RegionMap(projection)
        {
            Shapes =
            [
                .. boundaries.All.Where(other => other.Box.Intersects(frame))
                    .Select(other => new MapShape(
                        Path(projection, other.Shape.Intersection(window)), other == region ? 0 : -1, "")),
            ],
            Spots = Place(projection, spots, label),
        };
    }

    private static List<MapSpot> Place(MapProjection projection, IReadOnlyList<MapPlace> places, Func<MapPlace, string> label)
    {
        var spots = new List<MapSpot>();
        var named = new List<GraphBox>();
        foreach (var place in places)
        {
            var (x, y) = projection.Place(place.Latitude, place.Longitude);
            var radius = 3 + 2.2 * Math.Sqrt(place.Count);
            var toLeft = x + radius + 7 * place.Name.Length > projection.Width - 4;
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

    private static double[] Quantiles(IEnumerable<double> rates)
    {
        var ordered = rates.Order().ToArray();
        return ordered.Length == 0
            ? []
            : [.. Enumerable.Range(0, Shades).Select(step => ordered[step * ordered.Length / Shades]).Distinct()];
    }

    private static int Shade(double[] steps, double rate) => rate <= 0 ? 0 : steps.Count(step => step <= rate);

    private static string Path(MapProjection projection, Geometry shape)
    {
        var path = new StringBuilder();
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is Polygon polygon && !polygon.IsEmpty)
            {
                Ring(projection, polygon.ExteriorRing.Coordinates, path);
                foreach (var hole in polygon.InteriorRings)
                {
                    Ring(projection, hole.Coordinates, path);
                }
            }
        }
        return path.ToString();
    }

    private static void Ring(MapProjection projection, Coordinate[] ring, StringBuilder path)
    {
        for (var i = 0; i < ring.Length - 1; i++)
        {
            var (x, y) = projection.Place(ring[i].Y, ring[i].X);
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{x:0.#} {y:0.#}");
        }
        path.Append('Z');
    }
}

/// <summary>One region as SVG path data. Shade 0 is none; -1 is ground outside the map's subject.</summary>
public sealed record MapShape(string Path, int Shade, string Label);

/// <summary>A place of incidents.</summary>
public sealed record MapPlace(string Name, double Latitude, double Longitude, int Count);

/// <summary>A place as drawn; its name where there is room for it.</summary>
public sealed record MapSpot(
    double X, double Y, double Radius, string Label, string? Name, bool NameToLeft);
