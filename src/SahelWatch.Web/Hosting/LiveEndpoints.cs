using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace SahelWatch.Hosting;

/// <summary>
/// Tells open pages, as server-sent events, that the data has another version than the one they show.
/// </summary>
public static class LiveEndpoints
{
    public const string Address = "/api/v1/live";

    /// <summary>Seconds after which a browser asks again when a connection broke.</summary>
    private const int RetrySeconds = 10;

    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddOptions<LiveOptions>().BindConfiguration("Live")
            .Validate(live => live.Listeners >= 0, "Live:Listeners must be 0 or more.")
            .Validate(live => live.ListenersPerVisitor > 0, "Live:ListenersPerVisitor must be 1 or more.")
            .Validate(live => live.Seconds is > 0 and <= 300, "Live:Seconds must be 1 to 300.")
            .ValidateOnStart();
        return services.AddSingleton<LiveListeners>();
    }

    public static void MapLive(this IEndpointRouteBuilder app) => app.MapRead(Address, ListenAsync)
        .WithMetadata(new LongAnswer())
        .ExcludeFromDescription();

    private static async Task ListenAsync(
        HttpContext context,
        IncidentStore store,
        LiveListeners listeners,
        IOptions<LiveOptions> options,
        TimeProvider time,
        IHostApplicationLifetime lifetime)
    {
        using var place = listeners.Enter(Limits.Visitor(context.Connection.RemoteIpAddress));
        if (place is null)
        {
            context.Response.Headers.RetryAfter =
                options.Value.Seconds.ToString(CultureInfo.InvariantCulture);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await TellAsync(context.Response, store, TimeSpan.FromSeconds(options.Value.Seconds), time, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The reader has left, or the site is going down: either ends the answer.
        }
    }

    private static async Task TellAsync(
        HttpResponse response,
        IncidentStore store,
        TimeSpan pause,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        await WriteAsync(response, $"retry: {RetrySeconds * 1000}\n\n", cancellationToken);
        var told = "";
        while (true)
        {
            var replaced = store.Replaced;
            var version = store.Current.Version;
            if (version != told)
            {
                await WriteAsync(response, $"event: version\ndata: {version}\n\n", cancellationToken);
                told = version;
            }
            try
            {
                await replaced.WaitAsync(pause, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                await WriteAsync(response, ":\n\n", cancellationToken);
            }
        }
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, Encoding.UTF8, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}

/// <summary>Marks an endpoint whose answer lasts as long as its reader stays.</summary>
public sealed class LongAnswer;
