using CsCheck;
using SahelWatch.Querying;

namespace SahelWatch.Tests.Querying;

public sealed class MapPositionTests
{
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
}
