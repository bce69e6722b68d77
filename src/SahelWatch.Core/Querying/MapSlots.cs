using System.Buffers;
using System.Runtime.Intrinsics;
using SahelWatch.Trends;

namespace SahelWatch.Querying;

/// <summary>
/// Where a map adds up each incident. Its spot is its point or, where that is known no better than a district, its
/// area. Spots are counted each for itself; all else is added up by slot: one for each cell that bears on the view, one
/// for each area, and the first for all that is elsewhere.
/// </summary>
internal sealed class MapSlots : IDisposable
{
    /// <summary>Added to the type of incidents whose place is known no better than a district.</summary>
    public const byte Coarse = 8;

    private readonly IndexTables _tables;

    public MapSlots(IndexTables tables, MapGrid grid)
    {
        (_tables, Grid, Points, Areas) = (tables, grid, tables.Grid, tables.Areas.Count);
        Types = Array.ConvertAll(
            tables.Kinds.Values.ToArray(), kind => (byte)((int)kind.Type | (kind.HasPlace ? 0 : Coarse)));
        Tolls = FigureSums.ByToll(tables);
        OfSpot = ArrayPool<int>.Shared.Rent(Spots);
        OfSpot.AsSpan(0, Spots).Clear();
        Count = 1;
        foreach (var (x, y) in grid.Cells)
        {
            var inside = Points.In(x, y, grid.Zoom);
            foreach (var point in inside)
            {
                OfSpot[point] = Count;
            }
            if (inside.Length > 0)
            {
                Cells.Add((x, y, Count++));
            }
        }
        for (var spot = Points.Count; spot < Spots; spot++)
        {
            OfSpot[spot] = Count++;
        }
    }

    public MapGrid Grid { get; }

    public PointGrid Points { get; }

    public int Areas { get; }

    /// <summary>Spots are points by code, then areas by code.</summary>
    public int Spots => Points.Count + Areas;

    /// <summary>Slots by spot.</summary>
    public int[] OfSpot { get; }

    /// <summary>Number of slots.</summary>
    public int Count { get; }

    /// <summary>Cells that bear on the view and hold a point, with their slots.</summary>
    public List<(int X, int Y, int Slot)> Cells { get; } = [];

    /// <summary>Event types by kind, with <see cref="Coarse"/>.</summary>
    public byte[] Types { get; }

    /// <summary>What one incident adds, by toll.</summary>
    public Vector256<int>[] Tolls { get; }

    public int SpotOf(IndexBlock block, int row) =>
        Types[block.Kinds[row]] < Coarse ? block.Points[row] : Points.Count + block.Areas[row];

    public MapPoint PointOf(int code) => _tables.Points[code];

    public Area AreaOf(int code) => _tables.Areas[code];

    public void Dispose() => ArrayPool<int>.Shared.Return(OfSpot);
}
