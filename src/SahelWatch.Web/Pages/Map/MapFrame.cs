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

    /// <summary>What the map opens on: nearly everything that can be placed, whatever the filter.</summary>
    public static BoundingBox Of(IncidentIndex index) => Around(index, index.Rows, Outliers);

    /// <summary>Everything of some rows that can be placed.</summary>
    public static BoundingBox All(IncidentIndex index, IEnumerable<int> rows) => Around(index, rows, 0);

    private static BoundingBox Around(IncidentIndex index, IEnumerable<int> rows, double outliers)
    {
        var placed = rows.Select(row => index[row]).Where(row => row.HasPlace).ToList();
        if (placed.Count == 0)
        {
            return Sahel;
        }
        var cut = (int)(placed.Count * outliers);
        var east = placed.Select(row => row.Longitude).Order().ToList();
        var north = placed.Select(row => row.Latitude).Order().ToList();
        return new BoundingBox(
            Math.Round(east[cut] - MarginDegrees, 3),
            Math.Round(north[cut] - MarginDegrees, 3),
            Math.Round(east[^(cut + 1)] + MarginDegrees, 3),
            Math.Round(north[^(cut + 1)] + MarginDegrees, 3));
    }
}
