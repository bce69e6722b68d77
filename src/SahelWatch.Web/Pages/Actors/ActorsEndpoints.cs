using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Actors;

/// <summary>Actors as the pages show them.</summary>
public static class ActorsEndpoints
{
    public static void MapActors(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/actors").WithTags("Actors");
        api.MapRead("/", List)
            .IsKept().TakesFilter(new QueryKey(IndexModel.NameKey, "Words of an actor's name, acronym or alias"))
            .WithSummary("All actors, with the number of incidents of the filter that name each.");
        api.MapRead("/{slug}", One).IsKept().TakesFilterBut("actor")
            .Produces(StatusCodes.Status301MovedPermanently)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("One actor with names, relations, components and counts.");
    }

    private static Results<Ok<ActorListAnswer>, Refusal> List(HttpContext context, Text text)
    {
        var view = ViewRequest.Read(context, IndexModel.NameKey);
        var name = view.One(IndexModel.NameKey);
        if (Refusal.Of(context, view, text, name) is { } refusal)
        {
            return refusal;
        }
        var actors = ActorList.Of(view, name ?? "");
        return TypedResults.Ok(new ActorListAnswer(
            view.Head(text, view.Index.CountOf(view.Filter, view.Today)),
            [.. actors.Select(count => ActorAnswer.Of(count, view.Index.Reference))]));
    }

    private static async Task<Results<Ok<ActorDetailsAnswer>, RedirectHttpResult, ProblemHttpResult, Refusal>> One(
        string slug, SahelWatchDbContext db, HttpContext context, Text text, CancellationToken cancellationToken)
    {
        var view = ViewRequest.Read(context);
        view.Refuse("actor");
        if (view.Index.Reference.Canonical(slug) is var canonical && canonical != slug)
        {
            context.Response.Headers.CacheControl = "no-cache";
            return TypedResults.LocalRedirect(
                $"~/api/v1/actors/{canonical}{context.Request.QueryString}", permanent: true);
        }
        if (view.Index.Reference.Actor(slug) is not { } actor)
        {
            return ApiResults.NotFound(text["Actors.Unknown", slug]);
        }
        if (Refusal.Of(context, view, text) is { } refusal)
        {
            return refusal;
        }
        var shown = view.Filter.Selection with { Actors = [slug] };
        var regions = RegionTotals.Of(view.Index, shown, view.Today);
        var sources = await db.Actors.AsNoTracking().Where(row => row.Slug == slug).SelectMany(row => row.Sources)
            .OrderBy(source => source.Slug).ToListAsync(cancellationToken);
        var count = ActorCount.Of(view.Index, shown with { ActorKinds = [] }, view.Today).Single();
        return TypedResults.Ok(new ActorDetailsAnswer(
            view.Head(text, regions.Total, shown),
            ActorAnswer.Of(count, view.Index.Reference),
            actor.Description,
            [.. view.Index.Reference.WithComponents(slug).Skip(1).Select(ComponentAnswer.Of)],
            regions.Figure,
            regions.Countries.SelectMany(country => country.Regions)
                .Where(region => region.Incidents.Count > 0)
                .ToDictionary(region => region.Region.Code, region => region.Incidents.Count),
            TacticYears.Of(view.Index, shown, view.Today).Rows.ToDictionary(row => row.Tactic, row => row.Total.Count),
            [.. sources.Select(SourceAnswer.Of)]));
    }
}
