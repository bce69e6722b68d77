using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SahelWatch.Accounts;
using SahelWatch.Exporting;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Changes;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using HttpJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace SahelWatch.Pages.Incidents;

/// <summary>The filter's incidents as files and API: the same rows in the same order as the list.</summary>
public static class IncidentsEndpoints
{
    public static void MapIncidents(this IEndpointRouteBuilder app)
    {
        app.MapRead("/incidents.csv", Csv).IsFile("text/csv").TakesFilter()
            .WithSummary("The incidents that the filter selects, one a row.");
        app.MapRead("/incidents.geojson", GeoJson).IsFile("application/geo+json").TakesFilter()
            .WithSummary("The incidents that the filter selects, one a feature.");
        var api = app.MapGroup("/api/v1").WithTags("Incidents");
        api.MapRead("/incidents", List).IsKept().TakesFilter()
            .WithSummary("One page of the incidents that the filter selects.");
        api.MapRead("/incidents/{number:int}", One).TakesNoFilter()
            .ProducesProblem(StatusCodes.Status301MovedPermanently)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone)
            .WithSummary("One incident with citations, collections and revisions.");
        api.MapRead("/facets", Facets).IsKept().TakesFilter()
            .WithSummary("How many incidents each value of each filter key would show.");
    }

    private static Results<PushStreamHttpResult, Refusal> Csv(
        HttpContext context, IncidentRecords records, Text text)
    {
        var view = ViewRequest.Read(context);
        if (Refusal.Of(context, view, text) is { } refusal)
        {
            return refusal;
        }
        var file = IncidentFile.Of(context, view, text);
        return TypedResults.Stream(
            stream => IncidentCsv.WriteAsync(
                stream, file.Head, file.Records(file.Rows, records, context.RequestAborted), context.RequestAborted),
            "text/csv; charset=utf-8",
            FileName.Of(file.Head.Sentence, "csv"));
    }

    private static Results<PushStreamHttpResult, Refusal> GeoJson(
        HttpContext context, IncidentRecords records, IOptions<HttpJsonOptions> json, Text text)
    {
        var view = ViewRequest.Read(context);
        if (Refusal.Of(context, view, text) is { } refusal)
        {
            return refusal;
        }
        var file = IncidentFile.Of(context, view, text);
        var rows = file.Rows;
        return TypedResults.Stream(
            stream => IncidentGeoJson.WriteAsync(
                stream, file.Head, rows.Count(row => !view.Index[row].HasPlace),
                file.Records(rows, records, context.RequestAborted), json.Value.SerializerOptions,
                context.RequestAborted),
            "application/geo+json",
            FileName.Of(file.Head.Sentence, "geojson"));
    }

    private static async Task<Results<Ok<IncidentListAnswer>, Refusal>> List(
        HttpContext context, IncidentRecords records, Text text, CancellationToken cancellationToken)
    {
        var view = ViewRequest.Read(context);
        if (Refusal.Of(context, view, text) is { } refusal)
        {
            return refusal;
        }
        var file = IncidentFile.Of(context, view, text);
        var shown = view.Index.SelectPage(view.Filter, view.Today);
        var items = await file.Records(shown, records, cancellationToken).ToListAsync(cancellationToken);
        return TypedResults.Ok(new IncidentListAnswer(
            view.Head(text, file.Head.Total, file.Shown),
            view.Filter.Page, view.Filter.PageSize, file.Head.Licence, items));
    }

    private static async Task<Results<Ok<IncidentAnswer>, ProblemHttpResult, Refusal>> One(
        int number,
        IncidentReader reader,
        RevisionReader revisions,
        HttpContext context,
        Text text,
        CancellationToken cancellationToken)
    {
        var view = ViewRequest.ReadPlain(context);
        var person = context.User.Person();
        if (Refusal.OfProblems(view, text) is { } unreadable)
        {
            return unreadable;
        }
        var isPublished = view.Index.RowOf(number) is not null;
        if (isPublished && Refusal.Of(context, view, text, ChangesEndpoints.Sight(person)) is { } refusal)
        {
            return refusal;
        }
        var incident = await reader.FindAsync(number, cancellationToken);
        if (incident is null || incident.Status is EditorialStatus.Draft or EditorialStatus.InReview)
        {
            return ApiResults.NotFound(text["Incidents.Api.Unknown", number]);
        }
        var history = await revisions.HistoryAsync(incident, person, cancellationToken);
        if (incident.Status == EditorialStatus.Withdrawn)
        {
            return Withdrawn(incident, history is [.., var last] ? last : null, context, text);
        }
        return TypedResults.Ok(IncidentAnswer.Of(
            incident,
            await reader.MergedFromAsync(incident, cancellationToken),
            history,
            view.Index.Reference,
            IncidentFile.SiteUrl(context.Request),
            CultureInfo.CurrentUICulture));
    }

    /// <summary>That an incident was withdrawn, when and why; where it was a duplicate, the way to the other.</summary>
    private static ProblemHttpResult Withdrawn(
        Incident incident, ToldRevision? last, HttpContext context, Text text)
    {
        var siteUrl = IncidentFile.SiteUrl(context.Request);
        var into = incident.MergedInto?.Number;
        context.Response.Headers.CacheControl = "no-cache";
        if (into is not null)
        {
            context.Response.Headers.Location =
                string.Create(CultureInfo.InvariantCulture, $"{siteUrl}/api/v1/incidents/{into}");
        }
        return TypedResults.Problem(
            title: text["Incidents.Withdrawn.What", incident.Number],
            detail: last?.ReasonIn(text),
            statusCode: into is null ? StatusCodes.Status410Gone : StatusCodes.Status301MovedPermanently,
            extensions: new Dictionary<string, object?>
            {
                ["incident"] = incident.Number,
                ["withdrawnAt"] = last?.At,
                ["mergedInto"] = into,
                ["history"] = string.Create(
                    CultureInfo.InvariantCulture, $"{siteUrl}/incidents/{incident.Number}/history"),
            });
    }

    private static Results<Ok<FacetsAnswer>, Refusal> Facets(HttpContext context, Text text)
    {
        var view = ViewRequest.Read(context);
        if (Refusal.Of(context, view, text) is { } refusal)
        {
            return refusal;
        }
        var counts = view.Index.CountFacets(view.Filter, view.Today);
        return TypedResults.Ok(new FacetsAnswer(
            view.Head(text, counts.Total),
            Enum.GetValues<Facet>().ToDictionary(
                Code.Of,
                facet => (IReadOnlyDictionary<string, int>)counts[facet]
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .ToDictionary(pair => pair.Key, pair => pair.Value))));
    }
}
