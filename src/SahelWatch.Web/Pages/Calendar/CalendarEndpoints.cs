using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Actors;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Calendar;

/// <summary>The political calendar as the page shows it.</summary>
public static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder app) => app.MapGet("/api/v1/events", List)
        .WithTags("Calendar")
        .WithSummary("Political events, with the filter's incidents on the days of each and in the 30 days before and after.");

    private static Results<Ok<CalendarAnswer>, ProblemHttpResult, StatusCodeHttpResult> List(HttpContext context, Text text)
    {
        var view = ViewRequest.Read(context);
        if (!view.IsValid)
        {
            return ApiResults.BadFilter(view.Problems, text);
        }
        if (ApiResults.IsNotModified(context, view))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        var events = EventNeighbours.Of(view.Index, view.Filter, view.Today);
        var sentence = new FilterSentence(view.Index.Reference, key => text[key], CultureInfo.CurrentUICulture);
        return TypedResults.Ok(new CalendarAnswer(
            events.Count,
            sentence.Write(view.Filter),
            FilterGrammar.Write(view.Filter.Selection),
            EventNeighbours.WindowDays,
            [.. events.Select(EventAnswer.Of)]));
    }
}

/// <summary>Answer of <c>/api/v1/events</c>.</summary>
/// <param name="WindowDays">Days before and after each event that are counted.</param>
public sealed record CalendarAnswer(
    int Total, string Sentence, string Query, int WindowDays, IReadOnlyList<EventAnswer> Items);

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
