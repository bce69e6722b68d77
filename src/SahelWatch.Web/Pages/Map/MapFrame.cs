using System.Runtime.CompilerServices;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Map;

/// <summary>What a map looks at when its address does not say.</summary>
public static class MapFrame
{
    /// <summary>Size in pixels that the page reckons with before a browser tells its own.</summary>
    public const int Width = 960;
    public const int Height = 600;

    /// <summary>The three countries' part that a map opens on while there is no incident to place.</summary>
    private static readonly BoundingBox Sahel = new(-12.3, 9.3, 6.5, 20.7);

    private const double MarginDegrees = 0.3;

    /// <summary>
    /// Part of the incidents at each edge that the opening view may leave outside: outliers make it small.
    /// </summary>
    private const double Outliers = 0.04;

    private static readonly ConditionalWeakTable<IncidentIndex, StrongBox<BoundingBox>> Opening = [];

    /// <summary>
    /// What the map opens on: nearly everything that can be placed, whatever the filter. Worked out once for a version.
    /// </summary>
    public static BoundingBox Of(IncidentIndex index) =>
        Opening.GetValue(index, one => new StrongBox<BoundingBox>(Around(MapExtent.Of(one, Outliers)))).Value;

    /// <summary>Everything of a filter that can be placed.</summary>
    public static BoundingBox All(MapView map) => Around(map.Placed);

    private static BoundingBox Around(BoundingBox? placed) => placed is not { } box ? Sahel : new BoundingBox(
        Math.Round(box.West - MarginDegrees, 3),
        Math.Round(box.South - MarginDegrees, 3),
        Math.Round(box.East + MarginDegrees, 3),
        Math.Round(box.North + MarginDegrees, 3));
}
