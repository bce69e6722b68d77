using SahelWatch.Incidents;
using SahelWatch.Trends;

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

    /// <summary>
    /// A view that reaches over more cells of the grid is gathered as at a lower zoom level: so its answer stays under
    /// 12 kB compressed. The page's map, 894 by 830 pixels at most, reaches over 416.
    /// </summary>
    public const int MostGridCells = 450;

    /// <summary>Rows of <see cref="MapView.Listed"/>.</summary>
    public const int MostListed = 50;

    /// <summary>What one viewport shows of a filter.</summary>
    /// <param name="zoom">Web map zoom level, <see cref="LeastZoom"/> to <see cref="MostZoom"/>.</param>
    public static MapView Gather(
        IncidentIndex index,
        IncidentFilter filter,
        DateOnly today,
        ActorColours colours,
        BoundingBox view,
        int zoom)
    {
        using var gathered = new MapGathering(index, filter, today, colours, new MapGrid(view, zoom));
        var places = gathered.Groups.Select((group, place) => (group.Home, place))
            .ToDictionary(pair => pair.Home, pair => pair.place);
        var (placed, box) = gathered.Placed();
        var areas = gathered.Areas()
            .Select(area => new MapArea(area.Area.Country, area.Area.Region, area.Sum.Figure)).ToList();
        var withoutPlace = areas.Sum(area => area.Count);
        return new MapView(
            placed + withoutPlace,
            gathered.InView,
            [
                .. FirstIn(view, index, filter, today, gathered.InView)
                    .Select(row => new ListedRow(row, places[gathered.HomeOf(row)])),
            ],
            withoutPlace,
            [.. gathered.Groups.Select(group => Cell(group, gathered.Sum(group)))],
            areas,
            box);
    }

    /// <summary>The same cells over time.</summary>
    /// <exception cref="ArgumentException">
    /// The filter's dates touch more than <see cref="Trend.MostBuckets"/>.
    /// </exception>
    public static MapTimes GatherInTime(
        IncidentIndex index,
        IncidentFilter filter,
        DateOnly today,
        ActorColours colours,
        BoundingBox view,
        int zoom,
        BucketSize size)
    {
        if (Trend.RangeOf(index, filter, today) is not { } range)
        {
            return MapTimes.None;
        }
        if (TimeBucket.Count(range.First, range.Last, size) > Trend.MostBuckets)
        {
            throw new ArgumentException($"A map has at most {Trend.MostBuckets} buckets.", nameof(size));
        }
        var buckets = TimeBucket.Span(range.First, range.Last, size);
        using var gathered = new MapGathering(index, filter, today, colours, new MapGrid(view, zoom));
        using var times = gathered.InTime(buckets);
        return new MapTimes(
            buckets,
            times.Totals,
            times.InView,
            [
                .. gathered.Groups.Select((group, place) => new MapTimeCell(
                    group.Home.Mean.Latitude, group.Home.Mean.Longitude, times.Of(place))),
            ],
            [
                .. gathered.Areas().Select(area => new MapTimeArea(
                    area.Area.Country, area.Area.Region, times.Of(gathered.Groups.Count + area.Code))),
            ]);
    }

    private static MapCell Cell(MapGroup group, SlotSum sum) => new(
        group.Home.Mean.Latitude,
        group.Home.Mean.Longitude,
        sum.Figure,
        (EventType)sum.Types.IndexOf(sum.Types.Max()),
        group.Box,
        sum.Colours,
        sum.Figure.Incidents == 1 ? sum.Row : null);

    /// <summary>The first placed rows in view, of which there are so many.</summary>
    private static int[] FirstIn(
        BoundingBox view, IncidentIndex index, IncidentFilter filter, DateOnly today, int count)
    {
        if (count == 0)
        {
            return [];
        }
        var inside = filter with { Box = filter.Box?.Cut(view) ?? view };
        using var compiled = index.Compile(inside, today);
        return RowOrder.Page(index, compiled, inside, 0, Math.Min(count, MostListed));
    }
}
