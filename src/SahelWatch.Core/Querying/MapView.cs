using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// What a map shows of a filter in one viewport; <paramref name="Total"/> = all placed rows + those without.
/// </summary>
/// <param name="Total">Rows of the filter.</param>
/// <param name="InView">Rows of known place in the viewport, in the filter's order.</param>
/// <param name="WithoutPlace">Rows known no better than a district: shown as badges on areas.</param>
/// <param name="Cells">
/// Every cell whose mark reaches into the viewport or that holds a row in view, whole: a cell is the same from wherever
/// it is seen, and every row in view is in one.
/// </param>
public sealed record MapView(
    int Total,
    IReadOnlyList<int> InView,
    int WithoutPlace,
    IReadOnlyList<MapCell> Cells,
    IReadOnlyList<MapArea> Areas);

/// <summary>
/// Incidents drawn as one mark, at the mean place of the grid cell that holds most of them, so that marks stay
/// <see cref="MapCells.LeastGapPixels"/> apart; <paramref name="Rows"/> are in date order.
/// </summary>
/// <param name="Colours">How many carry each of the <see cref="ActorColours"/>.</param>
public sealed record MapCell(
    double Latitude,
    double Longitude,
    IReadOnlyList<int> Rows,
    int Deaths,
    EventType Dominant,
    BoundingBox Box,
    IReadOnlyList<int> Colours)
{
    public int Count => Rows.Count;

    /// <summary>Whether all its incidents stand on one spot, so that no zoom level parts them.</summary>
    public bool IsOneSpot => Box.East - Box.West < OneSpotDegrees && Box.North - Box.South < OneSpotDegrees;

    private const double OneSpotDegrees = 0.0005;
}

/// <summary>
/// Incidents whose place is known no better than a district, by region; a null region is a whole country.
/// <paramref name="Rows"/> are in the filter's order.
/// </summary>
public sealed record MapArea(string CountryCode, string? RegionCode, IReadOnlyList<int> Rows, int Deaths)
{
    public int Count => Rows.Count;

    /// <summary>Code of the region, or of the country where there is none.</summary>
    public string Code => RegionCode ?? CountryCode;
}
