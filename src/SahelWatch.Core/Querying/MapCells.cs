namespace SahelWatch.Querying;

/// <summary>
/// Incidents of known place gathered on a fixed grid of screen pixels in Web Mercator. The grid belongs to the world,
/// not to the screen, so clusters stay as they are while the map is moved. A cell of one incident is that incident.
/// Incidents placed no better than a district are never gathered: they are counted by area.
/// </summary>
public static class MapCells
{
    public const int CellPixels = 56;
    public const int LeastZoom = 3;
    public const int MostZoom = 13;

    /// <summary>No two cells are drawn closer than this: the smaller one is taken into the larger.</summary>
    public const int LeastGapPixels = 38;

    /// <summary>What one viewport shows of some rows.</summary>
    /// <param name="zoom">Web map zoom level, <see cref="LeastZoom"/> to <see cref="MostZoom"/>.</param>
    public static MapView Gather(
        IncidentIndex index, IReadOnlyList<int> rows, ActorColours colours, BoundingBox view, int zoom)
    {
        var groups = new Dictionary<(int X, int Y), List<int>>();
        var areas = new Dictionary<(string Country, string? Region), List<int>>();
        var inView = new List<int>();
        var withoutPlace = 0;
        foreach (var row in rows)
        {
            var facts = index[row];
            if (!facts.HasPlace)
            {
                withoutPlace++;
                Add(areas, (facts.CountryCode, facts.RegionCode), row);
                continue;
            }
            if (view.Contains(facts.Latitude, facts.Longitude))
            {
                inView.Add(row);
            }
            Add(groups, Cell(facts.Latitude, facts.Longitude, zoom), row);
        }
        var inside = inView.ToHashSet();
        return new MapView(
            rows.Count,
            inView,
            withoutPlace,
            [
                .. Apart(index, groups, zoom)
                    .Where(group => IsNear(view, group, zoom) || group.Rows.Exists(inside.Contains))
                    .Select(group => Cell(index, group, colours)),
            ],
            [
                .. areas.OrderBy(area => area.Key.Country, StringComparer.Ordinal)
                    .ThenBy(area => area.Key.Region, StringComparer.Ordinal)
                    .Select(area => new MapArea(
                        area.Key.Country,
                        area.Key.Region,
                        area.Value,
                        area.Value.Sum(row => index[row].CountedDeaths))),
            ]);
    }

    /// <summary>
    /// The groups, each smaller one taken into a larger one whose middle it would cover. The larger one stays where it
    /// is, so that it cannot come to cover another. The whole world is settled before any viewport is cut out of it,
    /// largest first, so that the outcome does not depend on the viewport.
    /// </summary>
    private static List<Group> Apart(IncidentIndex index, Dictionary<(int X, int Y), List<int>> groups, int zoom)
    {
        var kept = new List<Group>();
        var near = new Dictionary<(int X, int Y), List<Group>>();
        foreach (var (_, rows) in groups.OrderByDescending(group => group.Value.Count).ThenBy(group => group.Key))
        {
            var latitude = rows.Average(row => index[row].Latitude);
            var longitude = rows.Average(row => index[row].Longitude);
            var (x, y) = WebMercator.Pixel(latitude, longitude, zoom);
            var spot = ((int)(x / CellPixels), (int)(y / CellPixels));
            var taker = Around(spot).SelectMany(place => near.GetValueOrDefault(place) ?? [])
                .FirstOrDefault(group =>
                    Math.Pow(group.X - x, 2) + Math.Pow(group.Y - y, 2) < LeastGapPixels * LeastGapPixels);
            if (taker is not null)
            {
                taker.Rows.AddRange(rows);
                continue;
            }
            var alone = new Group(latitude, longitude, x, y, rows);
            kept.Add(alone);
            (near.TryGetValue(spot, out var there) ? there : near[spot] = []).Add(alone);
        }
        kept.ForEach(group => group.Rows.Sort());
        return kept;
    }

    private static IEnumerable<(int X, int Y)> Around((int X, int Y) spot) =>
        from x in Enumerable.Range(spot.X - 1, 3)
        from y in Enumerable.Range(spot.Y - 1, 3)
        select (x, y);

    /// <summary>Whether a cell's mark may reach into the view: its middle lies up to a cell's width outside.</summary>
    private static bool IsNear(BoundingBox view, Group group, int zoom)
    {
        var (left, top) = WebMercator.Pixel(view.North, view.West, zoom);
        var (right, bottom) = WebMercator.Pixel(view.South, view.East, zoom);
        return group.X >= left - CellPixels && group.X <= right + CellPixels
            && group.Y >= top - CellPixels && group.Y <= bottom + CellPixels;
    }

    /// <summary>Rows drawn as one mark, and its place in degrees and pixels.</summary>
    private sealed record Group(double Latitude, double Longitude, double X, double Y, List<int> Rows);

    private static (int X, int Y) Cell(double latitude, double longitude, int zoom)
    {
        var (x, y) = WebMercator.Pixel(latitude, longitude, zoom);
        return ((int)(x / CellPixels), (int)(y / CellPixels));
    }

    private static void Add<TKey>(Dictionary<TKey, List<int>> groups, TKey key, int row) where TKey : notnull =>
        (groups.TryGetValue(key, out var group) ? group : groups[key] = []).Add(row);

    private static MapCell Cell(IncidentIndex index, Group group, ActorColours colours)
    {
        var rows = group.Rows;
        var facts = rows.ConvertAll(row => index[row]);
        var dominant = facts.GroupBy(row => row.Type)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        var shares = new int[ActorColours.Count];
        foreach (var row in rows)
        {
            shares[colours.Of(row)]++;
        }
        return new MapCell(
            group.Latitude,
            group.Longitude,
            rows,
            facts.Sum(row => row.CountedDeaths),
            dominant,
            new BoundingBox(
                facts.Min(row => row.Longitude), facts.Min(row => row.Latitude),
                facts.Max(row => row.Longitude), facts.Max(row => row.Latitude)),
            shares);
    }
}
