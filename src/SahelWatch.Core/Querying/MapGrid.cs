namespace SahelWatch.Querying;

/// <summary>
/// The grid that a viewport is gathered on: that of its zoom level, or of a lower one where a large view would hold
/// more cells than a reader can use. Which one depends on the zoom level and the size of the view in whole pixels, so
/// that it stays the same while a map is moved; only at the edge of the world, which cuts a view, it may not.
/// </summary>
internal readonly record struct MapGrid
{
    /// <summary>Cells within this many of the view's own may be drawn in it or taken into one that is.</summary>
    private const int Around = 2;

    public MapGrid(BoundingBox view, int zoom)
    {
        (View, Zoom) = (view, zoom);
        (Left, Top) = WebMercator.Pixel(view.North, view.West, zoom);
        (Right, Bottom) = WebMercator.Pixel(view.South, view.East, zoom);
        var (width, height) = (Math.Round(Right - Left), Math.Round(Bottom - Top));
        for (; Zoom > 0 && Across(width) * Across(height) > MapCells.MostGridCells; Zoom--)
        {
            (width, height) = (width / 2, height / 2);
            (Left, Top, Right, Bottom) = (Left / 2, Top / 2, Right / 2, Bottom / 2);
        }
    }

    public BoundingBox View { get; }

    public int Zoom { get; }

    /// <summary>Edges of the view in pixels of the grid's zoom level.</summary>
    public double Left { get; }

    public double Top { get; }

    public double Right { get; }

    public double Bottom { get; }

    /// <summary>The cells that bear on what the view shows, row by row.</summary>
    public IEnumerable<(int X, int Y)> Cells
    {
        get
        {
            var (left, right) = (Cell(Left) - Around, Cell(Right) + Around);
            for (var y = Cell(Top) - Around; y <= Cell(Bottom) + Around; y++)
            {
                for (var x = left; x <= right; x++)
                {
                    yield return (x, y);
                }
            }
        }
    }

    /// <summary>Whether a mark may reach into the view: its middle lies up to a cell's width outside.</summary>
    public bool IsNear((double X, double Y) middle) =>
        middle.X >= Left - MapCells.CellPixels && middle.X <= Right + MapCells.CellPixels
        && middle.Y >= Top - MapCells.CellPixels && middle.Y <= Bottom + MapCells.CellPixels;

    private static double Across(double pixels) => pixels / MapCells.CellPixels + 2 * Around + 1;

    private static int Cell(double pixel) => (int)(pixel / MapCells.CellPixels);
}
