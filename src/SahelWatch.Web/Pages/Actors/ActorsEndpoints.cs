using System.Globalization;
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
        api.MapGet("/", List).WithSummary("All actors, with the number of incidents of the filter that name each.");
        api.MapGet("/{slug}", One).WithSummary("One actor with names, relations, components and counts.");
    }

    private static Results<Ok<ActorListAnswer>, ProblemHttpResult, StatusCodeHttpResult> List(HttpContext context, Text text)
    {
        var view = ViewRequest.Read(context, IndexModel.NameKey);
        var names = view.Values(IndexModel.NameKey).Distinct().ToList();
        if (names.Count > 1)
        {
            view.Report(new Problem(IndexModel.NameKey, string.Join(" & ", names), "Once"));
        }
        if (!view.IsValid)
        {
            return ApiResults.BadFilter(view.Problems, text);
        }
        if (ApiResults.IsNotModified(context, view, names))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        var actors = ActorList.Of(view, names.FirstOrDefault() ?? "");
        return TypedResults.Ok(new ActorListAnswer(
            actors.Count,
            Sentence(view, text, view.Filter),
            FilterGrammar.Write(view.Filter.Selection),
            [.. actors.Select(count => ActorAnswer.Of(count, view.Index.Reference))]));
    }

    private static async Task<Results<Ok<ActorDetailsAnswer>, ProblemHttpResult, StatusCodeHttpResult>> One(
        string slug, SahelWatchDbContext db, HttpContext context, Text text, CancellationToken cancellationToken)
    {
        var view = ViewRequest.Read(context);
        foreach (var value in view.Values("actor"))
        {
            view.Report(new Problem("actor", value, "KnownKey"));
        }
        if (!view.IsValid)
        {
            return ApiResults.BadFilter(view.Problems, text);
        }
        if (view.Index.Reference.Actor(slug) is not { } actor)
        {
            return TypedResults.Problem(text["Actors.Unknown", slug], statusCode: StatusCodes.Status404NotFound);
        }
        if (ApiResults.IsNotModified(context, view))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        var shown = view.Filter.Selection with { Actors = [slug] };
        var regions = RegionTotals.Of(view.Index, shown, view.Today);
        var sources = await db.Actors.AsNoTracking().Where(row => row.Slug == slug).SelectMany(row => row.Sources)
            .OrderBy(source => source.Slug).ToListAsync(cancellationToken);
        var count = ActorCount.Of(view.Index, shown with { ActorKinds = [] }, view.Today).Single();
        return TypedResults.Ok(new ActorDetailsAnswer(
            regions.Total,
            Sentence(view, text, shown),
            FilterGrammar.Write(shown),
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

    private static string Sentence(ViewRequest view, Text text, IncidentFilter filter) =>
        new FilterSentence(view.Index.Reference, key => text[key], CultureInfo.CurrentUICulture).Write(filter);
}
