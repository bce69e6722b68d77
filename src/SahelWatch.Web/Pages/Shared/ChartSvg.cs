using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// Draws one panel of a chart as inline SVG: classes of the style sheet, places in percent of the width, text in its
/// own size. A drawing with links is a group that holds them; without links it is one image.
/// </summary>
public static class ChartSvg
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static IHtmlContent Panel(TrendChart chart, ChartPanel panel)
    {
        var hasLinks = panel.Bars.Any(bar => bar.Link is not null);
        var svg = new XElement(Svg + "svg",
            new XAttribute("class", "plot plot-fluid"),
            new XAttribute("height", panel.Height),
            new XAttribute("role", hasLinks ? "group" : "img"),
            new XAttribute("aria-labelledby", $"{panel.Id}-title"),
            new XAttribute("aria-describedby", $"{panel.Id}-desc"),
            new XElement(Svg + "title",
                new XAttribute("id", $"{panel.Id}-title"),
                panel.Name.Length > 0 ? panel.Name : chart.Title),
            new XElement(Svg + "desc", new XAttribute("id", $"{panel.Id}-desc"), panel.Summary),
            Patterns(panel),
            Grid(panel),
            panel.EventBands.Select(band => new XElement(Svg + "rect",
                new XAttribute("class", "event-window"),
                new XAttribute("x", Percent(band.X)), new XAttribute("y", "14"),
                new XAttribute("width", Percent(band.Width)),
                new XAttribute("height", Number(panel.EventLinesEnd - 14)))),
            panel.EventLines.Select(x => Line("event-line", Percent(x), 14, Percent(x), panel.EventLinesEnd)),
            panel.Bars.Select(bar => Bar(panel, bar)),
            panel.Whiskers.Select(Whisker),
            panel.Bars.Where(bar => bar.Letter is not null).Select(bar =>
                Label("bar-letter", bar.X + bar.Width / 2, bar.Y + bar.Height / 2 + 4, "middle", bar.Letter!)),
            panel.EventLabels.Select(label => Label("event-label", label.At, 11, "middle", label.Label)),
            Line("axis-line", Percent(panel.Left), panel.Baseline, "100%", panel.Baseline),
            panel.Times.Select(tick => Label(null, tick.At, panel.Baseline + 16, "middle", tick.Label)));
        return new HtmlString(svg.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>A legend's sample of a series' colour and pattern.</summary>
    public static IHtmlContent Swatch(TrendChart chart, ChartKey key) => new HtmlString(
        new XElement(Svg + "svg",
            new XAttribute("class", $"swatch series-{key.Series}"),
            new XAttribute("aria-hidden", "true"),
            Rectangle(chart.Panels[0], key.Series, "0", 0, "100%", 14, false)).ToString(SaveOptions.DisableFormatting));

    private static IEnumerable<XElement> Grid(ChartPanel panel) => panel.Values.SelectMany(tick => new[]
    {
        new XElement(Svg + "g", new XAttribute("class", "grid"),
            Line(null, Percent(panel.Left), tick.At, "100%", tick.At)),
        Label(null, panel.Left - 0.7, tick.At + 4, "end", tick.Label),
    });

    private static XElement Bar(ChartPanel panel, ChartBar bar)
    {
        var rectangle = Rectangle(
            panel, bar.Series, Percent(bar.X), bar.Y, Percent(bar.Width), bar.Height, bar.IsPartial);
        var title = new XElement(Svg + "title", bar.Label);
        if (bar.Link is null)
        {
            rectangle.Add(title);
            return rectangle;
        }
        return new XElement(Svg + "a",
            new XAttribute("href", bar.Link),
            new XAttribute("tabindex", "-1"),
            title,
            rectangle);
    }

    private static XElement Rectangle(
        ChartPanel panel, int series, string x, double y, string width, double height, bool isPartial) =>
        new(Svg + "rect",
            new XAttribute("class", (series == 1 ? "bar series-1" : "patch") + (isPartial ? " is-partial" : "")),
            series == 1 ? null : new XAttribute("fill", $"url(#{PatternId(panel, series)})"),
            new XAttribute("x", x), new XAttribute("y", Number(y)),
            new XAttribute("width", width), new XAttribute("height", Number(height)));

    private static XElement? Patterns(ChartPanel panel)
    {
        var series = panel.Bars.Select(bar => bar.Series).Where(number => number > 1).Distinct().Order().ToList();
        return series.Count == 0 ? null : new XElement(Svg + "defs", series.Select(number =>
            new XElement(Svg + "pattern",
                new XAttribute("id", PatternId(panel, number)),
                new XAttribute("class", $"series-{number}"),
                new XAttribute("patternUnits", "userSpaceOnUse"),
                new XAttribute("width", 8), new XAttribute("height", 8),
                new XElement(Svg + "rect",
                    new XAttribute("class", "pattern-ground"),
                    new XAttribute("width", 8), new XAttribute("height", 8)),
                new XElement(Svg + "path",
                    new XAttribute("class", "pattern"),
                    new XAttribute("d", PatternPath(number))))));
    }

    /// <summary>Lines that tell a series from the others without its colour.</summary>
    public static string PatternPath(int series) => series switch
    {
        2 => "M-2 2l4-4M0 8l8-8M6 10l4-4",
        3 => "M3 4h2M7 0h2M-1 0h2M-1 8h2M7 8h2",
        4 => "M-2 6l4 4M0 0l8 8M6-2l4 4",
        5 => "M0 2h8M0 6h8",
        _ => "M0 4h8M4 0v8",
    };

    /// <summary>Text without what XML cannot hold, such as control characters in a search.</summary>
    public static string Printable(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => !Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF)));

    private static string PatternId(ChartPanel panel, int series) => $"{panel.Id}-pattern-{series}";

    private static XElement Whisker(ChartWhisker whisker) => new(Svg + "g", new XAttribute("class", "whisker"),
        Line("whisker", Percent(whisker.X), whisker.Low, Percent(whisker.X), whisker.High));

    private static XElement Line(string? style, string x1, double y1, string x2, double y2) => new(Svg + "line",
        style is null ? null : new XAttribute("class", style),
        new XAttribute("x1", x1), new XAttribute("y1", Number(y1)),
        new XAttribute("x2", x2), new XAttribute("y2", Number(y2)));

    /// <summary>A label that its place would push over the right edge ends there.</summary>
    private static XElement Label(string? style, double x, double y, string anchor, string label) => new(Svg + "text",
        style is null ? null : new XAttribute("class", style),
        new XAttribute("x", Percent(anchor == "middle" && x > 95 ? 100 : x)), new XAttribute("y", Number(y)),
        new XAttribute("text-anchor", anchor == "middle" && x > 95 ? "end" : anchor),
        new XAttribute("aria-hidden", "true"),
        label);

    private static string Percent(double value) => $"{Number(value)}%";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
