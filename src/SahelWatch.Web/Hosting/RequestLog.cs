using Microsoft.AspNetCore.RateLimiting;
using Serilog;
using Serilog.Events;

namespace SahelWatch.Hosting;

/// <summary>
/// One line for each request, without address or query: an error where it failed, a warning where it was slow, else
/// information, which Production leaves out.
/// </summary>
public static class RequestLog
{
    /// <summary>Namespace of the lines, to set their level by.</summary>
    public const string Source = "Serilog.AspNetCore";

    private const double SlowMilliseconds = 500;

    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.MessageTemplate = "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed:0.0} ms";
            options.GetLevel = Level;
        });

    /// <summary>
    /// Whether a line holds the query of an address, as the server's own lines about requests do: secrets of one-time
    /// links come that way.
    /// </summary>
    public static bool HoldsQuery(LogEvent line) => line.Properties.ContainsKey("QueryString");

    /// <summary>The level of a request's line.</summary>
    public static LogEventLevel Level(HttpContext context, double milliseconds, Exception? error) =>
        error is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError
            ? LogEventLevel.Error
            : milliseconds > SlowMilliseconds && !IsFile(context) ? LogEventLevel.Warning : LogEventLevel.Information;

    /// <summary>
    /// A whole selection takes as long as its reader takes to fetch it, and some answers as long as the reader stays.
    /// </summary>
    private static bool IsFile(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } metadata
        && (metadata.GetMetadata<EnableRateLimitingAttribute>() is not null
            || metadata.GetMetadata<LongAnswer>() is not null);
}
