using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Regions;

/// <summary>Regions as the pages show them.</summary>
public static class RegionsEndpoints
{
    public static void MapRegions(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/regions").WithTags("Regions");
        api.MapGet("/", List).WithSummary("All regions, with counts, deaths and rates of the filter's incidents.");
        api.MapGet("/{code}", One).WithSummary("One region with names, layout and counts.");
    }

    private static Results<Ok<RegionListAnswer>, ProblemHttpResult, StatusCodeHttpResult> List(
        HttpContext context, EmbeddedSet embedded, Text text)
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
        var totals = RegionTotals.Of(view.Index, view.Filter, view.Today);
        var regions = totals.Regions.Select(RegionAnswer.Of).ToList();
        return TypedResults.Ok(new RegionListAnswer(
            regions.Count,
            totals.Total,
            Sentence(view, text, view.Filter),
            FilterGrammar.Write(view.Filter.Selection),
            embedded.Boundaries.Layout.Id,
            regions,
            [
                .. totals.Countries.Where(country => country.Outside.Count > 0)
                    .Select(country => new WithoutRegionAnswer(
                        country.CountryCode, country.Outside.Count, country.OutsideFigure)),
            ]));
    }

    private static Results<Ok<RegionDetailsAnswer>, ProblemHttpResult, StatusCodeHttpResult> One(
        string code, HttpContext context, EmbeddedSet embedded, Text text)
    {
        var view = ViewRequest.Read(context);
        foreach (var value in view.Values("region"))
        {
            view.Report(new Problem("region", value, "KnownKey"));
        }
        if (!view.IsValid)
        {
            return ApiResults.BadFilter(view.Problems, text);
        }
        if (view.Index.Reference.Region(code) is not { } region)
        {
            return TypedResults.Problem(text["Regions.UnknownCode", code], statusCode: StatusCodes.Status404NotFound);
        }
        if (ApiResults.IsNotModified(context, view))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        var shown = view.Filter.Selection with { Regions = [code] };
        var total = RegionTotals.Of(view.Index, shown, view.Today).Regions
            .Single(one => one.Region.Code == code);
        return TypedResults.Ok(new RegionDetailsAnswer(
            total.Incidents.Count,
            Sentence(view, text, shown),
            FilterGrammar.Write(shown),
            RegionAnswer.Of(total),
            region.OtherNames(CultureInfo.CurrentUICulture),
            region.Layout,
            region.ValidFrom,
            region.ValidTo,
            embedded.Boundaries[code]?.Later ?? [],
            ActorCount.Of(view.Index, shown, view.Today).Where(count => count.Incidents.Count > 0)
                .OrderByDescending(count => count.Incidents.Count)
                .ToDictionary(count => count.Actor.Slug, count => count.Incidents.Count),
            TacticYears.Of(view.Index, shown, view.Today).Rows.ToDictionary(row => row.Tactic, row => row.Total.Count)));
    }

    private static string Sentence(ViewRequest view, Text text, IncidentFilter filter) =>
        new FilterSentence(view.Index.Reference, key => text[key], CultureInfo.CurrentUICulture).Write(filter);
}
