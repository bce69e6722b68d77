using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace SahelWatch.Hosting;

/// <summary>
/// Why an endpoint does not go on: the address cannot be read (400), or the client already has the answer (304).
/// <c>if (Refusal.Of(...) is { } refusal) return refusal;</c> stands before the work.
/// </summary>
public sealed class Refusal : IResult, IEndpointMetadataProvider
{
    private readonly IResult _answer;

    private Refusal(IResult answer) => _answer = answer;

    /// <summary>Null to go on.</summary>
    /// <param name="parameters">
    /// What the answer depends on besides the filter, as in <see cref="ApiResults.IsNotModified"/>.
    /// </param>
    public static Refusal? Of(HttpContext context, ViewRequest view, Text text, params IEnumerable<object?> parameters)
    {
        if (!view.IsValid)
        {
            return new Refusal(ApiResults.BadFilter(view.Problems, text));
        }
        return ApiResults.IsNotModified(context, view, parameters)
            ? new Refusal(TypedResults.StatusCode(StatusCodes.Status304NotModified))
            : null;
    }

    /// <summary>The 400 alone, for endpoints that have more to find out before they know their tag.</summary>
    public static Refusal? OfProblems(ViewRequest view, Text text) =>
        view.IsValid ? null : new Refusal(ApiResults.BadFilter(view.Problems, text));

    public Task ExecuteAsync(HttpContext httpContext) => _answer.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            StatusCodes.Status400BadRequest, typeof(ProblemDetails), ["application/problem+json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }
}
