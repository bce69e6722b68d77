using NetTopologySuite.Geometries;

namespace SahelWatch.Geography;

/// <summary>
/// Fits a box of the world into a drawing of a given width: longitude as x, shrunk by the cosine of the middle
/// latitude, so that shapes near it keep their proportions. For still maps of a few countries; not for measuring.
/// </summary>
public sealed class MapProjection
{
    private readonly Envelope _box;
    private readonly double _scaleX;
    private readonly double _scaleY;

    /// <param name="width">Width of the drawing, margins included.</param>
    public MapProjection(Envelope box, double width, double margin)
    {
        _box = box;
        Width = width;
        Margin = margin;
        _scaleX = (width - 2 * margin) / box.Width;
        _scaleY = _scaleX / Math.Cos(box.Centre.Y * Math.PI / 180);
        Height = box.Height * _scaleY + 2 * margin;
    }

    public double Width { get; }

    public double Height { get; }

    public double Margin { get; }

    public (double X, double Y) Place(double latitude, double longitude) =>
        (Margin + (longitude - _box.MinX) * _scaleX, Margin + (_box.MaxY - latitude) * _scaleY);
}
