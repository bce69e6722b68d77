using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace SahelWatch.Accounts;

/// <summary>
/// What every request has to pass besides the policies: an endpoint that names no policy answers nobody, and a request
/// that can change something must come from a form of this site.
/// </summary>
public static class Gate
{
    /// <summary>Answers 404 for an endpoint about whose readers nothing was said.</summary>
    public static IApplicationBuilder UseDefaultDeny(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is RouteEndpoint endpoint
            && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
            && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        return next(context);
    });

    /// <summary>Lets nothing that a signed-in person is shown be kept elsewhere.</summary>
    public static IApplicationBuilder UseNothingKept(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.User.Identity?.IsAuthenticated == true)
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
        }
        return next(context);
    });

    /// <summary>
    /// Answers 405 where the endpoint does not take the method, 503 while nothing may be changed, and 400 where a
    /// request that can change something comes from another site or without the token of a form. A form that cannot be
    /// read, of too many fields for instance, is 422, and one that is too large 413.
    /// </summary>
    public static IApplicationBuilder UseSafeChanges(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || context.GetEndpoint() is not RouteEndpoint endpoint || IsError(context))
        {
            await next(context);
            return;
        }
        var methods = endpoint.Metadata.GetMetadata<PageMethods>()?.Methods
            ?? endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
            ?? [HttpMethods.Get, HttpMethods.Head];
        if (!methods.Contains(request.Method, StringComparer.OrdinalIgnoreCase))
        {
            context.Response.Headers[HeaderNames.Allow] = string.Join(", ", methods);
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        if (context.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value.IsReadOnly
            && endpoint.Metadata.GetMetadata<WorksReadOnlyAttribute>() is null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        if (await RefusalAsync(context) is { } refused)
        {
            context.Response.StatusCode = refused;
            return;
        }
        await next(context);
    });

    /// <summary>Status of the answer to what is no form of this site or none that can be read; else null.</summary>
    private static async Task<int?> RefusalAsync(HttpContext context)
    {
        if (IsForeign(context.Request))
        {
            return StatusCodes.Status400BadRequest;
        }
        try
        {
            await context.RequestServices.GetRequiredService<KeptPass>().TakeAsync(context);
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
                ? null
                : StatusCodes.Status400BadRequest;
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException
            or AntiforgeryValidationException { InnerException: not null })
        {
            return (error as BadHttpRequestException ?? error.InnerException as BadHttpRequestException)?.StatusCode
                ?? StatusCodes.Status422UnprocessableEntity;
        }
    }

    /// <summary>Whether the page of an error answers in place of the one that was asked.</summary>
    private static bool IsError(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.Features.Get<IExceptionHandlerFeature>() is not null;

    internal static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none"))
        {
            return true;
        }
        var origin = request.Headers.Origin.ToString();
        // A page whose policy is to send no referrer gives its own forms the origin "null".
        return origin.Length > 0
            && !(origin == "null" && site == "same-origin")
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>The methods that a page has handlers for.</summary>
public sealed record PageMethods(IReadOnlyList<string> Methods);

/// <summary>Marks an endpoint whose changes are made in read-only mode too: signing in and out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WorksReadOnlyAttribute : Attribute;
