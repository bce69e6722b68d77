using SahelWatch.Actors;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Tests.Support;

/// <summary>The map's meaning said once more, row by row over the whole world: the oracle of its cells.</summary>
public static class NaiveMap
{
    /// <summary>What a view draws of some rows, the largest first.</summary>
    public static List<NaiveCell> Cells(IncidentIndex index, IEnumerable<int> rows, BoundingBox view, int zoom)
    {
        var (left, top) = WebMercator.Pixel(view.North, view.West, zoom);
        var (right, bottom) = WebMercator.Pixel(view.South, view.East, zoom);
        return [.. Apart(index, rows.Where(row => index[row].HasPlace), zoom).Where(cell =>
            (cell.X >= left - MapCells.CellPixels && cell.X <= right + MapCells.CellPixels
                && cell.Y >= top - MapCells.CellPixels && cell.Y <= bottom + MapCells.CellPixels)
            || cell.Rows.Exists(row => view.Contains(index[row].Latitude, index[row].Longitude)))];
    }

    /// <summary>The colour of a row, from the words of <see cref="ActorColours"/>.</summary>
    public static int ColourOf(IncidentIndex index, IncidentFilter filter, int row)
    {
        var parties = index.Parties(row).ToArray();
        if (filter.Actors.Length is >= 2 and < ActorColours.Count)
        {
            var place = Enumerable.Range(0, filter.Actors.Length).FirstOrDefault(
                place => parties.Any(party => Naive.CountsAs(
                    party.Actor, filter.Actors[place], filter.Components, index[row].StartsOn)), -1);
            return place < 0 ? ActorColours.Count - 1 : place;
        }
        var lead = parties.Where(party => party.Role == ActorRole.Perpetrator)
            .Concat(parties.Where(party => party.Role == ActorRole.SideA))
            .Select(party => index.Reference.Actor(party.Actor)!.Kind)
            .FirstOrDefault(ActorKind.Unidentified);
        return (int)ActorColours.GroupOf(lead);
    }

    private static List<NaiveCell> Apart(IncidentIndex index, IEnumerable<int> rows, int zoom)
    {
        var drawn = new List<NaiveCell>();
        var cells = rows.GroupBy(row => CellOf(index[row], zoom), (spot, own) => (Spot: spot, Rows: own.ToList()));
        foreach (var (spot, own) in cells.OrderByDescending(cell => cell.Rows.Count).ThenBy(cell => cell.Spot))
        {
            var cell = new NaiveCell(
                spot, own.Average(row => index[row].Latitude), own.Average(row => index[row].Longitude), zoom, own);
            var taker = drawn.Where(other => Math.Abs(other.Spot.X - spot.X) <= 1 && Math.Abs(other.Spot.Y - spot.Y) <= 1)
                .OrderBy(other => other.Spot)
                .FirstOrDefault(other => Math.Sqrt(Math.Pow(other.X - cell.X, 2) + Math.Pow(other.Y - cell.Y, 2))
                    < MapCells.LeastGapPixels);
            if (taker is null)
            {
                drawn.Add(cell);
            }
            taker?.Rows.AddRange(own);
        }
        return drawn;
    }

    private static (int X, int Y) CellOf(IncidentRow row, int zoom)
    {
        var (x, y) = WebMercator.Pixel(row.Latitude, row.Longitude, zoom);
        return ((int)(x / MapCells.CellPixels), (int)(y / MapCells.CellPixels));
    }
}

/// <summary>Rows drawn as one mark, and its place in degrees and pixels.</summary>
public sealed record NaiveCell((int X, int Y) Spot, double Latitude, double Longitude, int Zoom, List<int> Rows)
{
    public double X => WebMercator.Pixel(Latitude, Longitude, Zoom).X;

    public double Y => WebMercator.Pixel(Latitude, Longitude, Zoom).Y;

    /// <summary>The cell as the index should tell it; its middle is left out, which sums may shift by a hair.</summary>
    public string Written(IncidentIndex index, IncidentFilter filter)
    {
        var facts = Rows.ConvertAll(row => index[row]);
        var box = new BoundingBox(
            facts.Min(row => row.Longitude), facts.Min(row => row.Latitude),
            facts.Max(row => row.Longitude), facts.Max(row => row.Latitude));
        var dominant = facts.GroupBy(row => row.Type).OrderByDescending(type => type.Count()).ThenBy(type => type.Key);
        var colours = Enumerable.Range(0, ActorColours.Count)
            .Select(colour => Rows.Count(row => NaiveMap.ColourOf(index, filter, row) == colour));
        var figure = facts.Aggregate(default(TrendFigure), (sum, row) => sum + TrendFigure.Of(row.Deaths));
        return Write(figure, dominant.First().Key, box, colours, Rows.Count == 1 ? Rows[0] : null);
    }

    public static string Written(MapCell cell) => Write(cell.Figure, cell.Dominant, cell.Box, cell.Colours, cell.Row);

    private static string Write(
        TrendFigure figure, EventType dominant, BoundingBox box, IEnumerable<int> colours, int? row) =>
        $"{figure} {dominant} {box} {string.Join(',', colours)} {row}";
}
