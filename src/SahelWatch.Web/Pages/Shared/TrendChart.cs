using SahelWatch.Trends;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// A trend laid out as columns: stacked in one panel, or one panel for each series on a shared scale. Places along the
/// time axis are percent of the panel's width and heights are pixels, so that text keeps its size at any width.
/// </summary>
public sealed class TrendChart
{
    /// <summary>Unique in the page: ids inside the drawing start with it.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What the chart shows, in words: the text alternative.</summary>
    public required string Summary { get; init; }

    public required TrendMeasure Measure { get; init; }

    public required IReadOnlyList<ChartPanel> Panels { get; init; }

    /// <summary>Series in the order of the stack, from the bottom; empty where the panels name themselves.</summary>
    public required IReadOnlyList<ChartKey> Keys { get; init; }

    public required IReadOnlyList<ChartEvent> Events { get; init; }

    /// <summary>What a reader must know to read the figures right.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public bool IsMultiples => Panels.Count > 1 || Panels is [{ Name.Length: > 0 }];
}

/// <summary>One pair of axes.</summary>
/// <param name="Name">The series shown alone; empty for a panel of all.</param>
/// <param name="Left">Start of the time axis, percent.</param>
/// <param name="EventBands">Events that lasted, or whose day is not known.</param>
/// <param name="EventLinesEnd">How far down the lines of events reach, pixels from the top.</param>
/// <param name="Baseline">Height of the zero line, pixels from the top.</param>
public sealed record ChartPanel(
    string Id,
    string Name,
    string Figure,
    string Summary,
    string? Link,
    int Height,
    double Left,
    double Baseline,
    IReadOnlyList<ChartBar> Bars,
    IReadOnlyList<ChartWhisker> Whiskers,
    IReadOnlyList<ChartTick> Values,
    IReadOnlyList<ChartTick> Times,
    IReadOnlyList<ChartBand> EventBands,
    IReadOnlyList<double> EventLines,
    double EventLinesEnd,
    IReadOnlyList<ChartTick> EventLabels);

/// <summary>One column, or one part of a stacked one.</summary>
/// <param name="Series">1 to 6: colour and pattern.</param>
/// <param name="Letter">The series' letter, on its largest part alone.</param>
public sealed record ChartBar(
    double X,
    double Y,
    double Width,
    double Height,
    int Series,
    bool IsPartial,
    string? Letter,
    string Label,
    string? Link);

/// <summary>The range of an uncertain figure.</summary>
public sealed record ChartWhisker(double X, double Low, double High);

/// <summary>A stretch of time, percent.</summary>
public sealed record ChartBand(double X, double Width);

/// <summary>A label at a place on an axis.</summary>
public sealed record ChartTick(double At, string Label);

/// <summary>One series in the legend.</summary>
public sealed record ChartKey(int Series, string Letter, string Name, string Figure, string? Link);

/// <summary>One political event, by the number its line carries.</summary>
public sealed record ChartEvent(int Number, string Day, string Title, string Country);
