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
    public void Cells_of_the_embedded_set_stay_apart_at_every_zoom()
    {
        var incidents = Repository.Set.Incidents;
        for (var zoom = MapCells.LeastZoom; zoom <= MapCells.MostZoom; zoom++)
        {
            var (_, map) = Gather(incidents, World, zoom);

            Assert.Equal(incidents.Count, map.Cells.Sum(cell => cell.Count) + map.WithoutPlace);
            Assert.All(map.Cells.Where(cell => cell.Count == 1), cell => Assert.True(cell.IsOneSpot));
        }
    }

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

    private static (IncidentIndex Index, MapView Map) Gather(
        IReadOnlyList<Incident> incidents, BoundingBox view, int zoom)
    {
        var index = IncidentIndex.Build(incidents, SyntheticIncidents.Reference, "test");
        var colours = new ActorColours(index, IncidentFilter.Everything);
        return (index, MapCells.Gather(index, index.Select(IncidentFilter.Everything, Site.Today), colours, view, zoom));
    }
}
