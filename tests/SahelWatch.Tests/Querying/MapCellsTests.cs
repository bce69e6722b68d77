using CsCheck;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;
using SahelWatch.Trends;

namespace SahelWatch.Tests.Querying;

public sealed class MapCellsTests
{
    private static readonly BoundingBox World = new(-180, -85, 180, 85);

    private static readonly Gen<(Incident[] Incidents, int Zoom)> Cases =
        Gen.Select(SyntheticIncidents.Sets, Gen.Int[MapCells.LeastZoom, MapCells.MostZoom]);

    /// <summary>Every incident on a place of its own, over the whole region or over a part of it.</summary>
    private static readonly Gen<(Incident[] Incidents, int Zoom)> Spread =
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
    private static readonly Gen<Seen> Views =
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
        select new Seen(index, filter, middle, size.Item1, size.Item2);

    [Fact]
    public void Cells_areas_and_list_equal_a_naive_gathering() => Views.Sample(one =>
    {
        var rows = one.Index.Select(one.Filter, Site.Today);
        var expected = NaiveMap.Cells(one.Index, rows, one.View, GatheredAt(one.View, one.Zoom));

        var map = Gather(one.Index, one.Filter, one.View, one.Zoom);

        Assert.Equal(expected.Select(cell => cell.Written(one.Index, one.Filter)), map.Cells.Select(NaiveCell.Written));
        foreach (var (wanted, cell) in expected.Zip(map.Cells))
        {
            Assert.Equal(wanted.Latitude, cell.Latitude, 1e-9);
            Assert.Equal(wanted.Longitude, cell.Longitude, 1e-9);
        }
        AssertListed(one.Index, rows, one.View, map, expected);
        AssertAreas(one.Index, rows, map);
    }, iter: 1000);

    [Fact]
    public void Cells_over_time_are_the_same_cells_bucket_by_bucket() => Views.Sample(one =>
    {
        var rows = one.Index.Select(one.Filter, Site.Today);
        var expected = NaiveMap.Cells(one.Index, rows, one.View, GatheredAt(one.View, one.Zoom));
        foreach (var size in Enum.GetValues<BucketSize>())
        {
            var colours = new ActorColours(one.Index, one.Filter);
            var map = MapCells.Gather(one.Index, one.Filter, Site.Today, colours, one.View, one.Zoom);
            var times = MapCells.GatherInTime(
                one.Index, one.Filter, Site.Today, colours, one.View, one.Zoom, size);

            Assert.Equal(
                map.Cells.Select(cell => (cell.Latitude, cell.Longitude, string.Join(',', cell.Colours))),
                times.Cells.Select(cell => (cell.Latitude, cell.Longitude, string.Join(',', SumOfColours(cell.Counts)))));
            Assert.Equal(
                map.Cells.Select(cell => cell.Count),
                times.Cells.Select(cell => cell.Counts.Sum(one => one.Count)));
            Assert.Equal(
                expected.Select(cell => ByBucket(one.Index, cell.Rows, size)),
                times.Cells.Select(cell => Written(times, cell.Counts)));
            Assert.Equal(
                map.Areas.Select(area => (area.Code, ByBucket(one.Index, rows.Where(row => IsIn(area, one.Index[row])), size))),
                times.Areas.Select(area => (area.RegionCode ?? area.CountryCode, Written(times, area.Counts))));
            AssertBuckets(one.Index, rows, one.View, times);
        }
    }, iter: 200);

    [Fact]
    public void Points_that_an_edit_adds_are_gathered_like_the_others() => Spread.Sample(one =>
    {
        var before = IndexOf(one.Incidents[..(one.Incidents.Length / 2)]);
        Gather(before, IncidentFilter.Everything, World, one.Zoom);

        var after = before.With(one.Incidents, SyntheticIncidents.Reference, "next");

        Assert.Equal(
            Gather(IndexOf(one.Incidents), IncidentFilter.Everything, World, one.Zoom).Cells
                .Select(cell => (cell.Count, cell.Box)),
            Gather(after, IncidentFilter.Everything, World, one.Zoom).Cells.Select(cell => (cell.Count, cell.Box)));
    });

    [Fact]
    public void A_cell_is_the_same_wherever_the_map_is_moved() => Views.Sample(one =>
    {
        var view = Moved(one, 0, 0);
        var cells = Gather(one.Index, one.Filter, view, one.Zoom).Cells;
        foreach (var (east, north) in new[] { (0.3, 0.0), (-0.6, 0.1), (0.0, -0.5) })
        {
            var aside = Moved(one, east, north);

            var others = Gather(one.Index, one.Filter, aside, one.Zoom).Cells;

            Assert.Equal(Inside(cells), Inside(others));

            IEnumerable<string> Inside(IEnumerable<MapCell> seen) => seen
                .Where(cell => view.Contains(cell.Latitude, cell.Longitude)
                    && aside.Contains(cell.Latitude, cell.Longitude))
                .Select(cell => $"{cell.Latitude} {cell.Longitude} {NaiveCell.Written(cell)}");
        }
    });

    [Fact]
    public void Every_row_in_view_is_in_a_cell_wherever_the_edges_fall() => Spread.Sample(one =>
    {
        var index = IndexOf(one.Incidents);
        foreach (var row in index.Rows)
        {
            foreach (var view in WithEdgesAt(index[row]))
            {
                AssertHoldsItsRows(index, view, one.Zoom);
            }
        }
    }, iter: 40);

    [Fact]
    public void Every_row_of_the_embedded_set_in_view_is_in_a_cell_wherever_the_edges_fall()
    {
        var index = IndexOf(Repository.Set.Incidents);
        var placed = index.Rows.Where(row => index[row].HasPlace).ToArray();

        Gen.Select(Pick.From(placed), Gen.Int[MapCells.LeastZoom, MapCells.MostZoom]).Sample((row, zoom) =>
        {
            foreach (var view in WithEdgesAt(index[row]))
            {
                AssertHoldsItsRows(index, view, zoom);
            }
        }, iter: 200);
    }

    [Fact]
    public void Cells_of_the_embedded_set_are_drawn_apart_at_every_zoom()
    {
        var index = IndexOf(Repository.Set.Incidents);
        for (var zoom = MapCells.LeastZoom; zoom <= MapCells.MostZoom; zoom++)
        {
            var map = Gather(index, IncidentFilter.Everything, World, zoom);

            Assert.Equal(index.Count, map.Cells.Sum(cell => cell.Count) + map.WithoutPlace);
            AssertApart(map, zoom);
            AssertApart(Gather(
                index, IncidentFilter.Everything, new MapPosition(16.27, -0.05, zoom).View(1366, 768), zoom), zoom);
        }
    }

    [Fact]
    public void Cells_are_drawn_apart_and_inside_their_boxes() => Views.Sample(one =>
    {
        var map = Gather(one.Index, one.Filter, one.View, one.Zoom);

        AssertApart(map, GatheredAt(one.View, one.Zoom));
        Assert.All(map.Cells, cell => Assert.InRange(cell.Latitude, cell.Box.South - 1e-9, cell.Box.North + 1e-9));
        Assert.All(map.Cells, cell => Assert.InRange(cell.Longitude, cell.Box.West - 1e-9, cell.Box.East + 1e-9));
    });

    [Theory]
    [InlineData(320, 480)]
    [InlineData(1366, 768)]
    [InlineData(1920, 1080)]
    [InlineData(2560, 1440)]
    [InlineData(60_000, 400)]
    public void A_view_draws_a_few_hundred_cells_at_most(int width, int height)
    {
        var index = IndexOf([.. EveryCellOfASquare()]);
        for (var zoom = 7; zoom <= MapCells.MostZoom; zoom++)
        {
            var map = Gather(
                index, IncidentFilter.Everything, new MapPosition(14.5, -1.5, zoom).View(width, height), zoom);

            Assert.InRange(map.Cells.Count, 1, 500);
        }
    }

    [Theory]
    [InlineData(894, 922, 8)]
    [InlineData(894, 923, 7)]
    [InlineData(1366, 768, 7)]
    public void Size_in_whole_pixels_tells_the_zoom_that_a_view_is_gathered_at(int width, int height, int gathered)
    {
        var index = IndexOf(Repository.Set.Incidents);
        foreach (var latitude in new[] { -12, 0, 14.54321, 42 })
        {
            var seen = new Seen(index, IncidentFilter.Everything, new(latitude, 1.23456, 8), width, height);
            var view = Moved(seen, 0.01, 0.01);

            Assert.Equal(gathered, GatheredAt(view, 8));
            Assert.Equal(
                Gather(index, IncidentFilter.Everything, view, gathered).Cells.Select(NaiveCell.Written),
                Gather(index, IncidentFilter.Everything, view, 8).Cells.Select(NaiveCell.Written));
        }
    }

    [Fact]
    public void A_view_of_too_many_cells_is_gathered_as_at_a_lower_zoom()
    {
        var index = IndexOf(Repository.Set.Incidents);
        var view = new MapPosition(14.5, -1.5, 8).View(2560, 1440);

        Assert.Equal(
            Gather(index, IncidentFilter.Everything, view, 7).Cells.Select(NaiveCell.Written),
            Gather(index, IncidentFilter.Everything, view, 8).Cells.Select(NaiveCell.Written));
    }

    [Fact]
    public void No_rows_give_an_empty_map()
    {
        var map = Gather(IndexOf([]), IncidentFilter.Everything, World, 6);

        Assert.Equal(0, map.Total);
        Assert.Null(map.Placed);
        Assert.Empty(map.Cells);
        Assert.Empty(map.Areas);
    }

    [Theory]
    [InlineData("14.5,-2.1,6")]
    [InlineData("0,0,3")]
    [InlineData("-33.25,179.9999,13")]
    public void A_position_reads_what_it_writes(string text)
    {
        Assert.True(MapPosition.TryParse(text, out var position));
        Assert.Equal(text, position.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,2")]
    [InlineData("1,2,2")]
    [InlineData("1,2,14")]
    [InlineData("91,2,6")]
    [InlineData("NaN,2,6")]
    [InlineData("1,2,6.5")]
    public void What_is_no_position_is_refused(string text) => Assert.False(MapPosition.TryParse(text, out _));

    [Fact]
    public void A_view_holds_the_box_it_was_made_to_show()
    {
        var box = new BoundingBox(-12, 9, 6, 20);

        var view = MapPosition.Showing(box, 900, 600).View(900, 600);

        Assert.True(view.West <= box.West && view.East >= box.East && view.South <= box.South && view.North >= box.North);
    }

    [Fact]
    public void Pixels_lead_back_to_degrees() => Gen.Select(Gen.Double[-84, 84], Gen.Double[-180, 180], Gen.Int[0, 13])
        .Sample((latitude, longitude, zoom) =>
        {
            var (x, y) = WebMercator.Pixel(latitude, longitude, zoom);

            var (north, east) = WebMercator.Degrees(x, y, zoom);

            Assert.Equal(latitude, north, 1e-6);
            Assert.Equal(longitude, east, 1e-6);
        });

    /// <summary>Views whose corner, and so two of whose edges, lie on one row's point.</summary>
    private static IEnumerable<BoundingBox> WithEdgesAt(IncidentRow row) =>
    [
        new(row.Longitude, row.Latitude, row.Longitude + 7, row.Latitude + 5),
        new(row.Longitude - 7, row.Latitude - 5, row.Longitude, row.Latitude),
        new(row.Longitude, row.Latitude - 5, row.Longitude + 7, row.Latitude),
        new(row.Longitude - 7, row.Latitude, row.Longitude, row.Latitude + 5),
    ];

    private static void AssertHoldsItsRows(IncidentIndex index, BoundingBox view, int zoom)
    {
        var map = Gather(index, IncidentFilter.Everything, view, zoom);

        var inView = index.Select(new IncidentFilter { Box = view }, Site.Today);
        Assert.NotEmpty(inView);
        Assert.Equal(inView.Length, map.InView);
        Assert.Equal(inView.Take(MapCells.MostListed), map.Listed.Select(one => one.Row));
        Assert.All(map.Listed, one => Assert.True(
            map.Cells[one.Cell].Box.Contains(index[one.Row].Latitude, index[one.Row].Longitude)));
    }

    private static void AssertListed(
        IncidentIndex index, int[] rows, BoundingBox view, MapView map, List<NaiveCell> expected)
    {
        var inView = rows.Where(row => index[row].HasPlace && view.Contains(index[row].Latitude, index[row].Longitude))
            .ToList();
        Assert.Equal(inView.Count, map.InView);
        Assert.Equal(
            inView.Take(MapCells.MostListed).Select(row => (row, expected.FindIndex(cell => cell.Rows.Contains(row)))),
            map.Listed.Select(one => (one.Row, one.Cell)));
    }

    private static void AssertAreas(IncidentIndex index, int[] rows, MapView map)
    {
        var coarse = rows.Select(row => index[row]).Where(row => !row.HasPlace).ToList();
        var placed = rows.Select(row => index[row]).Where(row => row.HasPlace)
            .Select(row => new MapPoint(row.Latitude, row.Longitude).Box).ToList();
        Assert.Equal(rows.Length, map.Total);
        Assert.Equal(coarse.Count, map.WithoutPlace);
        Assert.Equal(placed.Count == 0 ? null : placed.Aggregate((box, other) => box.With(other)), map.Placed);
        Assert.Equal(
            coarse.GroupBy(row => (row.CountryCode, row.RegionCode)).OrderBy(area => area.Key.CountryCode)
                .ThenBy(area => area.Key.RegionCode, StringComparer.Ordinal)
                .Select(area => (area.Key, area.Count(), area.Sum(row => row.CountedDeaths))),
            map.Areas.Select(area => ((area.CountryCode, area.RegionCode), area.Count, area.Deaths)));
    }

    private static int[] SumOfColours(IEnumerable<MapTimeCount> counts) =>
        [.. Enumerable.Range(0, ActorColours.Count).Select(colour => counts.Sum(count => count.Colours[colour]))];

    private static string Written(MapTimes times, IEnumerable<MapTimeCount> counts) => string.Join(
        ' ', counts.Select(count => $"{times.Buckets[count.Bucket].Code}:{count.Count}"));

    private static bool IsIn(MapArea area, IncidentRow row) =>
        !row.HasPlace && (row.CountryCode, row.RegionCode) == (area.CountryCode, area.RegionCode);

    private static void AssertBuckets(IncidentIndex index, int[] rows, BoundingBox view, MapTimes times)
    {
        var facts = rows.Select(row => index[row]).ToList();
        Assert.Equal(
            times.Buckets.Select(bucket => facts.Count(row => row.StartsOn >= bucket.First && row.StartsOn <= bucket.Last)),
            times.Totals);
        Assert.Equal(
            times.Buckets.Select(bucket => facts.Count(row => row.StartsOn >= bucket.First && row.StartsOn <= bucket.Last
                && row.HasPlace && view.Contains(row.Latitude, row.Longitude))),
            times.InView);
    }

    private static string ByBucket(IncidentIndex index, IEnumerable<int> rows, BucketSize size) => string.Join(
        ' ',
        rows.Select(row => index[row]).GroupBy(row => TimeBucket.Of(row.StartsOn, size)).OrderBy(bucket => bucket.Key.First)
            .Select(bucket => $"{bucket.Key.Code}:{bucket.Count()}"));

    /// <summary>Incidents thick enough that at zoom 7 no cell around their middle is empty.</summary>
    private static IEnumerable<Incident> EveryCellOfASquare()
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

    /// <summary>No two cells are drawn closer than they may be, in pixels of the zoom.</summary>
    private static void AssertApart(MapView map, int zoom)
    {
        var drawn = map.Cells.Select(cell => WebMercator.Pixel(cell.Latitude, cell.Longitude, zoom)).ToArray();
        for (var one = 0; one < drawn.Length; one++)
        {
            for (var other = 0; other < one; other++)
            {
                var gap = Math.Sqrt(
                    Math.Pow(drawn[one].X - drawn[other].X, 2) + Math.Pow(drawn[one].Y - drawn[other].Y, 2));
                Assert.True(gap > MapCells.LeastGapPixels - 1e-6, $"{gap} pixels at zoom {zoom}");
            }
        }
    }

    private static IncidentIndex IndexOf(IReadOnlyList<Incident> incidents) =>
        IncidentIndex.Build(incidents, SyntheticIncidents.Reference, "test");

    /// <summary>
    /// The view after its map was moved by parts of its size within the bounds of the page's map, as the page asks for
    /// it: by whole pixels, written in five decimals.
    /// </summary>
    private static BoundingBox Moved(Seen one, double east, double north)
    {
        var (x, y) = WebMercator.Pixel(one.Middle.Latitude, one.Middle.Longitude, one.Zoom);
        var (latitude, longitude) = WebMercator.Degrees(
            x + Math.Round(east * one.Width), y - Math.Round(north * one.Height), one.Zoom);
        var view = new MapPosition(Math.Clamp(latitude, -12, 42), Math.Clamp(longitude, -40, 40), one.Zoom)
            .View(one.Width, one.Height);
        return new BoundingBox(
            Math.Round(view.West, 5), Math.Round(view.South, 5), Math.Round(view.East, 5), Math.Round(view.North, 5));
    }

    /// <summary>
    /// The zoom level of the grid of a view of so many whole pixels: a lower one has half as many cells to a side, and
    /// two at each edge.
    /// </summary>
    private static int GatheredAt(BoundingBox view, int zoom)
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

    private static MapView Gather(IncidentIndex index, IncidentFilter filter, BoundingBox view, int zoom) =>
        MapCells.Gather(index, filter, Site.Today, new ActorColours(index, filter), view, zoom);

    /// <summary>A map of so many pixels that shows a filter from a position.</summary>
    private sealed record Seen(IncidentIndex Index, IncidentFilter Filter, MapPosition Middle, int Width, int Height)
    {
        public BoundingBox View => Middle.View(Width, Height);

        public int Zoom => Middle.Zoom;
    }
}
