using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace SahelWatch.Accounts;

/// <summary>
/// Lets a form that was given back because the session had ended be sent again by whoever signed in meanwhile: its own
/// token was made for nobody. A pass holds in the browser that was given it, for one address and half a day.
/// </summary>
public sealed class KeptPass(
    IDataProtectionProvider protection, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options)
{
    public const string Field = "kept-pass";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("SahelWatch.KeptForm").ToTimeLimitedDataProtector();

    /// <summary>A pass for an address; null for a browser that no form was shown to.</summary>
    public string? For(HttpRequest request, string address) =>
        CookieOf(request) is { } cookie ? _protector.Protect($"{address}\n{cookie}", Lasts) : null;

    /// <summary>Gives a request that shows its pass the token that its form could not have.</summary>
    public async Task TakeAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.User.Identity?.IsAuthenticated != true
            || !request.HasFormContentType
            || CookieOf(request) is not { } cookie
            || (await request.ReadFormAsync(context.RequestAborted))[Field].ToString() is not { Length: > 0 } pass)
        {
            return;
        }
        try
        {
            if (_protector.Unprotect(pass) == $"{request.PathBase}{request.Path}\n{cookie}")
            {
                request.Headers[options.Value.HeaderName!] = antiforgery.GetTokens(context).RequestToken;
            }
        }
        catch (CryptographicException)
        {
            // A pass that is too old or made up opens nothing: the form's own token decides.
        }
    }

    private string? CookieOf(HttpRequest request) => request.Cookies[options.Value.Cookie.Name!];
}
