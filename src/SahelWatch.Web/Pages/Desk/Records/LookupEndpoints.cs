using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SahelWatch.Accounts;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Desk.Records;

/// <summary>What the desk's forms find while somebody types; every list is short, the best first.</summary>
public static class LookupEndpoints
{
    private const int Most = 12;
    private const int LongestSearch = 2000;
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapLookups(this IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup("/desk/lookup").RequireAuthorization(Policies.Desk).ExcludeFromDescription();
        desk.MapMethods("/places", Methods, Places);
        desk.MapMethods("/actors", Methods, Actors);
        desk.MapMethods("/sources", Methods, Sources);
        desk.MapMethods("/region", Methods, Region);
    }

    private static async Task<Ok<PlaceFound[]>> Places(
        string? q,
        Lookups lookups,
        SahelWatchDbContext db,
        IncidentStore store,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var tables = await lookups.CurrentAsync(db, cancellationToken);
        var reference = store.Current.Reference;
        return Fresh(context, tables.Places.Find(Search(q), Most).Select(place => PlaceFound.Of(place, reference)));
    }

    private static Ok<ActorFound[]> Actors(string? q, IncidentStore store, HttpContext context)
    {
        var actors = store.Current.Reference.Actors;
        var search = Search(q);
        var found = NearNames.Best(actors, search, Most);
        return Fresh(
            context, (found.Count > 0 ? found : NearNames.Near(actors, search, Most)).Select(ActorFound.Of));
    }

    private static async Task<Ok<SourcesFound>> Sources(
        string? q, Lookups lookups, SahelWatchDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        var tables = await lookups.CurrentAsync(db, cancellationToken);
        var search = Search(q);
        NoStore(context);
        return TypedResults.Ok(new SourcesFound(
            [.. tables.Sources.Find(search, Most).Select(SourceFound.Of)], tables.Sources.PublisherAt(search)));
    }

    private static Results<Ok<RegionFound>, ProblemHttpResult> Region(
        double? lat, double? lon, EmbeddedSet embedded, IncidentStore store, HttpContext context)
    {
        if (lat is not (>= -90 and <= 90) || lon is not (>= -180 and <= 180))
        {
            return TypedResults.Problem(
                title: "lat: -90 to 90, lon: -180 to 180", statusCode: StatusCodes.Status400BadRequest);
        }
        NoStore(context);
        var region = embedded.Boundaries.Find(lat.Value, lon.Value);
        return TypedResults.Ok(new RegionFound(
            region?.Code, region?.NameIn(Culture), region?.CountryCode,
            region is null ? null : store.Current.Reference.Country(region.CountryCode)?.NameIn(Culture)));
    }

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    private static string Search(string? text) =>
        text is null ? "" : text.Trim() is var trimmed && trimmed.Length > LongestSearch ? trimmed[..LongestSearch] : trimmed;

    private static Ok<T[]> Fresh<T>(HttpContext context, IEnumerable<T> found)
    {
        NoStore(context);
        return TypedResults.Ok(found.ToArray());
    }

    private static void NoStore(HttpContext context) => context.Response.Headers.CacheControl = "no-store";

    /// <summary>A place of the gazetteer.</summary>
    public sealed record PlaceFound(
        string Slug,
        string Name,
        IReadOnlyList<string> Spellings,
        string? Region,
        string? RegionName,
        string? Country,
        string? CountryName,
        double? Latitude,
        double? Longitude,
        GeoPrecision? Precision,
        PlaceKind Kind)
    {
        internal static PlaceFound Of(PlaceNote place, Reference reference) => new(
            place.Slug,
            place.Name,
            place.Spellings,
            place.Region,
            place.Region is { } region ? reference.Region(region)?.NameIn(Culture) : null,
            place.Country,
            place.Country is { } country ? reference.Country(country)?.NameIn(Culture) : null,
            place.Latitude,
            place.Longitude,
            place.Precision,
            place.Kind);
    }

    /// <summary>An actor.</summary>
    public sealed record ActorFound(
        string Slug, string Name, string? Acronym, IReadOnlyList<string> Aliases, ActorKind Kind, string? Country)
    {
        internal static ActorFound Of(Actor actor) => new(
            actor.Slug,
            actor.NameIn(Culture),
            actor.Acronym,
            [.. actor.Aliases.Select(alias => alias.Name).Distinct()],
            actor.Kind,
            actor.CountryCode);
    }

    /// <summary>Known sources, and what is remembered of the publisher of an address.</summary>
    public sealed record SourcesFound(IReadOnlyList<SourceFound> Sources, PublisherNote? Publisher);

    /// <summary>A known source.</summary>
    public sealed record SourceFound(
        string Slug,
        string? Publisher,
        string? Title,
        string? PublishedOn,
        string? Url,
        string Language,
        SourceKind Kind,
        SourceReading Reading,
        char Reliability,
        string? Agency,
        string? DerivedFrom)
    {
        internal static SourceFound Of(SourceNote source) => new(
            source.Slug,
            source.Publisher,
            source.Title,
            source.PublishedOn,
            source.Url,
            source.Language,
            source.Kind,
            source.Reading,
            source.Reliability,
            source.Agency,
            source.DerivedFrom);
    }

    /// <summary>Where a point lies; null outside the regions known here.</summary>
    public sealed record RegionFound(string? Region, string? RegionName, string? Country, string? CountryName);
}
