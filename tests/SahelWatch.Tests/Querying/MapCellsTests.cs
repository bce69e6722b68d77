using CsCheck;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;
using SahelWatch.Trends;

namespace SahelWatch.Tests.Querying;

public sealed class MapCellsTests
{
    private static readonly BoundingBox World = new(-180, -85, 180, 85);

    [Fact]
    public void Cells_areas_and_list_equal_a_naive_gathering() => MapCase.Views.Sample(one =>
    {
        var rows = one.Index.Select(one.Filter, Site.Today);
        var expected = NaiveMap.Cells(one.Index, rows, one.View, MapCase.GatheredAt(one.View, one.Zoom));

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
    public void Cells_over_time_are_the_same_cells_bucket_by_bucket() => MapCase.Views.Sample(one =>
    {
        var rows = one.Index.Select(one.Filter, Site.Today);
        var expected = NaiveMap.Cells(one.Index, rows, one.View, MapCase.GatheredAt(one.View, one.Zoom));
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
    public void Points_that_an_edit_adds_are_gathered_like_the_others() => MapCase.Spread.Sample(one =>
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
    public void A_cell_is_the_same_wherever_the_map_is_moved() => MapCase.Views.Sample(one =>
    {
        var view = one.Moved(0, 0);
        var cells = Gather(one.Index, one.Filter, view, one.Zoom).Cells;
        foreach (var (east, north) in new[] { (0.3, 0.0), (-0.6, 0.1), (0.0, -0.5) })
        {
            var aside = one.Moved(east, north);

            var others = Gather(one.Index, one.Filter, aside, one.Zoom).Cells;

            Assert.Equal(Inside(cells), Inside(others));

            IEnumerable<string> Inside(IEnumerable<MapCell> seen) => seen
                .Where(cell => view.Contains(cell.Latitude, cell.Longitude)
                    && aside.Contains(cell.Latitude, cell.Longitude))
                .Select(cell => $"{cell.Latitude} {cell.Longitude} {NaiveCell.Written(cell)}");
        }
    });

    [Fact]
    public void Every_row_in_view_is_in_a_cell_wherever_the_edges_fall() => MapCase.Spread.Sample(one =>
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
    public void Cells_are_drawn_apart_and_inside_their_boxes() => MapCase.Views.Sample(one =>
    {
        var map = Gather(one.Index, one.Filter, one.View, one.Zoom);

        AssertApart(map, MapCase.GatheredAt(one.View, one.Zoom));
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
        var index = IndexOf([.. MapCase.EveryCellOfASquare()]);
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
            var seen = new MapCase(index, IncidentFilter.Everything, new(latitude, 1.23456, 8), width, height);
            var view = seen.Moved(0.01, 0.01);

            Assert.Equal(gathered, MapCase.GatheredAt(view, 8));
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

    private static MapView Gather(IncidentIndex index, IncidentFilter filter, BoundingBox view, int zoom) =>
        MapCells.Gather(index, filter, Site.Today, new ActorColours(index, filter), view, zoom);
}
