using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;
using SahelWatch.Accounts;

namespace SahelWatch.Pages.Errors;

/// <summary>
/// What somebody sent to the desk and what could not be taken: their session had ended, the form was too old, nothing
/// may be changed now, the record is not there for them, or the site failed. It goes back to them, to be sent again;
/// nothing of it is kept here.
/// </summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="Reason">Key of the words for why it was not taken.</param>
/// <param name="Pass">See <see cref="KeptPass"/>; null where the form's own token will do.</param>
public sealed record KeptForm(
    string Address, string Reason, IReadOnlyList<KeyValuePair<string, string>> Fields, string? Pass)
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>
    /// Null where there is nothing to give back, and for a request that no page of this site sent: what another site
    /// made up must not come back as a form that only waits for a click.
    /// </summary>
    public static async Task<KeptForm?> OfAsync(HttpContext context, int status)
    {
        var request = context.Request;
        var reason = status switch
        {
            StatusCodes.Status401Unauthorized => "SignIn",
            StatusCodes.Status400BadRequest => "Token",
            StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound => "Refused",
            StatusCodes.Status503ServiceUnavailable => "ReadOnly",
            StatusCodes.Status429TooManyRequests or >= 500 => "Later",
            _ => null,
        };
        if (reason is null
            || !HttpMethods.IsPost(request.Method)
            || PathOf(context) is not { } path
            || !path.StartsWithSegments("/desk")
            || !request.HasFormContentType
            || !IsOwn(request))
        {
            return null;
        }
        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            var address = request.PathBase + path;
            return new KeptForm(
                address,
                reason,
                [
                    .. form.Where(field => field.Key is not (Token or KeptPass.Field))
                        .SelectMany(field => field.Value, (field, value) =>
                            KeyValuePair.Create(field.Key, value ?? "")),
                ],
                status == StatusCodes.Status401Unauthorized
                    ? context.RequestServices.GetRequiredService<KeptPass>().For(request, address)
                    : null);
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Where the request was sent that an error answers.</summary>
    private static PathString? PathOf(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path;

    private static bool IsOwn(HttpRequest request) =>
        !Gate.IsForeign(request)
        && (request.Headers["Sec-Fetch-Site"] == "same-origin"
            || (request.Headers[HeaderNames.Origin].Count > 0 && request.Headers["Sec-Fetch-Site"].Count == 0));
}
