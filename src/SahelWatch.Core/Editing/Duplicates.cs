using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Editing;

/// <summary>
/// Incidents that may be the event somebody enters. An incident is one where date and place lie within the window, or
/// within what their precisions leave open and an actor or a source is shared, or where a source is shared and the date
/// lies within the window. Nothing is ever merged because of it.
/// </summary>
/// <remarks>
/// Points: 4 for a shared source; 3 for a shared day known to the day, else 2 for a date within the window; 3 for a
/// place within it, 1 for one within what the precisions leave open; 2 for a shared actor.
/// </remarks>
public static class Duplicates
{
    /// <summary>The longest that a date's precision leaves open.</summary>
    private const int MostDays = 365;

    /// <summary>The most alike first, then the lower number; at most <paramref name="most"/>.</summary>
    public static IReadOnlyList<Duplicate> Find(
        IncidentIndex index, DuplicateProbe probe, DuplicateWindow window, int most)
    {
        var (from, to) = (probe.StartsOn.DayNumber, Math.Max(probe.StartsOn.DayNumber, probe.EndsOn.DayNumber));
        var own = DaysOpen(probe.DatePrecision);
        var reach = window.Days + own + MostDays;
        var kinds = index.Tables.Kinds.Values;
        var points = index.Tables.Points.Values;
        var found = new List<Duplicate>();
        for (var number = 0; number < index.Blocks.Length; number++)
        {
            var block = index.Blocks[number];
            if (block.FirstDay > to + reach || block.LastEnd < from - reach)
            {
                continue;
            }
            var end = block.Before(to + reach + 1);
            for (var place = 0; place < end; place++)
            {
                var start = block.Days[place];
                var days = Math.Max(0, Math.Max(start - to, from - start - block.Lengths[place]));
                var kind = kinds[block.Kinds[place]];
                if (days > window.Days + own + DaysOpen(kind.DatePrecision))
                {
                    continue;
                }
                var row = (number << IndexBlock.Shift) + place;
                if (Judge(index, row, days, kind, points[block.Points[place]], probe, window) is { } duplicate
                    && block.Numbers[place] != probe.Except)
                {
                    found.Add(duplicate);
                }
            }
        }
        return
        [
            .. found.OrderByDescending(one => one.Likeness.Score).ThenBy(one => one.Likeness.Days)
                .ThenBy(one => one.Likeness.Km)
                .ThenBy(one => index[one.Row].Number).Take(most),
        ];
    }

    /// <summary>Days by which an event may lie outside the days that are entered.</summary>
    public static int DaysOpen(DatePrecision precision) => precision switch
    {
        DatePrecision.Day => 0,
        DatePrecision.Days => 3,
        DatePrecision.Week => 7,
        DatePrecision.Month => 31,
        _ => MostDays,
    };

    /// <summary>Kilometres by which an event may lie from the point that is entered.</summary>
    public static double KmOpen(GeoPrecision precision) => precision switch
    {
        GeoPrecision.Exact => 0,
        GeoPrecision.Near => 25,
        GeoPrecision.District => 60,
        GeoPrecision.Region or GeoPrecision.Area => 200,
        _ => 600,
    };

    private static Duplicate? Judge(
        IncidentIndex index,
        int row,
        int days,
        IncidentKind kind,
        MapPoint point,
        DuplicateProbe probe,
        DuplicateWindow window)
    {
        var km = probe.Point is { } own
            ? Distance(own, point, window.Km + KmOpen(probe.GeoPrecision) + KmOpen(kind.GeoPrecision))
            : null;
        if (km is null && probe.Sources.Count == 0)
        {
            return null;
        }
        var likeness = Likeness.Of(
            days,
            km,
            kind.DatePrecision == DatePrecision.Day && probe.DatePrecision == DatePrecision.Day,
            Shared(index.Sources(row), probe.Sources),
            () => probe.Actors.Count == 0
                ? []
                : [.. index.Parties(row).Select(party => party.Actor).Distinct().Where(probe.Actors.Contains)],
            window);
        return likeness is null ? null : new Duplicate(row, likeness);
    }

    /// <summary>What speaks for two forms being of one event; null where too little does.</summary>
    public static Likeness? Compare(DuplicateProbe one, DuplicateProbe other, DuplicateWindow window)
    {
        var days = Math.Max(0, Math.Max(
            one.StartsOn.DayNumber - other.EndsOn.DayNumber, other.StartsOn.DayNumber - one.EndsOn.DayNumber));
        if (days > window.Days + DaysOpen(one.DatePrecision) + DaysOpen(other.DatePrecision))
        {
            return null;
        }
        return Likeness.Of(
            days,
            one.Point is { } here && other.Point is { } there
                ? Distance(here, there, window.Km + KmOpen(one.GeoPrecision) + KmOpen(other.GeoPrecision))
                : null,
            one.DatePrecision == DatePrecision.Day && other.DatePrecision == DatePrecision.Day,
            one.Cites.Intersect(other.Cites).Count(),
            () => [.. one.Actors.Intersect(other.Actors)],
            window);
    }

    /// <summary>Kilometres between two points; null where they are more than <paramref name="most"/>.</summary>
    private static double? Distance(MapPoint a, MapPoint b, double most)
    {
        const double kmOfDegree = Earth.RadiusKm * Math.PI / 180;
        if (Math.Abs(a.Latitude - b.Latitude) * kmOfDegree > most + 0.001)
        {
            return null;
        }
        var km = Earth.Kilometres(a.Latitude, a.Longitude, b.Latitude, b.Longitude);
        return km <= most ? km : null;
    }

    private static int Shared(ReadOnlySpan<int> sources, IReadOnlyCollection<int> known)
    {
        var shared = 0;
        foreach (var source in sources)
        {
            shared += known.Contains(source) ? 1 : 0;
        }
        return shared;
    }
}
