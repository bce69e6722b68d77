using SahelWatch.Trends;

namespace SahelWatch.Querying;

/// <summary>The incidents of a filter counted for one view and gathered into the groups that it draws.</summary>
internal sealed class MapGathering : IDisposable
{
    private readonly IncidentIndex _index;
    private readonly IncidentFilter _filter;
    private readonly DateOnly _today;
    private readonly MapSlots _slots;
    private readonly MapTally _tally;
    private readonly CellGroups _cells;

    public MapGathering(
        IncidentIndex index, IncidentFilter filter, DateOnly today, ActorColours colours, MapGrid grid)
    {
        (_index, _filter, _today) = (index, filter, today);
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
    public IEnumerable<(Area Area, SlotSum Sum)> Areas()
    {
        for (var area = 0; area < _slots.Areas; area++)
        {
            if (_tally.BySpot[_slots.Points.Count + area] > 0)
            {
                yield return (_index.Tables.Areas[area], _tally.Sum([_slots.OfSpot[_slots.Points.Count + area]]));
            }
        }
    }

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

    /// <summary>Counts the groups by time, in the order of <see cref="Groups"/>.</summary>
    /// <param name="buckets">At least one; they hold every row of the filter.</param>
    public TimeTally InTime(IReadOnlyList<TimeBucket> buckets)
    {
        var groupOfSlot = Enumerable.Repeat(Groups.Count, _slots.Count).ToArray();
        for (var group = 0; group < Groups.Count; group++)
        {
            foreach (var (_, slot) in Groups[group].Parts)
            {
                groupOfSlot[slot] = group;
            }
        }
        return _index.Collect(_filter, _today, _ => new TimeTally(_slots, groupOfSlot, Groups.Count + 1, buckets));
    }

    public void Dispose()
    {
        _tally.Dispose();
        _slots.Dispose();
    }
}
