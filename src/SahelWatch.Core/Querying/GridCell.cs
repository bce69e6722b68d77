namespace SahelWatch.Querying;

/// <summary>A cell of the map's grid that holds incidents of a filter.</summary>
internal sealed class GridCell
{
    public required int X { get; init; }

    public required int Y { get; init; }

    public required int Count { get; init; }

    /// <summary>How many of its incidents are in the view.</summary>
    public required int InView { get; init; }

    /// <summary>Mean place of its incidents.</summary>
    public required MapPoint Mean { get; init; }

    /// <summary>The same in pixels.</summary>
    public required (double X, double Y) Middle { get; init; }

    /// <summary>What its incidents lie in.</summary>
    public required BoundingBox Box { get; init; }

    /// <summary>The cell that it is drawn with, which may be itself; null before that is settled.</summary>
    public GridCell? Home { get; set; }

    /// <summary>Of two cells of equal count the one further west, then north, goes before.</summary>
    public bool GoesBefore(GridCell other) => (-Count, X, Y).CompareTo((-other.Count, other.X, other.Y)) < 0;

    /// <summary>Whether two marks would cover each other.</summary>
    public bool IsTooNear(GridCell other) =>
        Math.Pow(Middle.X - other.Middle.X, 2) + Math.Pow(Middle.Y - other.Middle.Y, 2)
            < MapCells.LeastGapPixels * MapCells.LeastGapPixels;
}
