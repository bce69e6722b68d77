using System.Globalization;
using System.Text;
using System.Xml;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Map;

/// <summary>
/// The map as one SVG picture, for readers without scripts and for print: regions, shaded or with badges, and placed
/// incidents gathered as on the live map. Presentation attributes alone, so that it needs no style sheet.
/// </summary>
public sealed class MapDrawing
{
    private static readonly string[] Shades = ["#fdfcfa", "#fde8c8", "#f9c58d", "#ee9a5b", "#d4693a", "#a23b24"];

    private readonly XmlWriter _svg;
    private readonly SvgMap _map;
    private readonly int _zoom;

    private MapDrawing(XmlWriter svg, BoundingBox box, int zoom)
    {
        _svg = svg;
        _zoom = zoom;
        _map = new SvgMap(
            box, WebMercator.Pixel(box.North, box.East, zoom).X - WebMercator.Pixel(box.North, box.West, zoom).X);
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
            ("viewBox", _map.ViewBox),
            ("width", Of(_map.Width)),
            ("height", Of(_map.Height)),
            ("font-family", "system-ui, sans-serif"),
            ("font-size", "11"),
            ("text-anchor", "middle"));
        _svg.WriteElementString("title", caption);
        Element("rect", ("width", "100%"), ("height", "100%"), ("fill", "#f1efe9"));
    }

    private void Shaded(RegionsShading shading, RegionBoundaries boundaries)
    {
        var classes = shading.Regions.ToDictionary(region => region.Region.Code, shading.ClassOf);
        Land(boundaries, code => Shades[classes.GetValueOrDefault(code)]);
        foreach (var value in shading.Regions.Where(value => Shows(value.Region)))
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
        var colours = new ActorColours(view.Index, view.Filter);
        var map = MapCells.Gather(view.Index, view.Filter, view.Today, colours, _map.Box, _zoom);
        foreach (var area in map.Areas)
        {
            var (latitude, longitude) = MapPlaces.LabelOf(area.Code, view.Index.Reference);
            if (_map.Box.Contains(latitude, longitude))
            {
                Badge(_map.Project(latitude, longitude), area.Count);
            }
        }
        foreach (var cell in map.Cells)
        {
            var hue = ChartColours.Series[
                Enumerable.Range(0, ActorColours.Count).MaxBy(colour => cell.Colours[colour])];
            if (cell.Row is { } row)
            {
                Mark(view.Index[row], hue);
            }
            else
            {
                Cluster(_map.Project(cell.Latitude, cell.Longitude), cell.Count, hue);
            }
        }
    }

    private void Land(RegionBoundaries boundaries, Func<string, string> fill)
    {
        foreach (var boundary in boundaries.All.Where(boundary => _map.Touches(boundary.Shape)))
        {
            Element("path",
                ("d", _map.Path(boundary.Shape)), ("fill", fill(boundary.Region.Code)),
                ("stroke", "#b9b5aa"), ("stroke-width", "0.75"), ("fill-rule", "evenodd"));
        }
        foreach (var outline in boundaries.Countries.Values.Where(_map.Touches))
        {
            Element("path",
                ("d", _map.Path(outline)), ("fill", "none"), ("stroke", "#6b6a65"), ("stroke-width", "1.5"));
        }
    }

    private void Label(Region region, string name, bool isDark)
    {
        var (x, y) = _map.Project(region.LabelLatitude, region.LabelLongitude);
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
        var (x, y) = _map.Project(facts.Latitude, facts.Longitude);
        Element("path",
            ("d", MapShapes.PathOf(facts.Type)),
            ("transform", $"translate({Of(x - 8)} {Of(y - 8)}) scale(0.8)"),
            ("fill", facts.GeoPrecision == GeoPrecision.Exact ? hue : "#fdfcfa"),
            ("stroke", hue),
            ("stroke-width", facts.GeoPrecision == GeoPrecision.Exact ? "1" : "3"));
    }

    private bool Shows(Region region) => _map.Box.Contains(region.LabelLatitude, region.LabelLongitude);

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
