using System.Globalization;
using SahelWatch.Incidents;

namespace SahelWatch.Trends;

/// <summary>A political event with its number in the whole calendar, the same in every view that marks it.</summary>
/// <param name="Number">From 1, in date order.</param>
public sealed record CalendarEvent(int Number, PoliticalEvent Event)
{
    /// <summary>Whether it stands for a stretch of time: it lasted, or its day is not known.</summary>
    public bool IsWindow => Event.StartsOn < Event.EndsOn || Event.DatePrecision >= DatePrecision.Week;

    /// <summary>The days on which it lasted or may have been, as far as its date is known.</summary>
    public (DateOnly First, DateOnly Last) Days => Event.DatePrecision switch
    {
        DatePrecision.Week when Event.StartsOn == Event.EndsOn => Whole(BucketSize.Week),
        DatePrecision.Month => Whole(BucketSize.Month),
        DatePrecision.Year => Whole(BucketSize.Year),
        _ => (Event.StartsOn, Event.EndsOn),
    };

    /// <summary>Short labels of events that share a mark: "7", "3–5" where none is missing, else "3…7".</summary>
    public static string Numbers(IReadOnlyList<CalendarEvent> events)
    {
        var (first, last) = (events[0].Number, events[^1].Number);
        var between = last - first == events.Count - 1 ? "–" : "…";
        return first == last
            ? first.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{first}{between}{last}");
    }

    private (DateOnly First, DateOnly Last) Whole(BucketSize size) =>
        (TimeBucket.Of(Event.StartsOn, size).First, TimeBucket.Of(Event.EndsOn, size).Last);
}
