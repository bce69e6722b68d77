using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace SahelWatch.Hosting;

/// <summary>
/// Errors without insides: a page for people, problem details for <c>/api</c> and files, each with the request id that
/// the log carries.
/// </summary>
public static class ErrorAnswers
{
    public static IServiceCollection AddErrorAnswers(this IServiceCollection services) =>
        services.AddProblemDetails(options => options.CustomizeProblemDetails = details =>
            details.ProblemDetails.Extensions["requestId"] = RequestId(details.HttpContext));

    public static IApplicationBuilder UseErrorAnswers(this IApplicationBuilder app) => app
        .UseWhen(IsForPeople, people => people
            .UseExceptionHandler("/errors/500")
            .UseStatusCodePagesWithReExecute("/errors/{0}"))
        .UseWhen(context => !IsForPeople(context), machines => machines
            .UseExceptionHandler()
            .UseStatusCodePages());

    /// <summary>The id under which the log tells the same request.</summary>
    public static string RequestId(HttpContext context) =>
        Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    /// <summary>Whether the address is a page's: neither the API's nor a file's.</summary>
    public static bool IsForPeople(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api") && !System.IO.Path.HasExtension(context.Request.Path.Value);
}
