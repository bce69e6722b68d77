using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// A map drawn by the server in the projection of web maps: turns degrees into the units of one SVG view box, and
/// shapes into short path data (points closer than <see cref="Tolerance"/> to their neighbours' line are left out).
/// What lies outside the box is cut by the SVG itself; shapes that do not touch it are left out.
/// </summary>
public sealed class SvgMap
{
    /// <summary>In units of the view box.</summary>
    public const double Tolerance = 0.7;

    private readonly double _scale;
    private readonly double _left;
    private readonly double _top;

    /// <param name="box">What the map shows, edge to edge.</param>
    /// <param name="width">Units of the view box; the height follows.</param>
    public SvgMap(BoundingBox box, double width)
    {
        Box = box;
        Width = width;
        var (west, north) = WebMercator.Pixel(box.North, box.West, 0);
        var (east, south) = WebMercator.Pixel(box.South, box.East, 0);
        _scale = width / (east - west);
        (_left, _top) = (west, north);
        Height = Math.Round((south - north) * _scale, 1);
    }

    public BoundingBox Box { get; }

    public double Width { get; }

    public double Height { get; }

    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 0 {Width:0.#} {Height:0.#}");

    /// <summary>
    /// A box around a point that has the given height and is <paramref name="aspect"/> times as wide.
    /// </summary>
    public static BoundingBox Around(double latitude, double longitude, double heightDegrees, double aspect)
    {
        var halfHeight = heightDegrees / 2;
        var halfWidth = halfHeight * aspect / Math.Cos(latitude * Math.PI / 180);
        return new BoundingBox(
            longitude - halfWidth, latitude - halfHeight, longitude + halfWidth, latitude + halfHeight);
    }

    /// <summary>A box with a part of its own width and height added on each side.</summary>
    public static BoundingBox Around(Envelope box, double margin) => new(
        box.MinX - margin * box.Width, box.MinY - margin * box.Height,
        box.MaxX + margin * box.Width, box.MaxY + margin * box.Height);

    public (double X, double Y) Project(double latitude, double longitude)
    {
        var (x, y) = WebMercator.Pixel(latitude, longitude, 0);
        return ((x - _left) * _scale, (y - _top) * _scale);
    }

    /// <summary>Length of a distance on the ground, in units of the view box at a latitude.</summary>
    public double Length(double km, double latitude) =>
        km / (Geography.Earth.RadiusKm * 2 * Math.PI * Math.Cos(latitude * Math.PI / 180)) * 256 * _scale;

    public bool Touches(Geometry shape) =>
        shape.EnvelopeInternal.Intersects(new Envelope(Box.West, Box.East, Box.South, Box.North));

    /// <summary>Path data of a polygon or several; empty where nothing of the shape is left to see.</summary>
    public string Path(Geometry shape)
    {
        var path = new StringBuilder();
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            if (shape.GetGeometryN(part) is Polygon polygon && Touches(polygon))
            {
                Ring(path, polygon.ExteriorRing);
                foreach (var hole in polygon.InteriorRings)
                {
                    Ring(path, hole);
                }
            }
        }
        return path.ToString();
    }

    private void Ring(StringBuilder path, LineString ring)
    {
        var points = Array.ConvertAll(ring.Coordinates, point =>
        {
            var (x, y) = Project(point.Y, point.X);
            return new Coordinate(x, y);
        });
        var simple = NetTopologySuite.Simplify.DouglasPeuckerLineSimplifier.Simplify(points, Tolerance);
        if (simple.Length < 4)
        {
            return;
        }
        var (lastX, lastY) = (0, 0);
        for (var i = 0; i < simple.Length - 1; i++)
        {
            var (x, y) = ((int)Math.Round(simple[i].X), (int)Math.Round(simple[i].Y));
            path.Append(i == 0 ? 'M' : 'l').Append(CultureInfo.InvariantCulture, $"{x - lastX} {y - lastY}");
            (lastX, lastY) = (x, y);
        }
        path.Append('Z');
    }
}
