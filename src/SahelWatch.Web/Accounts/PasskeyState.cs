using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SahelWatch.Accounts;

/// <summary>The challenge of a passkey ceremony, kept by the browser for five minutes and taken back when it is answered.</summary>
public sealed class PasskeyState(IDataProtectionProvider protection)
{
    private const string CookieName = "sahelwatch-passkey";
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("SahelWatch.Passkey").ToTimeLimitedDataProtector();

    public void Keep(HttpContext context, string? state) => context.Response.Cookies.Append(
        CookieName, _protector.Protect(state ?? "", Lasting), Options(context));

    /// <summary>The state, which the browser then forgets; null where there is none.</summary>
    public string? Take(HttpContext context)
    {
        context.Response.Cookies.Delete(CookieName, Options(context));
        try
        {
            return context.Request.Cookies[CookieName] is { } cookie ? _protector.Unprotect(cookie) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/account",
        MaxAge = Lasting,
        IsEssential = true,
    };
}
