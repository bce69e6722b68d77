using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Querying;

public sealed class NeighboursTests
{
    [Fact]
    public void Distance_between_two_towns_is_the_known_one() =>
        Assert.InRange(Earth.Kilometres(16.2717, -0.0447, 15.9182, 2.4), 260, 270);

    [Fact]
    public void Neighbours_are_those_within_days_and_kilometres_nearest_first()
    {
        var index = Index(
            At(1, 0, 0), At(2, 10, 0.1), At(3, 1, 0.1), At(4, Neighbours.WithinDays + 1, 0), At(5, 0, 0.6),
            At(6, -Neighbours.WithinDays, 0));

        var near = Neighbours.Find(index, index.RowOf(1)!.Value, 10);

        Assert.Equal([3, 2, 6], near.Nearest.Select(one => index[one.Row].Number));
        Assert.Equal((1, 3), (near.Nearest[0].Days, near.Total));
        Assert.True(near.HasPlace);
    }

    [Fact]
    public void Days_count_from_the_end_of_the_earlier_event()
    {
        var longer = At(2, -10, 0);
        longer.EndsOn = longer.StartsOn.AddDays(9);
        var index = Index(At(1, 0, 0), longer);

        Assert.Equal(1, Neighbours.Find(index, index.RowOf(1)!.Value, 10).Nearest.Single().Days);
    }

    [Fact]
    public void Coarse_places_are_counted_but_never_neighbours()
    {
        var index = Index(At(1, 0, 0), At(2, 0, 0, GeoPrecision.District), At(3, 0, 0));

        var near = Neighbours.Find(index, index.RowOf(1)!.Value, 10);
        var coarse = Neighbours.Find(index, index.RowOf(2)!.Value, 10);

        Assert.Equal([3], near.Nearest.Select(one => index[one.Row].Number));
        Assert.Equal(1, near.Coarse);
        Assert.False(coarse.HasPlace);
        Assert.Empty(coarse.Nearest);
    }

    private static IncidentIndex Index(params Incident[] incidents) =>
        IncidentIndex.Build(incidents, SyntheticIncidents.Reference, "test", blockRows: 2);

    private static Incident At(int number, int day, double east, GeoPrecision precision = GeoPrecision.Exact) => new()
    {
        Number = number,
        Title = "",
        Summary = "",
        StartsOn = new DateOnly(2018, 6, 1).AddDays(day),
        EndsOn = new DateOnly(2018, 6, 1).AddDays(day),
        DatePrecision = DatePrecision.Day,
        SubType = EventSubType.Attack,
        CountryCode = "MLI",
        PlaceName = "",
        Latitude = 16,
        Longitude = east,
        GeoPrecision = precision,
        CoordinateSource = CoordinateSource.Gazetteer,
        Status = EditorialStatus.Published,
        CreatedAt = DateTime.UnixEpoch,
        ChangedAt = DateTime.UnixEpoch,
    };
}
