using SahelWatch.Querying;

namespace SahelWatch.Pages.Map;

/// <summary>What a map looks at when its address does not say: everything that can be placed.</summary>
public static class MapFrame
{
    /// <summary>Size in pixels that the page reckons with before a browser tells its own.</summary>
    public const int Width = 960;
    public const int Height = 600;

    /// <summary>The three countries' part that a map opens on while there is no incident to place.</summary>
    private static readonly BoundingBox Sahel = new(-12.3, 9.3, 6.5, 20.7);

    private const double MarginDegrees = 0.4;

    public static BoundingBox Of(IncidentIndex index)
    {
        var placed = Enumerable.Range(0, index.Count).Select(row => index[row]).Where(row => row.HasPlace).ToList();
        return placed.Count == 0
            ? Sahel
            : new BoundingBox(
                placed.Min(row => row.Longitude) - MarginDegrees,
                placed.Min(row => row.Latitude) - MarginDegrees,
                placed.Max(row => row.Longitude) + MarginDegrees,
                placed.Max(row => row.Latitude) + MarginDegrees);
    }
}
