namespace SahelWatch.Querying;

/// <summary>Where the incidents of an index lie that can be placed.</summary>
public static class MapExtent
{
    /// <summary>
    /// The box that leaves a part of them, from 0 to 0.5, beyond each edge; null where there are none.
    /// </summary>
    public static BoundingBox? Of(IncidentIndex index, double outliers)
    {
        var counts = Counts(index);
        var points = index.Tables.Points.Values;
        var placed = new List<(MapPoint Point, int Count)>();
        for (var code = 0; code < counts.Length; code++)
        {
            if (counts[code] > 0)
            {
                placed.Add((points[code], counts[code]));
            }
        }
        if (placed.Count == 0)
        {
            return null;
        }
        var (west, east) = Inner(placed, point => point.Longitude, outliers);
        var (south, north) = Inner(placed, point => point.Latitude, outliers);
        return new BoundingBox(west, south, east, north);
    }

    private static (double Low, double High) Inner(
        List<(MapPoint Point, int Count)> placed, Func<MapPoint, double> side, double outliers)
    {
        var sorted = placed.Select(one => (Place: side(one.Point), one.Count)).OrderBy(one => one.Place).ToList();
        var beyond = (int)(sorted.Sum(one => one.Count) * outliers);
        return (After(sorted, beyond), After(sorted.AsEnumerable().Reverse(), beyond));
    }

    private static double After(IEnumerable<(double Place, int Count)> sorted, int beyond)
    {
        foreach (var (place, count) in sorted)
        {
            beyond -= count;
            if (beyond < 0)
            {
                return place;
            }
        }
        throw new ArgumentOutOfRangeException(nameof(beyond), beyond, "No more may be left out than there are.");
    }

    private static int[] Counts(IncidentIndex index)
    {
        var counts = new int[index.Tables.Points.Count];
        var hasPlace = Array.ConvertAll(index.Tables.Kinds.Values.ToArray(), kind => kind.HasPlace);
        foreach (var block in index.Blocks)
        {
            for (var place = 0; place < block.Count; place++)
            {
                counts[block.Points[place]] += hasPlace[block.Kinds[place]] ? 1 : 0;
            }
        }
        return counts;
    }
}
