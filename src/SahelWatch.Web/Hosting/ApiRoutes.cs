using SahelWatch.Accounts;
using SahelWatch.Incidents;

namespace SahelWatch.Hosting;

/// <summary>
/// How the endpoints of API and files are mapped, and what they tell the description of their query keys.
/// </summary>
public static class ApiRoutes
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps GET, and HEAD for those who ask whether an answer is there.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder app, string pattern, Delegate handler) =>
        app.MapMethods(pattern, Methods, handler).RequireAuthorization(Policies.Reading);

    /// <summary>A file of a whole selection: limited for each address.</summary>
    public static RouteHandlerBuilder IsFile(this RouteHandlerBuilder route, string contentType) => route
        .RequireRateLimiting(Limits.Files)
        .Produces<string>(StatusCodes.Status200OK, contentType)
        .WithTags("Files");

    /// <summary>The endpoint answers for the filter and reads these keys besides.</summary>
    public static RouteHandlerBuilder TakesFilter(this RouteHandlerBuilder route, params QueryKey[] keys) =>
        route.WithMetadata(new QueryKeys(TakesFilter: true, Fixed: null, keys));

    /// <summary>The endpoint answers for the filter but for one key, whose value stands in its path.</summary>
    public static RouteHandlerBuilder TakesFilterBut(this RouteHandlerBuilder route, string key) =>
        route.WithMetadata(new QueryKeys(TakesFilter: true, key, []));

    /// <summary>The endpoint takes no filter.</summary>
    public static RouteHandlerBuilder TakesNoFilter(this RouteHandlerBuilder route, params QueryKey[] keys) =>
        route.WithMetadata(new QueryKeys(TakesFilter: false, Fixed: null, keys));
}

/// <summary>The query keys of one endpoint.</summary>
/// <param name="Fixed">The filter's key that the path speaks for.</param>
public sealed record QueryKeys(bool TakesFilter, string? Fixed, IReadOnlyList<QueryKey> Own);

/// <summary>One query key of an endpoint's own; its codes where it is a choice of them.</summary>
public sealed record QueryKey(string Name, string Description, params IReadOnlyList<string> Choices)
{
    public static QueryKey Of<T>(string name, string description) where T : struct, Enum =>
        new(name, description, Code.All<T>());
}
