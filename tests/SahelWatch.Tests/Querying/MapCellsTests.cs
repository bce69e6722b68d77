using CsCheck;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

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

    [Fact]
    public void Cells_and_areas_add_up_to_the_total() => Cases.Sample(one =>
    {
        var (index, map) = Gather(one.Incidents, World, one.Zoom);

        Assert.Equal(index.Count, map.Total);
        Assert.Equal(map.Total, map.Cells.Sum(cell => cell.Count) + map.Areas.Sum(area => area.Count));
        Assert.Equal(map.WithoutPlace, map.Areas.Sum(area => area.Count));
        Assert.Equal(map.InView.Count, map.Cells.Sum(cell => cell.Count));
        Assert.All(map.Cells, cell => Assert.Equal(cell.Count, cell.Colours.Sum()));
        Assert.All(map.Areas.SelectMany(area => area.Rows), row => Assert.False(index[row].HasPlace));
    });

    [Fact]
    public void A_cell_is_the_same_from_wherever_it_is_seen() => Cases.Sample(one =>
    {
        var (_, whole) = Gather(one.Incidents, World, one.Zoom);

        foreach (var view in new BoundingBox[] { new(-5, 13, 0, 17), new(-4.2, 14.4, -4, 14.6), new(-60, -60, -50, -50) })
        {
            var (_, part) = Gather(one.Incidents, view, one.Zoom);

            var seen = part.Cells.Select(cell => string.Join(',', cell.Rows)).ToHashSet();
            Assert.Subset(whole.Cells.Select(cell => string.Join(',', cell.Rows)).ToHashSet(), seen);
            var placed = part.Cells.SelectMany(cell => cell.Rows).ToHashSet();
            Assert.All(part.InView, row => Assert.Contains(row, placed));
        }
    });

    [Fact]
    public void Every_row_in_view_is_in_a_cell_wherever_the_edges_fall() => Spread.Sample(one =>
    {
        var (index, whole) = Gather(one.Incidents, World, one.Zoom);
        foreach (var row in whole.InView)
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
            var map = Gather(index, World, zoom);

            Assert.Equal(index.Count, map.Cells.Sum(cell => cell.Count) + map.WithoutPlace);
            AssertApart(map, zoom);
        }
    }

    [Fact]
    public void Cells_are_drawn_apart_and_inside_their_boxes() => Spread.Sample(one =>
    {
        var (_, map) = Gather(one.Incidents, World, one.Zoom);

        AssertApart(map, one.Zoom);
        Assert.All(map.Cells, cell => Assert.InRange(cell.Latitude, cell.Box.South - 1e-9, cell.Box.North + 1e-9));
        Assert.All(map.Cells, cell => Assert.InRange(cell.Longitude, cell.Box.West - 1e-9, cell.Box.East + 1e-9));
    });

    [Fact]
    public void No_rows_give_an_empty_map()
    {
        var (_, map) = Gather([], World, 6);

        Assert.Equal(0, map.Total);
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
        var map = Gather(index, view, zoom);

        Assert.NotEmpty(map.InView);
        Assert.Subset(map.Cells.SelectMany(cell => cell.Rows).ToHashSet(), map.InView.ToHashSet());
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

    private static (IncidentIndex Index, MapView Map) Gather(
        IReadOnlyList<Incident> incidents, BoundingBox view, int zoom)
    {
        var index = IndexOf(incidents);
        return (index, Gather(index, view, zoom));
    }

    private static MapView Gather(IncidentIndex index, BoundingBox view, int zoom) => MapCells.Gather(
        index,
        index.Select(IncidentFilter.Everything, Site.Today),
        new ActorColours(index, IncidentFilter.Everything),
        view,
        zoom);
}
