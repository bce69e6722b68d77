using System.Buffers;
using System.Runtime.Intrinsics;
using SahelWatch.Incidents;
using SahelWatch.Trends;

namespace SahelWatch.Querying;

/// <summary>Counts incidents by spot, and by slot their figures, types and colours, in one pass.</summary>
internal sealed class MapTally : ICollector<MapTally>
{
    private const int Types = (int)EventType.StrategicDevelopments + 1;
    private const int Marks = Types * ActorColours.Count;

    /// <summary>Marks from this on are of incidents whose place is known no better than a district.</summary>
    private const int Coarse = MapSlots.Coarse * ActorColours.Count;

    private readonly MapSlots _slots;
    private readonly ActorColours _colours;
    private readonly int[] _bySpot;
    private readonly Vector256<int>[] _figures;
    private readonly int[] _marks;
    private readonly int[] _rows;
    private readonly (byte[] Marks, byte[] Colours) _room =
        (ArrayPool<byte>.Shared.Rent(IndexBlock.Most), ArrayPool<byte>.Shared.Rent(IndexBlock.Most));

    public MapTally(MapSlots slots, ActorColours colours)
    {
        (_slots, _colours) = (slots, colours);
        _bySpot = Rent<int>(slots.Spots);
        _figures = Rent<Vector256<int>>(slots.Count);
        _marks = Rent<int>(slots.Count * Marks);
        _rows = Rent<int>(slots.Count);
    }

    /// <summary>Incidents by spot.</summary>
    public int[] BySpot => _bySpot;

    public void Add(IndexBlock block, int first, BlockScan scan)
    {
        var rows = scan.Rows(block);
        var markOf = _colours.Marks(block, rows, _slots.Types, _room);
        var (tollOf, pointOf, areaOf) = (block.Tolls, block.Points, block.Areas);
        var (tolls, slots, areas) = (_slots.Tolls, _slots.OfSpot, _slots.Points.Count);
        var (bySpot, figures, marks, last) = (_bySpot, _figures, _marks, _rows);
        foreach (var row in rows)
        {
            int mark = markOf[row];
            var spot = pointOf[row];
            if (mark >= Coarse)
            {
                (mark, spot) = (mark - Coarse, areas + areaOf[row]);
            }
            var slot = slots[spot];
            bySpot[spot]++;
            figures[slot] += tolls[tollOf[row]];
            marks[slot * Marks + mark]++;
            last[slot] = first + row;
        }
    }

    public void Merge(MapTally later)
    {
        Add(_bySpot, later._bySpot, _slots.Spots);
        Add(_marks, later._marks, _slots.Count * Marks);
        for (var slot = 0; slot < _slots.Count; slot++)
        {
            _figures[slot] += later._figures[slot];
            _rows[slot] = Math.Max(_rows[slot], later._rows[slot]);
        }
    }

    public SlotSum Sum(IEnumerable<int> slots)
    {
        var (figure, types, colours, row) = (Vector256<int>.Zero, new int[Types], new int[ActorColours.Count], 0);
        foreach (var slot in slots)
        {
            figure += _figures[slot];
            row = Math.Max(row, _rows[slot]);
            for (var mark = 0; mark < Marks; mark++)
            {
                types[mark / ActorColours.Count] += _marks[slot * Marks + mark];
                colours[mark % ActorColours.Count] += _marks[slot * Marks + mark];
            }
        }
        return new SlotSum(figure.ToFigure(), types, colours, row);
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_bySpot);
        ArrayPool<Vector256<int>>.Shared.Return(_figures);
        ArrayPool<int>.Shared.Return(_marks);
        ArrayPool<int>.Shared.Return(_rows);
        ArrayPool<byte>.Shared.Return(_room.Marks);
        ArrayPool<byte>.Shared.Return(_room.Colours);
    }

    private static void Add(int[] to, int[] from, int count)
    {
        for (var i = 0; i < count; i++)
        {
            to[i] += from[i];
        }
    }

    private static T[] Rent<T>(int length)
    {
        var rented = ArrayPool<T>.Shared.Rent(length);
        rented.AsSpan(0, length).Clear();
        return rented;
    }
}
