using System.Globalization;
using System.Xml.Linq;
using SahelWatch.Pages.Shared;

namespace SahelWatch.Pages.Trends;

/// <summary>
/// A chart as a file of its own: no style sheet, no links, colours as attributes, and the text that the page has around
/// it: title, legend, events, notes, what the data is and as of when.
/// </summary>
public static class TrendSvg
{
    private const int Width = 960;
    private const int Margin = 24;
    private const int LettersPerLine = 130;
    private const string Ink = "#1b1f24";
    private const string Soft = "#4a5157";
    private const string Paper = "#ffffff";
    private const string Rule = "#d5d2ca";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="foot">Lines under the drawing: total, data date, licence.</param>
    public static string Write(TrendChart chart, string language, IReadOnlyList<string> foot)
    {
        var parts = new List<XElement>();
        var y = Lines(parts, Wrap(chart.Title, 90), 36, 18, Ink, "bold");
        foreach (var key in chart.Keys.Reverse())
        {
            parts.Add(Box(key.Series, Margin, y - 11, 28, 13));
            parts.Add(Text($"{key.Letter}  {key.Name}, {key.Figure}", Margin + 38, y, 13, Ink, "start"));
            y += 20;
        }
        foreach (var panel in chart.Panels)
        {
            if (panel.Name.Length > 0)
            {
                parts.Add(Text($"{panel.Name}, {panel.Figure}", Margin, y + 4, 13, Ink, "start", "bold"));
                y += 12;
            }
            parts.Add(new XElement(Svg + "g", new XAttribute("transform", $"translate({Margin} {y})"), Panel(panel)));
            y += panel.Height + 16;
        }
        var events = chart.Events.Select(one => $"{one.Number}. {one.Day}, {one.Country}, {one.Title}");
        y = Lines(parts, events.SelectMany(line => Wrap(line, LettersPerLine)), y, 12, Soft);
        y = Lines(parts, chart.Notes.Concat(foot).SelectMany(line => Wrap(line, LettersPerLine)), y + 8, 12, Soft);
        var svg = new XElement(Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {y}"),
            new XAttribute("width", Width), new XAttribute("height", y),
            new XAttribute("font-family", "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif"),
            new XAttribute(XNamespace.Xml + "lang", language),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", "title desc"),
            new XElement(Svg + "title", new XAttribute("id", "title"), chart.Title),
            new XElement(Svg + "desc", new XAttribute("id", "desc"), Description(chart)),
            new XElement(Svg + "defs", Enumerable.Range(2, ChartColours.Series.Count - 1).Select(Pattern)),
            new XElement(Svg + "rect",
                new XAttribute("width", Width), new XAttribute("height", y), new XAttribute("fill", Paper)),
            parts);
        return $"{new XDeclaration("1.0", "utf-8", null)}\n{svg.ToString(SaveOptions.DisableFormatting)}";
    }

    private static string Description(TrendChart chart) => string.Join(' ',
    [
        chart.Summary,
        .. chart.Events.Select(one => $"{one.Number}: {one.Day}, {one.Country}, {one.Title}."),
    ]);

    private static IEnumerable<XElement> Panel(ChartPanel panel) =>
    [
        .. panel.Values.Select(tick => Line(X(panel.Left), tick.At, X(100), tick.At, Rule)),
        .. panel.Values.Select(tick => Text(tick.Label, X(panel.Left) - 6, tick.At + 4, 12, Soft, "end")),
        .. panel.EventBands.Select(band => new XElement(Svg + "rect",
            new XAttribute("x", Number(X(band.X))), new XAttribute("y", 14),
            new XAttribute("width", Number(X(band.Width))), new XAttribute("height", Number(panel.EventLinesEnd - 14)),
            new XAttribute("fill", Ink), new XAttribute("fill-opacity", "0.1"))),
        .. panel.EventLines.Select(x => Line(X(x), 14, X(x), panel.EventLinesEnd, Soft, "4 3")),
        .. panel.Bars.Select(Bar),
        .. panel.Whiskers.Select(whisker => Line(X(whisker.X), whisker.Low, X(whisker.X), whisker.High, Ink)),
        .. panel.Bars.Where(bar => bar.Letter is not null).Select(Letter),
        .. panel.EventLabels.Select(label => Text(label.Label, X(label.At), 11, 12, Ink, "middle", "bold")),
        Line(X(panel.Left), panel.Baseline, X(100), panel.Baseline, Soft),
        .. panel.Times.Select(tick => Text(tick.Label, X(tick.At), panel.Baseline + 16, 12, Soft, "middle")),
    ];

    private static XElement Bar(ChartBar bar)
    {
        var box = Box(bar.Series, X(bar.X), bar.Y, X(bar.Width), bar.Height);
        if (bar.IsPartial)
        {
            box.Add(new XAttribute("opacity", "0.55"));
        }
        box.Add(new XElement(Svg + "title", bar.Label));
        return box;
    }

    private static XElement Letter(ChartBar bar)
    {
        var (x, y) = (X(bar.X + bar.Width / 2), bar.Y + bar.Height / 2 + 4);
        var letter = Text(bar.Letter!, x, y, 12, Ink, "middle", "bold");
        letter.Add(
            new XAttribute("paint-order", "stroke"),
            new XAttribute("stroke", Paper),
            new XAttribute("stroke-width", 4));
        return letter;
    }

    private static XElement Box(int series, double x, double y, double width, double height) => new(Svg + "rect",
        new XAttribute("x", Number(x)), new XAttribute("y", Number(y)),
        new XAttribute("width", Number(width)), new XAttribute("height", Number(height)),
        new XAttribute("fill", series == 1 ? ChartColours.Series[0] : $"url(#pattern-{series})"));

    private static XElement Pattern(int series) => new(Svg + "pattern",
        new XAttribute("id", $"pattern-{series}"), new XAttribute("patternUnits", "userSpaceOnUse"),
        new XAttribute("width", 8), new XAttribute("height", 8),
        new XElement(Svg + "rect",
            new XAttribute("width", 8), new XAttribute("height", 8),
            new XAttribute("fill", ChartColours.Series[series - 1])),
        new XElement(Svg + "path",
            new XAttribute("d", ChartSvg.PatternPath(series)),
            new XAttribute("fill", "none"), new XAttribute("stroke", Paper), new XAttribute("stroke-width", "1.5")));

    private static int Lines(
        List<XElement> parts, IEnumerable<string> lines, int y, int size, string colour, string? weight = null)
    {
        foreach (var line in lines)
        {
            parts.Add(Text(line, Margin, y, size, colour, "start", weight));
            y += size + 6;
        }
        return y;
    }

    private static XElement Line(double x1, double y1, double x2, double y2, string colour, string? dashes = null) =>
        new(Svg + "line",
        new XAttribute("x1", Number(x1)), new XAttribute("y1", Number(y1)),
        new XAttribute("x2", Number(x2)), new XAttribute("y2", Number(y2)),
        new XAttribute("stroke", colour),
        dashes is null ? null : new XAttribute("stroke-dasharray", dashes));

    private static XElement Text(
        string label, double x, double y, int size, string colour, string anchor, string? weight = null) => new(
        Svg + "text",
        new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), new XAttribute("font-size", size),
        new XAttribute("fill", colour), new XAttribute("text-anchor", anchor),
        weight is null ? null : new XAttribute("font-weight", weight),
        ChartSvg.Printable(label));

    private static double X(double percent) => percent * (Width - 2 * Margin) / 100;

    private static IEnumerable<string> Wrap(string text, int letters)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= letters)
            {
                yield return line;
                line = "";
            }
            line += line.Length == 0 ? word : $" {word}";
        }
        yield return line;
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
