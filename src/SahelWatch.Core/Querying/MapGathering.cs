using SahelWatch.Trends;

namespace SahelWatch.Querying;

/// <summary>The incidents of a filter counted for one view and gathered into the groups that it draws.</summary>
internal sealed class MapGathering : IDisposable
{
    private readonly IncidentIndex _index;
    private readonly IncidentFilter _filter;
    private readonly DateOnly _today;
    private readonly ActorColours _colours;
    private readonly MapSlots _slots;
    private readonly MapTally _tally;
    private readonly CellGroups _cells;

    public MapGathering(
        IncidentIndex index, IncidentFilter filter, DateOnly today, ActorColours colours, MapGrid grid)
    {
        (_index, _filter, _today, _colours) = (index, filter, today, colours);
        _slots = new MapSlots(index.Tables, grid);
        _tally = index.Collect(filter, today, _ => new MapTally(_slots, colours));
        _cells = new CellGroups(_slots, _tally.BySpot);
        var parts = new List<(GridCell Cell, int Slot)>();
        foreach (var (x, y, slot) in _slots.Cells)
        {
            if (_cells.At(x, y) is { } cell)
            {
                parts.Add((cell, slot));
            }
        }
        InView = parts.Sum(part => part.Cell.InView);
        Groups =
        [
            .. parts.GroupBy(part => _cells.HomeOf(part.Cell), (home, own) => new MapGroup(home, [.. own]))
                .Where(group => grid.IsNear(group.Home.Middle) || group.InView > 0)
                .OrderByDescending(group => group.Home.Count)
                .ThenBy(group => (group.Home.X, group.Home.Y)),
        ];
    }

    /// <summary>What the view draws, the largest first.</summary>
    public IReadOnlyList<MapGroup> Groups { get; }

    /// <summary>Incidents of known place in the view.</summary>
    public int InView { get; }

    public SlotSum Sum(MapGroup group) => _tally.Sum(group.Parts.Select(part => part.Slot));

    /// <summary>The cell that a placed row is drawn with.</summary>
    public GridCell HomeOf(int row)
    {
        var facts = _index[row];
        var (x, y) = PointGrid.CellOf(facts.Latitude, facts.Longitude, _slots.Grid.Zoom);
        return _cells.HomeOf(_cells.At(x, y)!);
    }

    /// <summary>Areas and incidents whose place is known no better.</summary>
    public IReadOnlyList<(int Code, Area Area, SlotSum Sum)> Areas() =>
    [
        .. Enumerable.Range(0, _slots.Areas).Where(area => _tally.BySpot[_slots.Points.Count + area] > 0)
            .Select(area => (
                area, _slots.AreaOf(area), _tally.Sum([_slots.OfSpot[_slots.Points.Count + area]])))
            .OrderBy(area => area.Item2.Country, StringComparer.Ordinal)
            .ThenBy(area => area.Item2.Region, StringComparer.Ordinal),
    ];

    /// <summary>How many rows of the filter have a known place, and what they lie in.</summary>
    public (int Count, BoundingBox? Box) Placed()
    {
        var (count, box) = (0, (BoundingBox?)null);
        for (var point = 0; point < _slots.Points.Count; point++)
        {
            if (_tally.BySpot[point] > 0)
            {
                count += _tally.BySpot[point];
                box = _index.Tables.Points[point].Box.With(box);
            }
        }
        return (count, box);
    }

    /// <summary>Counts the groups by time, in the order of <see cref="Groups"/>, and then the areas by code.</summary>
    /// <param name="buckets">At least one; they hold every row of the filter.</param>
    public TimeTally InTime(IReadOnlyList<TimeBucket> buckets)
    {
        var elsewhere = Groups.Count + _slots.Areas;
        var ofSlot = Enumerable.Repeat(elsewhere, _slots.Count).ToArray();
        for (var group = 0; group < Groups.Count; group++)
        {
            foreach (var (_, slot) in Groups[group].Parts)
            {
                ofSlot[slot] = group;
            }
        }
        for (var area = 0; area < _slots.Areas; area++)
        {
            ofSlot[_slots.OfSpot[_slots.Points.Count + area]] = Groups.Count + area;
        }
        var groups = new TimeGroups(elsewhere + 1, ofSlot, SpotsInView());
        return _index.Collect(_filter, _today, _ => new TimeTally(_slots, _colours, groups, buckets));
    }

    private byte[] SpotsInView()
    {
        var inView = new byte[_slots.Spots];
        foreach (var (x, y, _) in _slots.Cells)
        {
            foreach (var point in _slots.Points.In(x, y, _slots.Grid.Zoom))
            {
                var (latitude, longitude) = _slots.PointOf(point);
                inView[point] = (byte)(_slots.Grid.View.Contains(latitude, longitude) ? 1 : 0);
            }
        }
        return inView;
    }

    public void Dispose()
    {
        _tally.Dispose();
        _slots.Dispose();
    }
}
