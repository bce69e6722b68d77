using SahelWatch.Incidents;
using SahelWatch.Trends;

namespace SahelWatch.Querying;

/// <summary>
/// What a map shows of a filter in one viewport; <paramref name="Total"/> = all placed rows + those without.
/// </summary>
/// <param name="Total">Rows of the filter.</param>
/// <param name="InView">Rows of known place in the viewport.</param>
/// <param name="Listed">The first of them in the filter's order, at most <see cref="MapCells.MostListed"/>.</param>
/// <param name="WithoutPlace">Rows known no better than a district: shown as badges on areas.</param>
/// <param name="Cells">
/// Every cell whose mark reaches into the viewport or that holds a row in view, whole: a cell is the same from wherever
/// it is seen, and every row in view is in one.
/// </param>
/// <param name="Placed">What all placed rows of the filter lie in; null where there are none.</param>
public sealed record MapView(
    int Total,
    int InView,
    IReadOnlyList<ListedRow> Listed,
    int WithoutPlace,
    IReadOnlyList<MapCell> Cells,
    IReadOnlyList<MapArea> Areas,
    BoundingBox? Placed);

/// <summary>A row in view, and the place of its cell in the view's cells.</summary>
public readonly record struct ListedRow(int Row, int Cell);

/// <summary>
/// Incidents drawn as one mark, at the mean place of the grid cell that holds most of them, so that marks stay
/// <see cref="MapCells.LeastGapPixels"/> apart.
/// </summary>
/// <param name="Colours">How many carry each of the <see cref="ActorColours"/>.</param>
/// <param name="Row">Set where the cell is one incident.</param>
public sealed record MapCell(
    double Latitude,
    double Longitude,
    TrendFigure Figure,
    EventType Dominant,
    BoundingBox Box,
    IReadOnlyList<int> Colours,
    int? Row)
{
    public int Count => Figure.Incidents;

    public int Deaths => Figure.Best;

    /// <summary>Whether all its incidents stand on one spot, so that no zoom level parts them.</summary>
    public bool IsOneSpot => Box.East - Box.West < OneSpotDegrees && Box.North - Box.South < OneSpotDegrees;

    private const double OneSpotDegrees = 0.0005;
}

/// <summary>
/// Incidents whose place is known no better than a district, by region; a null region is a whole country.
/// </summary>
public sealed record MapArea(string CountryCode, string? RegionCode, TrendFigure Figure)
{
    public int Count => Figure.Incidents;

    public int Deaths => Figure.Best;

    /// <summary>Code of the region, or of the country where there is none.</summary>
    public string Code => RegionCode ?? CountryCode;
}
