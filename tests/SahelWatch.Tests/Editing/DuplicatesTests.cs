using CsCheck;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Editing;

public sealed class DuplicatesTests(Site site) : IClassFixture<Site>
{
    private static readonly Gen<(int Row, int Days, int Length, double North, double East, DatePrecision Date, GeoPrecision Geo, bool HasPoint, bool HasActor, bool HasSource, int Window, double Km)> Probes =
        from row in Gen.Int[0, 10_000]
        from days in Gen.Int[-12, 12]
        from length in Gen.Int[0, 10]
        from north in Gen.Double[-0.3, 0.3]
        from east in Gen.Double[-0.3, 0.3]
        from date in Pick.From(Enum.GetValues<DatePrecision>())
        from geo in Pick.From(Enum.GetValues<GeoPrecision>())
        from point in Gen.Bool
        from actor in Gen.Bool
        from source in Gen.Bool
        from window in Gen.Int[0, 5]
        from km in Gen.Double[0, 20]
        select (row, days, length, north, east, date, geo, point, actor, source, window, km);

    [Fact]
    public void Finds_what_a_comparison_with_every_incident_finds()
    {
        var index = site.Index;
        var rows = index.Rows.ToList();

        Probes.Sample(
            sample =>
            {
                var near = index[rows[sample.Row % rows.Count]];
                var row = rows[sample.Row % rows.Count];
                var start = near.StartsOn.AddDays(sample.Days);
                var probe = new DuplicateProbe(
                    start,
                    start.AddDays(sample.Length),
                    sample.Date,
                    sample.HasPoint ? new MapPoint(near.Latitude + sample.North, near.Longitude + sample.East) : null,
                    sample.Geo,
                    sample.HasActor ? [.. index.Parties(row).Select(party => party.Actor)] : [],
                    sample.HasSource ? index.Sources(row).ToArray() : [],
                    null);
                var window = new DuplicateWindow(sample.Window, sample.Km);

                var found = Duplicates.Find(index, probe, window, int.MaxValue);

                Assert.Equal(
                    rows.Where(one => IsOne(index, one, probe, window)).Order(), found.Select(one => one.Row).Order());
                var scores = found.Select(one => one.Likeness.Score);
                Assert.Equal(scores.OrderDescending(), scores);
            },
            iter: 300);
    }

    [Fact]
    public void An_incident_itself_is_the_first_but_where_it_is_left_out()
    {
        var index = site.Index;
        var row = index.Rows.First(one => index[one] is { GeoPrecision: GeoPrecision.Exact, DatePrecision: DatePrecision.Day });
        var facts = index[row];
        var probe = new DuplicateProbe(
            facts.StartsOn, facts.EndsOn, facts.DatePrecision, new MapPoint(facts.Latitude, facts.Longitude),
            facts.GeoPrecision, [.. index.Parties(row).Select(party => party.Actor)], index.Sources(row).ToArray(), null);

        var found = Duplicates.Find(index, probe, new DuplicateWindow(2, 5), 5);

        Assert.Equal(row, found[0].Row);
        Assert.Equal((0, 0d, true), (found[0].Likeness.Days, found[0].Likeness.Km!.Value, found[0].Likeness.IsNear));
        Assert.DoesNotContain(
            row,
            Duplicates.Find(index, probe with { Except = facts.Number }, new DuplicateWindow(2, 5), 50)
                .Select(one => one.Row));
    }

    private static bool IsOne(IncidentIndex index, int row, DuplicateProbe probe, DuplicateWindow window)
    {
        var facts = index[row];
        var days = 0;
        while (facts.StartsOn.AddDays(-days) > probe.EndsOn || facts.EndsOn.AddDays(days) < probe.StartsOn)
        {
            days++;
        }
        if (days > window.Days + Duplicates.DaysOpen(probe.DatePrecision) + Duplicates.DaysOpen(facts.DatePrecision))
        {
            return false;
        }
        var km = probe.Point is { } point
            ? Earth.Kilometres(point.Latitude, point.Longitude, facts.Latitude, facts.Longitude)
            : double.PositiveInfinity;
        var sharesSource = index.Sources(row).ToArray().Intersect(probe.Sources).Any();
        var sharesActor = index.Parties(row).Select(party => party.Actor).Intersect(probe.Actors).Any();
        if (km <= window.Km + Duplicates.KmOpen(probe.GeoPrecision) + Duplicates.KmOpen(facts.GeoPrecision))
        {
            return sharesSource || sharesActor || (days <= window.Days && km <= window.Km);
        }
        return sharesSource && days <= window.Days;
    }
}
