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

    /// <summary>What one viewport shows of some rows.</summary>
    /// <param name="zoom">Web map zoom level, <see cref="LeastZoom"/> to <see cref="MostZoom"/>.</param>
    public static MapView Gather(
        IncidentIndex index, IReadOnlyList<int> rows, ActorColours colours, BoundingBox view, int zoom)
    {
        var (left, top) = Cell(view.North, view.West, zoom);
        var (right, bottom) = Cell(view.South, view.East, zoom);
        var cells = new Dictionary<(int X, int Y), List<int>>();
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
            var cell = Cell(facts.Latitude, facts.Longitude, zoom);
            if (cell.X >= left && cell.X <= right && cell.Y >= top && cell.Y <= bottom)
            {
                Add(cells, cell, row);
            }
        }
        return new MapView(
            rows.Count,
            inView,
            withoutPlace,
            [.. cells.OrderBy(cell => cell.Key).Select(cell => Cell(index, cell.Value, colours))],
            [
                .. areas.OrderBy(area => area.Key.Country, StringComparer.Ordinal)
                    .ThenBy(area => area.Key.Region, StringComparer.Ordinal)
                    .Select(area => new MapArea(
                        area.Key.Country, area.Key.Region, area.Value, area.Value.Sum(row => index[row].CountedDeaths))),
            ]);
    }

    private static (int X, int Y) Cell(double latitude, double longitude, int zoom)
    {
        var (x, y) = WebMercator.Pixel(latitude, longitude, zoom);
        return ((int)(x / CellPixels), (int)(y / CellPixels));
    }

    private static void Add<TKey>(Dictionary<TKey, List<int>> groups, TKey key, int row) where TKey : notnull =>
        (groups.TryGetValue(key, out var group) ? group : groups[key] = []).Add(row);

    private static MapCell Cell(IncidentIndex index, List<int> rows, ActorColours colours)
    {
        var facts = rows.ConvertAll(row => index[row]);
        var dominant = facts.GroupBy(row => row.Type)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        var shares = new int[ActorColours.Count];
        foreach (var row in rows)
        {
            shares[colours.Of(row)]++;
        }
        return new MapCell(
            facts.Average(row => row.Latitude),
            facts.Average(row => row.Longitude),
            rows,
            facts.Sum(row => row.CountedDeaths),
            dominant,
            new BoundingBox(
                facts.Min(row => row.Longitude), facts.Min(row => row.Latitude),
                facts.Max(row => row.Longitude), facts.Max(row => row.Latitude)),
            shares);
    }
}
