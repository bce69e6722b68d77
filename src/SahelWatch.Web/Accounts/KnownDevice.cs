using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SahelWatch.Accounts;

/// <summary>
/// A cookie by which a browser that has signed in before is known again. It opens nothing; tries from such a browser
/// are counted apart, so that nobody elsewhere can keep the owner out.
/// </summary>
public sealed class KnownDevice(IDataProtectionProvider protection)
{
    public const string CookieName = "sahelwatch-device";
    private static readonly TimeSpan Lasting = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("SahelWatch.Device").ToTimeLimitedDataProtector();

    /// <summary>Name of the request's browser where the account has signed in with it; else null.</summary>
    public string? Of(HttpContext context, int account)
    {
        if (context.Request.Cookies[CookieName] is not { } cookie)
        {
            return null;
        }
        try
        {
            var parts = _protector.Unprotect(cookie).Split(' ');
            return parts is [var owner, var device]
                && int.TryParse(owner, CultureInfo.InvariantCulture, out var id) && id == account
                ? device
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext context, int account)
    {
        var device = Of(context, account) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(
            CookieName,
            _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{account} {device}"), Lasting),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                Path = "/account",
                MaxAge = Lasting,
                IsEssential = true,
            });
    }
}
