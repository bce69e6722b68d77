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
        .WithSummary("Political events, with the filter's incidents in the 30 days before and after each.");

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

/// <summary>One political event.</summary>
public sealed record EventAnswer(
    string Slug,
    DateOnly StartsOn,
    DateOnly EndsOn,
    DatePrecision DatePrecision,
    string Country,
    PoliticalEventKind Kind,
    string Title,
    string Summary,
    int IncidentsBefore,
    int IncidentsAfter,
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
        near.Before.Count,
        near.After.Count,
        [.. near.Event.Sources.Select(SourceAnswer.Of)]);
}
