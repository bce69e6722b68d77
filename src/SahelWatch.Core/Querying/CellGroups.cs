namespace SahelWatch.Querying;

/// <summary>
/// Which cells are drawn as one: each smaller one is taken into a larger one whose middle it would cover. The larger
/// one stays where it is, so that it cannot come to cover another. The largest of the whole world choose first, so that
/// the outcome does not depend on the view; a cell is settled when it is asked for, with those alone on which it
/// depends.
/// </summary>
/// <param name="counts">Incidents by point.</param>
internal sealed class CellGroups(MapSlots slots, int[] counts)
{
    private readonly Dictionary<(int X, int Y), GridCell?> _cells = [];

    /// <summary>A cell, or null where it holds no incident.</summary>
    public GridCell? At(int x, int y)
    {
        if (!_cells.TryGetValue((x, y), out var cell))
        {
            cell = Make(x, y);
            _cells.Add((x, y), cell);
        }
        return cell;
    }

    /// <summary>The cell that a cell is drawn with: itself or the one that takes it in.</summary>
    public GridCell HomeOf(GridCell cell) => cell.Home ??= Takers(cell).FirstOrDefault(cell);

    private IEnumerable<GridCell> Takers(GridCell cell)
    {
        for (var x = cell.X - 1; x <= cell.X + 1; x++)
        {
            for (var y = cell.Y - 1; y <= cell.Y + 1; y++)
            {
                if (At(x, y) is { } other && other.GoesBefore(cell) && other.IsTooNear(cell) && HomeOf(other) == other)
                {
                    yield return other;
                }
            }
        }
    }

    private GridCell? Make(int x, int y)
    {
        var (count, inView, latitude, longitude, box) = (0, 0, 0.0, 0.0, (BoundingBox?)null);
        foreach (var code in slots.Points.In(x, y, slots.Grid.Zoom))
        {
            var (some, point) = (counts[code], slots.PointOf(code));
            if (some > 0)
            {
                count += some;
                inView += slots.Grid.View.Contains(point.Latitude, point.Longitude) ? some : 0;
                latitude += some * point.Latitude;
                longitude += some * point.Longitude;
                box = point.Box.With(box);
            }
        }
        return count == 0 ? null : new GridCell
        {
            X = x,
            Y = y,
            Count = count,
            InView = inView,
            Mean = new MapPoint(latitude / count, longitude / count),
            Middle = WebMercator.Pixel(latitude / count, longitude / count, slots.Grid.Zoom),
            Box = box!.Value,
        };
    }
}
