using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;
using SahelWatch.Trends;

namespace SahelWatch.Tests.Trends;

public sealed class EventNeighboursTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Fact]
    public void Before_during_and_after_share_no_day_and_leave_out_none()
    {
        var near = Around(Event(new(2018, 7, 29), new(2018, 7, 30)),
            new(2018, 6, 28), new(2018, 6, 29), new(2018, 7, 28), new(2018, 7, 29), new(2018, 7, 30), new(2018, 7, 31),
            new(2018, 8, 29), new(2018, 8, 30));

        Assert.Equal((2, 2, 2), (near.Before?.Count, near.During?.Count, near.After?.Count));
        Assert.Equal("from=2018-07-29&to=2018-07-30&country=MLI", Query(near.During?.Filter));
    }

    [Fact]
    public void What_is_usual_is_the_mean_of_30_days_over_the_year_before()
    {
        var near = Around(Event(new(2018, 7, 29), new(2018, 7, 29)),
            new(2016, 1, 1), new(2017, 7, 28), new(2017, 7, 29), new(2018, 1, 1), new(2018, 7, 28), new(2018, 7, 29));

        Assert.Equal((3, 365), (near.Usual?.Incidents.Count, near.Usual?.Days));
        Assert.Equal(3 * 30 / 365.0, near.Usual!.PerWindow, 12);
    }

    [Fact]
    public void The_year_before_a_29_February_and_of_a_leap_year_has_its_own_length()
    {
        Assert.Equal(366, Around(Event(new(2020, 2, 29), new(2020, 2, 29)), new DateOnly(2016, 1, 1)).Usual?.Days);
        Assert.Equal(366, Around(Event(new(2020, 6, 1), new(2020, 6, 1)), new DateOnly(2016, 1, 1)).Usual?.Days);
        Assert.Equal(365, Around(Event(new(2019, 6, 1), new(2019, 6, 1)), new DateOnly(2016, 1, 1)).Usual?.Days);
    }

    [Fact]
    public void Nothing_is_usual_where_the_data_does_not_reach_back_a_year() =>
        Assert.Null(Around(Event(new(2018, 7, 29), new(2018, 7, 29)), new DateOnly(2017, 7, 30)).Usual);

    [Theory]
    [InlineData(DatePrecision.Day, true)]
    [InlineData(DatePrecision.Days, true)]
    [InlineData(DatePrecision.Week, true)]
    [InlineData(DatePrecision.Month, false)]
    [InlineData(DatePrecision.Year, false)]
    public void An_event_known_only_to_a_month_or_year_is_held_against_nothing(DatePrecision precision, bool isComparable)
    {
        var near = Around(Event(new(2018, 7, 1), new(2018, 7, 31), precision), new(2016, 1, 1), new(2018, 7, 5));

        Assert.Equal(isComparable, near.IsComparable);
        Assert.Equal(isComparable, near.Before is not null && near.After is not null && near.Usual is not null);
    }

    [Fact]
    public void Incidents_of_another_country_do_not_count()
    {
        var near = Around(Event(new(2018, 7, 29), new(2018, 7, 29), country: "NER"), new(2016, 1, 1), new(2018, 7, 29));

        Assert.Equal((0, 0), (near.During?.Count, near.Usual?.Incidents.Count));
    }

    private static EventNeighbours Around(PoliticalEvent one, params DateOnly[] days)
    {
        var known = SyntheticIncidents.Reference;
        var reference = new Reference(
            [.. known.Countries], [.. known.Regions], [.. known.Actors], [.. known.Relations], [.. known.Collections], [one]);
        var index = IncidentIndex.Build([.. days.Select((day, i) => Incident(i + 1, day))], reference, "test", blockRows: 2);
        return Assert.Single(EventNeighbours.Of(index, IncidentFilter.Everything, Today));
    }

    private static PoliticalEvent Event(
        DateOnly starts, DateOnly ends, DatePrecision precision = DatePrecision.Day, string country = "MLI") => new()
    {
        Slug = "event",
        StartsOn = starts,
        EndsOn = ends,
        DatePrecision = precision,
        CountryCode = country,
        Kind = PoliticalEventKind.Election,
        Title = "Event",
        Summary = "Event.",
    };

    private static Incident Incident(int number, DateOnly day) => new()
    {
        Number = number,
        Title = "Incident",
        Summary = "Incident.",
        StartsOn = day,
        EndsOn = day,
        DatePrecision = DatePrecision.Day,
        SubType = EventSubType.ArmedClash,
        CountryCode = "MLI",
        PlaceName = "Gao",
        Latitude = 16.27,
        Longitude = -0.05,
        GeoPrecision = GeoPrecision.Exact,
        CoordinateSource = CoordinateSource.Gazetteer,
        Status = EditorialStatus.Published,
        CreatedAt = DateTime.UnixEpoch,
        ChangedAt = DateTime.UnixEpoch,
    };

    private static string? Query(IncidentFilter? filter) => filter is null ? null : FilterGrammar.Write(filter);
}
