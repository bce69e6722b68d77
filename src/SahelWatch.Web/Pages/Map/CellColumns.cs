using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Map;

/// <summary>
/// The cells of a viewport as columns: the nth value of each list is about the nth cell. So they take a third of the
/// bytes that they take as objects, and the answer stays under 12 kB compressed at 300 cells.
/// </summary>
/// <param name="Latitude">In as many decimals as a third of a pixel needs.</param>
/// <param name="Deaths">
/// Best figures; <paramref name="DeathsLow"/> and <paramref name="DeathsHigh"/> are their range.
/// </param>
/// <param name="WithoutToll">Incidents of which no figure is known.</param>
/// <param name="Colours">
/// For each colour of the legend a list: how many of every hundred incidents of each cell carry it, at least 1 where
/// any does.
/// </param>
/// <param name="Zoom">
/// The closest zoom level at which 320 by 320 pixels around the cell show all its incidents; 0 where they stand on one
/// spot or the level is the closest, so that none parts them.
/// </param>
/// <param name="Box">
/// West, south, east, north of the incidents that no level parts; null where they stand on the cell's own point, and
/// where some level parts them.
/// </param>
public sealed record CellColumns(
    IReadOnlyList<double> Latitude,
    IReadOnlyList<double> Longitude,
    IReadOnlyList<int> Count,
    IReadOnlyList<int> Deaths,
    IReadOnlyList<int> DeathsLow,
    IReadOnlyList<int> DeathsHigh,
    IReadOnlyList<int> WithoutToll,
    IReadOnlyList<EventType> Dominant,
    IReadOnlyList<IReadOnlyList<int>> Colours,
    IReadOnlyList<int> Zoom,
    IReadOnlyList<IReadOnlyList<double>?> Box)
{
    private const int FitPixels = 320;
    private const int ExactDecimals = 5;

    public static CellColumns Of(IReadOnlyList<MapCell> cells, int zoom)
    {
        var decimals = cells.Select(cell => IsParted(cell, zoom) ? Decimals(zoom) : ExactDecimals).ToList();
        return new CellColumns(
            [.. cells.Zip(decimals, (cell, digits) => Math.Round(cell.Latitude, digits))],
            [.. cells.Zip(decimals, (cell, digits) => Math.Round(cell.Longitude, digits))],
            [.. cells.Select(cell => cell.Count)],
            [.. cells.Select(cell => cell.Figure.Best)],
            [.. cells.Select(cell => cell.Figure.Low)],
            [.. cells.Select(cell => cell.Figure.High)],
            [.. cells.Select(cell => cell.Figure.WithoutToll)],
            [.. cells.Select(cell => cell.Dominant)],
            [.. Enumerable.Range(0, ActorColours.Count).Select(colour => Shares(cells, colour))],
            [.. cells.Select(cell => IsParted(cell, zoom) ? FitZoom(cell) : 0)],
            [.. cells.Select(cell => IsParted(cell, zoom) || IsPoint(cell.Box) ? null : Edges(cell.Box))]);
    }

    /// <summary>Decimals of a degree that tell places apart by a third of a pixel.</summary>
    public static int Decimals(int zoom) => (int)Math.Ceiling(Math.Log10(1.2 * (1 << zoom)));

    private static bool IsParted(MapCell cell, int zoom) => !cell.IsOneSpot && zoom < MapCells.MostZoom;

    private static bool IsPoint(BoundingBox box) => box.West == box.East && box.South == box.North;

    private static double[] Edges(BoundingBox box) => [box.West, box.South, box.East, box.North];

    private static List<int> Shares(IReadOnlyList<MapCell> cells, int colour) =>
    [
        .. cells.Select(cell => cell.Colours[colour] == 0
            ? 0
            : Math.Max(1, (int)Math.Round(100.0 * cell.Colours[colour] / cell.Count))),
    ];

    private static int FitZoom(MapCell cell)
    {
        var (x, y) = (
            Math.Max(cell.Box.East - cell.Longitude, cell.Longitude - cell.Box.West),
            Math.Max(cell.Box.North - cell.Latitude, cell.Latitude - cell.Box.South));
        var around = new BoundingBox(
            cell.Longitude - x, cell.Latitude - y, cell.Longitude + x, cell.Latitude + y);
        return MapPosition.Showing(around, FitPixels, FitPixels).Zoom;
    }
}
