using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Comparing;

/// <summary>What is asked of every engine: one kind of work with one filter.</summary>
/// <param name="Name">Unique, such as "W3 broad zoom 6".</param>
/// <param name="Map">Where the map looks, of a question about cells.</param>
internal sealed record Question(string Name, Work Work, IncidentFilter Filter, MapPosition? Map = null)
{
    public const int MapWidth = 1000;
    public const int MapHeight = 640;

    public BoundingBox View => Map!.Value.View(MapWidth, MapHeight);

    /// <summary>The grid cells, edges included, whose marks may reach into the view.</summary>
    public (int Left, int Top, int Right, int Bottom) Grid
    {
        get
        {
            var (left, top, right, bottom) = Pixels;
            return (Cell(left) - 1, Cell(top) - 1, Cell(right) + 1, Cell(bottom) + 1);
        }
    }

    private (double Left, double Top, double Right, double Bottom) Pixels
    {
        get
        {
            var (view, zoom) = (View, Map!.Value.Zoom);
            var (left, top) = WebMercator.Pixel(view.North, view.West, zoom);
            var (right, bottom) = WebMercator.Pixel(view.South, view.East, zoom);
            return (left, top, right, bottom);
        }
    }

    /// <summary>Whether a mark at a place may reach into the view.</summary>
    public bool IsNearView(double latitude, double longitude)
    {
        var (left, top, right, bottom) = Pixels;
        var (x, y) = WebMercator.Pixel(latitude, longitude, Map!.Value.Zoom);
        return x >= left - MapCells.CellPixels && x <= right + MapCells.CellPixels
            && y >= top - MapCells.CellPixels && y <= bottom + MapCells.CellPixels;
    }

    private static int Cell(double pixel) => (int)(pixel / MapCells.CellPixels);
}

internal enum Work
{
    MonthsByRegion,
    Panels,
    Cells,
    Page,
    Text,
}
