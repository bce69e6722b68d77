using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// A political event and the filter's incidents of its country that began in the days before and after it. The days
/// of the event itself are in neither.
/// </summary>
public sealed record EventNeighbours(PoliticalEvent Event, Counted Before, Counted After)
{
    /// <summary>Length of either window, days.</summary>
    public const int WindowDays = 30;

    /// <summary>The calendar's events in the filter's days and countries, oldest first.</summary>
    public static IReadOnlyList<EventNeighbours> Of(IncidentIndex index, IncidentFilter filter, DateOnly today)
    {
        var asked = filter.Selection.Frozen(today);
        var (first, last) = asked.Days(today);
        var anyDay = asked with { From = null, To = null };
        var rows = index.Select(anyDay, today);
        return
        [
            .. PoliticalCalendar.Between(index.Reference, asked, first, last)
                .Select(one => new EventNeighbours(
                    one,
                    Window(one, one.StartsOn.AddDays(-WindowDays), one.StartsOn.AddDays(-1)),
                    Window(one, one.EndsOn.AddDays(1), one.EndsOn.AddDays(WindowDays)))),
        ];

        Counted Window(PoliticalEvent one, DateOnly from, DateOnly to) => new(
            rows.Count(row => index[row].CountryCode == one.CountryCode
                && index[row].StartsOn >= from && index[row].StartsOn <= to),
            anyDay with { Countries = [one.CountryCode], From = from, To = to });
    }
}
