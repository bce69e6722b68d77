using CsCheck;
using NetTopologySuite.Geometries;
using SahelWatch.Geography;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Geography;

public class RegionBoundariesTests
{
    private static RegionBoundaries Boundaries => Repository.Boundaries;

    [Theory]
    [InlineData(16.27, -0.04, "ML-7")]
    [InlineData(12.64, -8.0, "ML-BKO")]
    [InlineData(14.10, -1.63, "BF-12")]
    [InlineData(13.51, 2.11, "NE-8")]
    public void Point_falls_into_its_region(double latitude, double longitude, string code)
    {
        Assert.Equal(code, Boundaries.Find(latitude, longitude)?.Code);
    }

    [Fact]
    public void Point_far_away_has_no_region()
    {
        Assert.Null(Boundaries.Find(48.85, 2.35));
    }

    [Fact]
    public void Point_just_outside_a_border_belongs_to_the_nearest_region()
    {
        Assert.Equal("ML-8", Boundaries.Find(19.95, 2.97)?.Code);
    }

    [Fact]
    public void Village_on_a_border_stays_in_its_own_country()
    {
        Assert.Equal("NE-6", Boundaries.Find(15.4225, 3.0233)?.Code);
        Assert.Equal("ML-7", Boundaries.Find(15.4225, 3.0233, "MLI")?.Code);
        Assert.Null(Boundaries.Find(13.51, 2.11, "MLI"));
    }

    [Fact]
    public void Regions_carry_the_period_of_their_own_country()
    {
        var niger = Boundaries["NE-6"]!.Region;

        Assert.Equal(new DateOnly(1992, 1, 1), niger.ValidFrom);
        Assert.Null(niger.ValidTo);
        Assert.Equal(Boundaries.Layout.Id, niger.Layout);
        Assert.All(Boundaries.All, one => Assert.True(one.Region.AreaKm2 > 0 && one.Box.Covers(one.Shape.Coordinate)));
    }

    [Fact]
    public void Broken_boundaries_are_refused()
    {
        Assert.Throws<InvalidDataException>(() => RegionBoundaries.Parse("{}"u8.ToArray()));
        Assert.Throws<InvalidDataException>(() => RegionBoundaries.Parse("nonsense"u8.ToArray()));
    }

    [Fact]
    public void Found_region_is_the_one_a_naive_search_finds()
    {
        Gen.Select(Gen.Double[10, 25], Gen.Double[-12, 16]).Sample(
            (latitude, longitude) =>
            {
                var point = new Point(longitude, latitude);
                var naive = Boundaries.All
                    .Select(one => (one.Region, Distance: one.Shape.Distance(point)))
                    .MinBy(pair => pair.Distance);
                var expected = naive.Distance <= RegionBoundaries.ToleranceDegrees ? naive.Region : null;

                Assert.Same(expected, Boundaries.Find(latitude, longitude));
            },
            iter: 300,
            seed: "0000000000000001");
    }
}
