namespace SahelWatch.Querying;

/// <summary>
/// The points of an index in the order of the map's grid, so that the points of any cell at any zoom level stand
/// together. A cell of one zoom level is four of the next, and points stand along the curve that goes through all cells
/// of four, of sixteen and so on (Z-order): a cell is a prefix of its points' places on the curve.
/// </summary>
internal sealed class PointGrid
{
    public static readonly PointGrid Empty = new([], []);

    /// <summary>For each point in order, its finest cell's place on the curve.</summary>
    private readonly uint[] _places;
    private readonly int[] _points;

    private PointGrid(uint[] places, int[] points) => (_places, _points) = (places, points);

    public int Count => _points.Length;

    /// <summary>The cell of a point at a zoom level.</summary>
    public static (int X, int Y) CellOf(double latitude, double longitude, int zoom)
    {
        var (x, y) = WebMercator.Pixel(latitude, longitude, zoom);
        return ((int)(x / MapCells.CellPixels), (int)(y / MapCells.CellPixels));
    }

    /// <summary>This and the points that it does not know yet, which have the codes from its count on.</summary>
    public PointGrid With(ReadOnlySpan<MapPoint> points)
    {
        var added = new PointGrid(new uint[points.Length - Count], [.. Enumerable.Range(Count, points.Length - Count)]);
        for (var i = 0; i < added.Count; i++)
        {
            var point = points[added._points[i]];
            var (x, y) = CellOf(point.Latitude, point.Longitude, MapCells.MostZoom);
            added._places[i] = (uint)Place(x, y);
        }
        Array.Sort(added._places, added._points);
        return Count == 0 ? added : Merge(this, added);
    }

    /// <summary>The codes of the points in a cell.</summary>
    public ReadOnlySpan<int> In(int x, int y, int zoom)
    {
        if (x < 0 || y < 0)
        {
            return [];
        }
        var below = 2 * (MapCells.MostZoom - zoom);
        var place = Place(x, y);
        var first = Before(place << below, 0);
        return _points.AsSpan(first..Before(place + 1 << below, first));
    }

    private static PointGrid Merge(PointGrid a, PointGrid b)
    {
        var merged = new PointGrid(new uint[a.Count + b.Count], new int[a.Count + b.Count]);
        for (int i = 0, j = 0; i + j < merged.Count;)
        {
            var isFirst = j == b.Count || i < a.Count && a._places[i] <= b._places[j];
            (merged._places[i + j], merged._points[i + j]) = isFirst
                ? (a._places[i], a._points[i])
                : (b._places[j], b._points[j]);
            (i, j) = isFirst ? (i + 1, j) : (i, j + 1);
        }
        return merged;
    }

    private int Before(ulong place, int low)
    {
        var high = _places.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _places[middle] < place ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>The bits of both numbers in turn.</summary>
    private static ulong Place(int x, int y) => Spread((uint)y) << 1 | Spread((uint)x);

    /// <summary>Puts a 0 before each of 32 bits.</summary>
    private static ulong Spread(ulong bits)
    {
        bits = (bits | bits << 16) & 0x0000ffff0000ffff;
        bits = (bits | bits << 8) & 0x00ff00ff00ff00ff;
        bits = (bits | bits << 4) & 0x0f0f0f0f0f0f0f0f;
        bits = (bits | bits << 2) & 0x3333333333333333;
        return (bits | bits << 1) & 0x5555555555555555;
    }
}
