using CsCheck;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Tests.Support;

/// <summary>A map of so many pixels that shows a filter from a position.</summary>
public sealed record MapCase(IncidentIndex Index, IncidentFilter Filter, MapPosition Middle, int Width, int Height)
{
    private static readonly Gen<(Incident[] Incidents, int Zoom)> Cases =
        Gen.Select(SyntheticIncidents.Sets, Gen.Int[MapCells.LeastZoom, MapCells.MostZoom]);

    /// <summary>Every incident on a place of its own, over the whole region or over a part of it.</summary>
    public static readonly Gen<(Incident[] Incidents, int Zoom)> Spread =
        from one in Cases
        from span in Pick.From(1.0, 6.0, 25.0)
        from points in Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1]).Array[one.Incidents.Length]
        select (one.Incidents.Zip(points, (incident, point) =>
        {
            incident.GeoPrecision = GeoPrecision.Near;
            incident.Latitude = 5 + point.Item1 * span / 2;
            incident.Longitude = -12 + point.Item2 * span;
            return incident;
        }).ToArray(), one.Zoom);

    private static readonly Gen<IncidentFilter> Filters = Gen.OneOf(
        Gen.Const(IncidentFilter.Everything),
        RandomFilters.Over(SyntheticIncidents.Reference, new(2017, 12, 1), new(2020, 6, 1)),
        Gen.Bool.Select(components => new IncidentFilter { Actors = ["part", "rival", "whole"], Components = components }));

    /// <summary>Views of a screen's size around one of the incidents, or anywhere.</summary>
    public static readonly Gen<MapCase> Views =
        from one in Gen.OneOf(Cases, Spread)
        from blockRows in Pick.From(1, 7, 1000)
        from filter in Filters
        from place in Gen.Int[0, 100]
        from aside in Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1])
        from size in Pick.From((320, 480), (660, 482), (894, 702), (894, 922), (894, 923), (960, 600), (1366, 768))
        let index = IncidentIndex.Build(one.Incidents, SyntheticIncidents.Reference, "test", blockRows)
        let row = index.Count == 0 ? default : index[index.Rows.ElementAt(place % index.Count)]
        let span = 700.0 / (1 << one.Zoom)
        let middle = new MapPosition(row.Latitude + aside.Item1 * span, row.Longitude + aside.Item2 * span, one.Zoom)
        select new MapCase(index, filter, middle, size.Item1, size.Item2);

    public BoundingBox View => Middle.View(Width, Height);

    public int Zoom => Middle.Zoom;

    /// <summary>
    /// The view after its map was moved by parts of its size within the bounds of the page's map, as the page asks for
    /// it: by whole pixels, written in five decimals.
    /// </summary>
    public BoundingBox Moved(double east, double north)
    {
        var (x, y) = WebMercator.Pixel(Middle.Latitude, Middle.Longitude, Zoom);
        var (latitude, longitude) = WebMercator.Degrees(
            x + Math.Round(east * Width), y - Math.Round(north * Height), Zoom);
        var view = new MapPosition(Math.Clamp(latitude, -12, 42), Math.Clamp(longitude, -40, 40), Zoom)
            .View(Width, Height);
        return new BoundingBox(
            Math.Round(view.West, 5), Math.Round(view.South, 5), Math.Round(view.East, 5), Math.Round(view.North, 5));
    }

    /// <summary>
    /// The zoom level of the grid of a view of so many whole pixels: a lower one has half as many cells to a side, and
    /// two at each edge.
    /// </summary>
    public static int GatheredAt(BoundingBox view, int zoom)
    {
        var (left, top) = WebMercator.Pixel(view.North, view.West, zoom);
        var (right, bottom) = WebMercator.Pixel(view.South, view.East, zoom);
        var (across, down) = (
            Math.Round(right - left) / MapCells.CellPixels, Math.Round(bottom - top) / MapCells.CellPixels);
        for (; (across + 5) * (down + 5) > MapCells.MostGridCells; zoom--)
        {
            (across, down) = (across / 2, down / 2);
        }
        return zoom;
    }

    /// <summary>Incidents thick enough that at zoom 7 no cell around their middle is empty.</summary>
    public static IEnumerable<Incident> EveryCellOfASquare()
    {
        var random = new Random(1);
        return Enumerable.Range(1, 6000).Select(number => new Incident
        {
            Number = number,
            Title = "Synthetic",
            Summary = "",
            StartsOn = new DateOnly(2020, 1, 1),
            EndsOn = new DateOnly(2020, 1, 1),
            DatePrecision = DatePrecision.Day,
            SubType = EventSubType.Attack,
            CountryCode = "MLI",
            PlaceName = "Synthetic",
            Latitude = 14.5 + 6 * (random.NextDouble() - 0.5),
            Longitude = -1.5 + 10 * (random.NextDouble() - 0.5),
            GeoPrecision = GeoPrecision.Exact,
            CoordinateSource = CoordinateSource.Gazetteer,
            Status = EditorialStatus.Published,
            CreatedAt = DateTime.UnixEpoch,
            ChangedAt = DateTime.UnixEpoch,
        });
    }
}
