using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SahelWatch.Exporting;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using HttpJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace SahelWatch.Pages.Incidents;

/// <summary>The filter's incidents as files and API: the same rows in the same order as the list.</summary>
public static class IncidentsEndpoints
{
    public static void MapIncidents(this IEndpointRouteBuilder app)
    {
        app.MapGet("/incidents.csv", Csv).RequireRateLimiting(Limits.Files).ExcludeFromDescription();
        app.MapGet("/incidents.geojson", GeoJson).RequireRateLimiting(Limits.Files).ExcludeFromDescription();
        var api = app.MapGroup("/api/v1").WithTags("Incidents");
        api.MapGet("/incidents", List).WithSummary("One page of the incidents that the filter selects.");
        api.MapGet("/incidents/{number:int}", One).WithSummary("One incident with citations, collections and revisions.");
        api.MapGet("/facets", Facets).WithSummary("How many incidents each value of each filter key would show.");
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult, StatusCodeHttpResult> Csv(
        HttpContext context, IncidentRecords records, Text text)
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
        var file = IncidentFile.Of(context, view, text);
        return TypedResults.Stream(
            stream => IncidentCsv.WriteAsync(
                stream, file.Head, file.Records(records, context.RequestAborted), context.RequestAborted),
            "text/csv; charset=utf-8",
            FileName.Of(file.Head.Sentence, "csv"));
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult, StatusCodeHttpResult> GeoJson(
        HttpContext context, IncidentRecords records, IOptions<HttpJsonOptions> json, Text text)
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
        var file = IncidentFile.Of(context, view, text);
        return TypedResults.Stream(
            stream => IncidentGeoJson.WriteAsync(
                stream, file.Head, file.Rows.Count(row => !view.Index[row].HasPlace),
                file.Records(records, context.RequestAborted), json.Value.SerializerOptions, context.RequestAborted),
            "application/geo+json",
            FileName.Of(file.Head.Sentence, "geojson"));
    }

    private static async Task<Results<Ok<IncidentListAnswer>, ProblemHttpResult, StatusCodeHttpResult>> List(
        HttpContext context, IncidentRecords records, Text text, CancellationToken cancellationToken)
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
        var file = IncidentFile.Of(context, view, text);
        var (page, size) = (view.Filter.Page, view.Filter.PageSize);
        var shown = file.Rows.Skip((int)Math.Min(int.MaxValue, (page - 1L) * size)).Take(size).ToList();
        var items = await file.Records(shown, records, cancellationToken).ToListAsync(cancellationToken);
        return TypedResults.Ok(new IncidentListAnswer(
            file.Rows.Length, page, size, file.Head.Sentence, file.Head.Query, file.Head.AsOf, file.Head.Licence, items));
    }

    private static async Task<Results<Ok<IncidentAnswer>, ProblemHttpResult, StatusCodeHttpResult>> One(
        int number, IncidentReader reader, HttpContext context, Text text, CancellationToken cancellationToken)
    {
        var incident = await reader.FindAsync(number, cancellationToken);
        if (incident is null || incident.Status is EditorialStatus.Draft or EditorialStatus.InReview)
        {
            return TypedResults.Problem(text["Incidents.Api.Unknown", number], statusCode: StatusCodes.Status404NotFound);
        }
        if (incident.Status == EditorialStatus.Withdrawn)
        {
            return TypedResults.Problem(text["Incidents.Withdrawn.What", number], statusCode: StatusCodes.Status410Gone);
        }
        var view = ViewRequest.Read(context);
        if (ApiResults.IsNotModified(context, view, incident.Version))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        return TypedResults.Ok(IncidentAnswer.Of(
            incident,
            IncidentReader.CollectionsOf(view.Index.Reference, number),
            IncidentFile.SiteUrl(context.Request),
            CultureInfo.CurrentUICulture));
    }

    private static Results<Ok<FacetsAnswer>, ProblemHttpResult, StatusCodeHttpResult> Facets(HttpContext context, Text text)
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
        var counts = view.Index.CountFacets(view.Filter, view.Today);
        return TypedResults.Ok(new FacetsAnswer(
            counts.Total,
            Enum.GetValues<Facet>().ToDictionary(
                Code.Of,
                facet => (IReadOnlyDictionary<string, int>)counts[facet].OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .ToDictionary(pair => pair.Key, pair => pair.Value))));
    }
}
