using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// A political event and the filter's incidents of its country that began on its days, in the days before and after
/// them, and in the year before, each in one of the first three at most. All are null where the event is known only to
/// a month or a year: its days are then too uncertain to tell before from after.
/// </summary>
/// <param name="During">Incidents that began on the event's own days.</param>
/// <param name="Before">Incidents of the <see cref="WindowDays"/> days before its first day.</param>
/// <param name="After">Incidents of the <see cref="WindowDays"/> days after its last day.</param>
/// <param name="Usual">What the year before amounts to; null also where that year begins before the data does.</param>
public sealed record EventNeighbours(
    PoliticalEvent Event, Counted? During, Counted? Before, Counted? After, EventBaseline? Usual)
{
    /// <summary>Length of either window, days.</summary>
    public const int WindowDays = 30;

    /// <summary>Whether the event's days are known well enough to hold incidents against them.</summary>
    public bool IsComparable => During is not null;

    /// <summary>The calendar's events in the filter's days and countries, oldest first.</summary>
    public static IReadOnlyList<EventNeighbours> Of(IncidentIndex index, IncidentFilter filter, DateOnly today)
    {
        var asked = filter.Selection.Frozen(today);
        var (first, last) = asked.Days(today);
        var anyDay = asked with { From = null, To = null };
        using var days = index.Collect(anyDay, today, _ => new DayCounts(index));
        return [.. PoliticalCalendar.Between(index.Reference, asked, first, last).Select(Around)];

        EventNeighbours Around(PoliticalEvent one)
        {
            if (one.DatePrecision >= DatePrecision.Month)
            {
                return new EventNeighbours(one, null, null, null, null);
            }
            var yearBefore = one.StartsOn.AddYears(-1);
            return new EventNeighbours(
                one,
                Window(one, one.StartsOn, one.EndsOn),
                Window(one, one.StartsOn.AddDays(-WindowDays), one.StartsOn.AddDays(-1)),
                Window(one, one.EndsOn.AddDays(1), one.EndsOn.AddDays(WindowDays)),
                index.FirstDay <= yearBefore
                    ? new EventBaseline(
                        Window(one, yearBefore, one.StartsOn.AddDays(-1)),
                        one.StartsOn.DayNumber - yearBefore.DayNumber)
                    : null);
        }

        Counted Window(PoliticalEvent one, DateOnly from, DateOnly to) => new(
            days.Between(one.CountryCode, from, to),
            anyDay with { Countries = [one.CountryCode], From = from, To = to });
    }
}
