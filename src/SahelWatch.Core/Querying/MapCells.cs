using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// Incidents of known place gathered on a fixed grid of screen pixels in Web Mercator, so that clusters stay where
/// they are while the map is moved. A cell of one incident is that incident. Incidents placed no better than a
/// district are never gathered: they are counted by region in <see cref="MapView"/>.
/// </summary>
public static class MapCells
{
    public const int CellPixels = 56;
    public const int LeastZoom = 3;
    public const int MostZoom = 14;

    /// <summary>Cells of the rows that lie in a viewport.</summary>
    /// <param name="zoom">Web map zoom level, <see cref="LeastZoom"/> to <see cref="MostZoom"/>.</param>
    public static MapView Gather(IncidentIndex index, IReadOnlyList<int> rows, BoundingBox view, int zoom)
    {
        var cells = new Dictionary<(int X, int Y), List<int>>();
        var areas = new Dictionary<(string Country, string? Region), (int Count, int Deaths)>();
        var inView = new List<int>();
        foreach (var row in rows)
        {
            var facts = index[row];
            if (!facts.HasPlace)
            {
                var key = (facts.CountryCode, facts.RegionCode);
                var (count, deaths) = areas.GetValueOrDefault(key);
                areas[key] = (count + 1, deaths + facts.CountedDeaths);
            }
            else if (view.Contains(facts.Latitude, facts.Longitude))
            {
                inView.Add(row);
                var (x, y) = WebMercator.Pixel(facts.Latitude, facts.Longitude, zoom);
                var key = ((int)(x / CellPixels), (int)(y / CellPixels));
                (cells.TryGetValue(key, out var cell) ? cell : cells[key] = []).Add(row);
            }
        }
        return new MapView(
            rows.Count,
            inView,
            rows.Count(row => !index[row].HasPlace),
            [.. cells.OrderBy(cell => cell.Key).Select(cell => Cell(index, cell.Value))],
            [
                .. areas.OrderBy(area => area.Key.Country, StringComparer.Ordinal)
                    .ThenBy(area => area.Key.Region, StringComparer.Ordinal)
                    .Select(area => new MapArea(area.Key.Country, area.Key.Region, area.Value.Count, area.Value.Deaths)),
            ]);
    }

    private static MapCell Cell(IncidentIndex index, List<int> rows)
    {
        var facts = rows.ConvertAll(row => index[row]);
        var dominant = facts.GroupBy(row => row.Type)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        return new MapCell(
            facts.Average(row => row.Latitude),
            facts.Average(row => row.Longitude),
            rows.Count,
            facts.Sum(row => row.CountedDeaths),
            dominant,
            new BoundingBox(
                facts.Min(row => row.Longitude), facts.Min(row => row.Latitude),
                facts.Max(row => row.Longitude), facts.Max(row => row.Latitude)),
            rows.Count == 1 ? rows[0] : null);
    }
}
