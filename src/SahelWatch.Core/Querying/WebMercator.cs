namespace SahelWatch.Querying;

/// <summary>The projection of web maps (EPSG:3857) in pixels of 256-pixel tiles.</summary>
public static class WebMercator
{
    /// <summary>
    /// Pixel from the north-west corner of the world at a zoom level; latitudes beyond 85.05 are cut.
    /// </summary>
    public static (double X, double Y) Pixel(double latitude, double longitude, int zoom)
    {
        var size = 256.0 * (1 << zoom);
        var sine = Math.Sin(Math.Clamp(latitude, -85.05112878, 85.05112878) * Math.PI / 180);
        return (
            (longitude + 180) / 360 * size,
            (0.5 - Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size);
    }

    /// <summary>The place of a pixel: the inverse of <see cref="Pixel"/>.</summary>
    public static (double Latitude, double Longitude) Degrees(double x, double y, int zoom)
    {
        var size = 256.0 * (1 << zoom);
        return (
            Math.Atan(Math.Sinh(Math.PI * (1 - 2 * y / size))) * 180 / Math.PI,
            x / size * 360 - 180);
    }
}
