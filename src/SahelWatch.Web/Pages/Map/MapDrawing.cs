using System.Globalization;
using System.Text;
using System.Xml;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Map;

/// <summary>
/// The map as one SVG picture, for readers without scripts and for print: regions, shaded or with badges, and placed
/// incidents gathered as on the live map. Presentation attributes alone, so that it needs no style sheet.
/// </summary>
public sealed class MapDrawing
{
    private static readonly string[] Shades = ["#fdfcfa", "#fde8c8", "#f9c58d", "#ee9a5b", "#d4693a", "#a23b24"];
    private static readonly string[] Hues = ["#0072b2", "#d55e00", "#009e73", "#b05a8e", "#332288", "#5f6870"];

    private readonly XmlWriter _svg;
    private readonly BoundingBox _box;
    private readonly int _zoom;
    private readonly (double X, double Y) _origin;
    private readonly (double Width, double Height) _size;

    private MapDrawing(XmlWriter svg, BoundingBox box, int zoom)
    {
        _svg = svg;
        _box = box;
        _zoom = zoom;
        _origin = WebMercator.Pixel(box.North, box.West, zoom);
        var end = WebMercator.Pixel(box.South, box.East, zoom);
        _size = (end.X - _origin.X, end.Y - _origin.Y);
    }

    public static string Draw(ViewRequest view, MapChoices choices, EmbeddedSet embedded, Text text, string caption)
    {
        var written = new StringBuilder();
        using (var svg = XmlWriter.Create(written, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            var drawing = new MapDrawing(svg, choices.Box(view.Index), choices.Zoom(view.Index));
            drawing.Open(caption);
            if (choices.View == MapLook.Regions)
            {
                drawing.Shaded(RegionsShading.Of(view, choices.Measure, text), embedded.Boundaries);
            }
            else
            {
                drawing.Points(view, embedded.Boundaries);
            }
            svg.WriteEndElement();
        }
        return written.ToString();
    }

    private void Open(string caption)
    {
        _svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Attributes(
            ("viewBox", $"0 0 {Of(_size.Width)} {Of(_size.Height)}"),
            ("width", Of(_size.Width)),
            ("height", Of(_size.Height)),
            ("font-family", "system-ui, sans-serif"),
            ("font-size", "11"),
            ("text-anchor", "middle"));
        _svg.WriteElementString("title", caption);
        Element("rect", ("width", "100%"), ("height", "100%"), ("fill", "#f1efe9"));
    }

    private void Shaded(RegionsShading shading, RegionBoundaries boundaries)
    {
        var classes = shading.Values.ToDictionary(value => value.Region.Code, shading.ClassOf);
        Land(boundaries, code => Shades[classes.GetValueOrDefault(code)]);
        foreach (var value in shading.Values.Where(value => Shows(value.Region)))
        {
            Label(value.Region, value.Region.NameIn(CultureInfo.CurrentUICulture), classes[value.Region.Code] > 3);
        }
    }

    private void Points(ViewRequest view, RegionBoundaries boundaries)
    {
        Land(boundaries, _ => Shades[0]);
        foreach (var region in boundaries.All.Select(boundary => boundary.Region).Where(Shows))
        {
            Label(region, region.NameIn(CultureInfo.CurrentUICulture), isDark: false);
        }
        var map = MapCells.Gather(view.Index, view.Rows(), new ActorColours(view.Index, view.Filter), _box, _zoom);
        foreach (var area in map.Areas)
        {
            var (latitude, longitude) = MapPlaces.LabelOf(area.Code, view.Index.Reference);
            if (_box.Contains(latitude, longitude))
            {
                Badge(At(latitude, longitude), area.Count);
            }
        }
        foreach (var cell in map.Cells)
        {
            var hue = Hues[Enumerable.Range(0, ActorColours.Count).MaxBy(colour => cell.Colours[colour])];
            if (cell.Count == 1)
            {
                Mark(view.Index[cell.Rows[0]], hue);
            }
            else
            {
                Cluster(At(cell.Latitude, cell.Longitude), cell.Count, hue);
            }
        }
    }

    private void Land(RegionBoundaries boundaries, Func<string, string> fill)
    {
        foreach (var boundary in boundaries.All)
        {
            Element("path",
                ("d", Path(boundary.Shape)), ("fill", fill(boundary.Region.Code)),
                ("stroke", "#b9b5aa"), ("stroke-width", "0.75"), ("fill-rule", "evenodd"));
        }
        foreach (var country in boundaries.All.GroupBy(boundary => boundary.Region.CountryCode))
        {
            var outline = UnaryUnionOp.Union(country.Select(boundary => boundary.Shape).ToList());
            Element("path", ("d", Path(outline)), ("fill", "none"), ("stroke", "#6b6a65"), ("stroke-width", "1.5"));
        }
    }

    private void Label(Region region, string name, bool isDark)
    {
        var (x, y) = At(region.LabelLatitude, region.LabelLongitude);
        Text(x, y, name, isDark ? "#ffffff" : "#5f6468");
    }

    private void Badge((double X, double Y) at, int count)
    {
        Element("rect",
            ("x", Of(at.X - 13)), ("y", Of(at.Y + 4)), ("width", "26"), ("height", "17"), ("rx", "8.5"),
            ("fill", "#ffffff"), ("stroke", "#4f5860"), ("stroke-width", "1.25"), ("stroke-dasharray", "3 2"));
        Text(at.X, at.Y + 16.5, MapWords.Number(count), "#1b2024");
    }

    private void Cluster((double X, double Y) at, int count, string hue)
    {
        var radius = 9 + 3 * Math.Log2(count);
        Element("circle",
            ("cx", Of(at.X)), ("cy", Of(at.Y)), ("r", Of(Math.Min(radius, 26))),
            ("fill", "#24424f"), ("stroke", hue), ("stroke-width", "4"));
        Text(at.X, at.Y + 4, MapWords.Number(count), "#ffffff");
    }

    private void Mark(IncidentRow facts, string hue)
    {
        var (x, y) = At(facts.Latitude, facts.Longitude);
        Element("path",
            ("d", MapShapes.PathOf(facts.Type)),
            ("transform", $"translate({Of(x - 8)} {Of(y - 8)}) scale(0.8)"),
            ("fill", facts.GeoPrecision == GeoPrecision.Exact ? hue : "#fdfcfa"),
            ("stroke", hue),
            ("stroke-width", facts.GeoPrecision == GeoPrecision.Exact ? "1" : "3"));
    }

    private bool Shows(Region region) => _box.Contains(region.LabelLatitude, region.LabelLongitude);

    private (double X, double Y) At(double latitude, double longitude)
    {
        var (x, y) = WebMercator.Pixel(latitude, longitude, _zoom);
        return (x - _origin.X, y - _origin.Y);
    }

    /// <summary>Whole half pixels; points that fall on the one before are left out.</summary>
    private string Path(Geometry shape)
    {
        var path = new StringBuilder();
        foreach (var polygon in Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>())
        {
            foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            {
                (double X, double Y)? last = null;
                foreach (var corner in ring.Coordinates)
                {
                    var (x, y) = At(corner.Y, corner.X);
                    var point = (Math.Round(x * 2) / 2, Math.Round(y * 2) / 2);
                    if (point != last)
                    {
                        path.Append(last is null ? 'M' : 'L').Append(Of(point.Item1)).Append(' ').Append(Of(point.Item2));
                        last = point;
                    }
                }
                path.Append('Z');
            }
        }
        return path.ToString();
    }

    private void Text(double x, double y, string words, string fill)
    {
        _svg.WriteStartElement("text");
        Attributes(("x", Of(x)), ("y", Of(y)), ("fill", fill));
        _svg.WriteString(words);
        _svg.WriteEndElement();
    }

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _svg.WriteStartElement(name);
        Attributes(attributes);
        _svg.WriteEndElement();
    }

    private void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            _svg.WriteAttributeString(name, value);
        }
    }

    private static string Of(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
