using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>Which political events stand beside a filter's incidents.</summary>
public static class PoliticalCalendar
{
    /// <summary>
    /// Events that begin in a range of days, in order: those of the filter's countries and of the countries of its
    /// regions, or of all countries where it names neither.
    /// </summary>
    public static IReadOnlyList<PoliticalEvent> Between(
        Reference reference, IncidentFilter filter, DateOnly first, DateOnly last)
    {
        var countries = filter.Countries
            .Concat(filter.Regions.Select(code => reference.Region(code)?.CountryCode).OfType<string>())
            .ToHashSet();
        return
        [
            .. reference.PoliticalEvents
                .Where(happening => happening.StartsOn >= first && happening.StartsOn <= last)
                .Where(happening => countries.Count == 0 || countries.Contains(happening.CountryCode))
                .OrderBy(happening => happening.StartsOn).ThenBy(happening => happening.Slug, StringComparer.Ordinal),
        ];
    }

    /// <summary>Events with their numbers in the whole calendar.</summary>
    public static IReadOnlyList<CalendarEvent> Numbered(Reference reference, IReadOnlyList<PoliticalEvent> events)
    {
        var numbers = Between(reference, IncidentFilter.Everything, DateOnly.MinValue, DateOnly.MaxValue)
            .Select((happening, place) => (happening.Slug, Number: place + 1))
            .ToDictionary(pair => pair.Slug, pair => pair.Number);
        return [.. events.Select(happening => new CalendarEvent(numbers[happening.Slug], happening))];
    }
}
