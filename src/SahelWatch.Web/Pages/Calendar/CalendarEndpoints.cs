using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Actors;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Calendar;

/// <summary>The political calendar as the page shows it.</summary>
public static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder app) => app.MapRead("/api/v1/events", List)
        .IsKept().TakesFilter()
        .WithTags("Calendar")
        .WithSummary("Political events, with the filter's incidents on the days of each and 30 days before and after.");

    private static Results<Ok<CalendarAnswer>, Refusal> List(HttpContext context, Text text)
    {
        var view = ViewRequest.Read(context);
        if (Refusal.Of(context, view, text) is { } refusal)
        {
            return refusal;
        }
        var events = EventNeighbours.Of(view.Index, view.Filter, view.Today);
        return TypedResults.Ok(new CalendarAnswer(
            view.Head(text, view.Index.CountOf(view.Filter, view.Today)),
            EventNeighbours.WindowDays,
            [.. events.Select(EventAnswer.Of)]));
    }
}

/// <summary>Answer of <c>/api/v1/events</c>.</summary>
/// <param name="WindowDays">Days before and after each event that are counted.</param>
public sealed record CalendarAnswer(
    [property: JsonIgnore] AnswerHead Head, int WindowDays, IReadOnlyList<EventAnswer> Items) : AnswerHead(Head);

/// <summary>
/// One political event. The counts are null where it is known only to a month or a year, the usual number also where
/// the data does not reach back a year.
/// </summary>
/// <param name="UsualPerWindow">Mean incidents in <c>windowDays</c> days over the 12 months before the event.</param>
public sealed record EventAnswer(
    string Slug,
    DateOnly StartsOn,
    DateOnly EndsOn,
    DatePrecision DatePrecision,
    string Country,
    PoliticalEventKind Kind,
    string Title,
    string Summary,
    int? IncidentsBefore,
    int? IncidentsDuring,
    int? IncidentsAfter,
    double? UsualPerWindow,
    IReadOnlyList<SourceAnswer> Sources)
{
    public static EventAnswer Of(EventNeighbours near) => new(
        near.Event.Slug,
        near.Event.StartsOn,
        near.Event.EndsOn,
        near.Event.DatePrecision,
        near.Event.CountryCode,
        near.Event.Kind,
        near.Event.Title,
        near.Event.Summary,
        near.Before?.Count,
        near.During?.Count,
        near.After?.Count,
        near.Usual is { } usual ? Math.Round(usual.PerWindow, 1) : null,
        [.. near.Event.Sources.Select(SourceAnswer.Of)]);
}
