using System.Globalization;

namespace SahelWatch.Querying;

/// <summary>Where a map looks: its centre in degrees and its web map zoom level.</summary>
public readonly record struct MapPosition(double Latitude, double Longitude, int Zoom)
{
    /// <summary>Reads <c>latitude,longitude,zoom</c>, such as <c>14.5,-2.1,6</c>.</summary>
    public static bool TryParse(string text, out MapPosition position)
    {
        position = default;
        if (text.Split(',') is not [var north, var east, var level]
            || !double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            || !double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            || !int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var zoom)
            || !(Math.Abs(latitude) <= 85) || !(Math.Abs(longitude) <= 180)
            || zoom is < MapCells.LeastZoom or > MapCells.MostZoom)
        {
            return false;
        }
        position = new MapPosition(latitude, longitude, zoom);
        return true;
    }

    /// <summary>What a map of <paramref name="width"/> by <paramref name="height"/> pixels shows from here.</summary>
    public BoundingBox View(int width, int height)
    {
        var (x, y) = WebMercator.Pixel(Latitude, Longitude, Zoom);
        var (north, west) = WebMercator.Degrees(x - width / 2.0, y - height / 2.0, Zoom);
        var (south, east) = WebMercator.Degrees(x + width / 2.0, y + height / 2.0, Zoom);
        return new BoundingBox(Math.Max(west, -180), south, Math.Min(east, 180), north);
    }

    /// <summary>The closest position from which a map of that size shows the whole box.</summary>
    public static MapPosition Showing(BoundingBox box, int width, int height)
    {
        var (left, top) = WebMercator.Pixel(box.North, box.West, 0);
        var (right, bottom) = WebMercator.Pixel(box.South, box.East, 0);
        var scale = Math.Min(width / Math.Max(right - left, 1e-9), height / Math.Max(bottom - top, 1e-9));
        var zoom = Math.Clamp((int)Math.Floor(Math.Log2(scale)), MapCells.LeastZoom, MapCells.MostZoom);
        var (latitude, longitude) = WebMercator.Degrees((left + right) / 2, (top + bottom) / 2, 0);
        return new MapPosition(Math.Round(latitude, 4), Math.Round(longitude, 4), zoom);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.####},{Longitude:0.####},{Zoom}");
}
