using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using SahelWatch.Querying;

namespace SahelWatch.Hosting;

/// <summary>
/// Which answers are kept for those who ask the same, as the bytes that are sent: successes of GET about a filter that
/// can be read. Two spellings of one filter share an answer. The key holds the data version and the day, so that a new
/// index or a new day finds nothing kept. A request by which a visitor could be told from another is left alone.
/// </summary>
public sealed class ViewCache : IOutputCachePolicy
{
    /// <summary>Bytes as sent: no view is as large.</summary>
    public const int LargestBody = 512 * 1024;

    /// <summary>A longer query is not kept: keys take memory that the size limit does not count.</summary>
    public const int LongestQuery = 1024;

    public static readonly ViewCache Policy = new();

    /// <summary>Frees what nobody asks for; correctness does not rest on it.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (!IsAnyones(http) || Key(http) is not { } key)
        {
            return ValueTask.CompletedTask;
        }
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = KeptFor;
        context.CacheVaryByRules.VaryByValues["view"] = key;
        // Others may be waiting for this answer: a visitor who leaves must not cut it short.
        http.RequestAborted = CancellationToken.None;
        return ValueTask.CompletedTask;
    }

    /// <summary>An answer of the present version is as good as new, so it says nothing of its age.</summary>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.HttpContext.Response.OnStarting(
            static response =>
            {
                var headers = ((HttpResponse)response).Headers;
                headers.Age = default;
                headers.Date = default;
                return Task.CompletedTask;
            },
            context.HttpContext.Response);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage =
            response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
        return ValueTask.CompletedTask;
    }

    private static bool IsAnyones(HttpContext context)
    {
        var request = context.Request;
        return HttpMethods.IsGet(request.Method)
            && context.User.Identity?.IsAuthenticated != true
            && request.Headers.Authorization.Count == 0
            && request.Headers.IfModifiedSince.Count == 0
            && (request.Headers.Cookie.Count == 0
                || request.Cookies.Keys.All(name => name == Languages.CookieName));
    }

    /// <summary>What the answer depends on besides method, host and path; null where it cannot be read.</summary>
    private static string? Key(HttpContext context)
    {
        if (context.Request.QueryString.Value is { Length: > LongestQuery })
        {
            return null;
        }
        var own = ViewRequest.OwnPairs(context.Request.QueryString.Value);
        var view = ViewRequest.Read(context, [.. own.Select(pair => pair.Key)]);
        var compression = context.RequestServices.GetRequiredService<IResponseCompressionProvider>();
        var encoding = compression.CheckRequestAcceptsCompression(context)
            ? compression.GetCompressionProvider(context)?.EncodingName
            : null;
        return !view.IsValid ? null : string.Join('\n',
            encoding ?? "identity",
            CultureInfo.CurrentUICulture.Name,
            view.Index.Version,
            view.Today.DayNumber.ToString(CultureInfo.InvariantCulture),
            FilterGrammar.Write(view.Filter),
            QueryPairs.Write(own));
    }
}
