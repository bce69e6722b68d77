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
        api.MapRead("/", List).IsKept().TakesFilter()
            .WithSummary("All regions, with counts, deaths and rates of the filter's incidents.");
        api.MapRead("/{code}", One).IsKept().TakesFilterBut("region")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("One region with names, layout and counts.");
    }

    private static Results<Ok<RegionListAnswer>, Refusal> List(
        HttpContext context, EmbeddedSet embedded, Text text)
    {
        var view = ViewRequest.Read(context);
        if (Refusal.Of(context, view, text) is { } refusal)
        {
            return refusal;
        }
        var totals = RegionTotals.Of(view.Index, view.Filter, view.Today);
        var regions = totals.Regions.Select(RegionAnswer.Of).ToList();
        return TypedResults.Ok(new RegionListAnswer(
            view.Head(text, totals.Total),
            embedded.Boundaries.Layout.Id,
            regions,
            [
                .. totals.Countries.Where(country => country.Outside.Count > 0)
                    .Select(country => new WithoutRegionAnswer(
                        country.CountryCode, country.Outside.Count, country.OutsideFigure)),
            ]));
    }

    private static Results<Ok<RegionDetailsAnswer>, ProblemHttpResult, Refusal> One(
        string code, HttpContext context, EmbeddedSet embedded, Text text)
    {
        var view = ViewRequest.Read(context);
        view.Refuse("region");
        if (view.Index.Reference.Region(code) is not { } region)
        {
            return ApiResults.NotFound(text["Regions.UnknownCode", code]);
        }
        if (Refusal.Of(context, view, text) is { } refusal)
        {
            return refusal;
        }
        var shown = view.Filter.Selection with { Regions = [code] };
        var total = RegionTotals.Of(view.Index, shown, view.Today).Regions
            .Single(one => one.Region.Code == code);
        return TypedResults.Ok(new RegionDetailsAnswer(
            view.Head(text, total.Incidents.Count, shown),
            RegionAnswer.Of(total),
            region.OtherNames(CultureInfo.CurrentUICulture),
            region.Layout,
            region.ValidFrom,
            region.ValidTo,
            embedded.Boundaries[code]?.Later ?? [],
            ActorCount.Of(view.Index, shown, view.Today).Where(count => count.Incidents.Count > 0)
                .OrderByDescending(count => count.Incidents.Count)
                .ToDictionary(count => count.Actor.Slug, count => count.Incidents.Count),
            TacticYears.Of(view.Index, shown, view.Today).Rows
                .ToDictionary(row => row.Tactic, row => row.Total.Count)));
    }
}
