using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace SahelWatch.Accounts;

/// <summary>
/// The challenge of a passkey ceremony, kept by the browser for five minutes and taken back when it is answered. An
/// answer is to one challenge, once: those taken are remembered while their cookies hold.
/// </summary>
public sealed class PasskeyState(IDataProtectionProvider protection, TimeProvider time)
{
    private const string CookieName = "sahelwatch-passkey";
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("SahelWatch.Passkey").ToTimeLimitedDataProtector();

    private readonly Dictionary<string, DateTimeOffset> _taken = [];
    private readonly Lock _lock = new();

    public void Keep(HttpContext context, string? state) => context.Response.Cookies.Append(
        CookieName, _protector.Protect(state ?? "", Lasting), Options(context));

    /// <summary>The state, which the browser then forgets; null where there is none, or it was taken before.</summary>
    public string? Take(HttpContext context)
    {
        context.Response.Cookies.Delete(CookieName, Options(context));
        try
        {
            return context.Request.Cookies[CookieName] is { } cookie
                && _protector.Unprotect(cookie) is var state && IsFirst(state) ? state : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private bool IsFirst(string state)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));
        var now = time.GetUtcNow();
        lock (_lock)
        {
            foreach (var old in _taken.Where(one => one.Value < now).Select(one => one.Key).ToList())
            {
                _taken.Remove(old);
            }
            return _taken.TryAdd(hash, now + Lasting);
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
