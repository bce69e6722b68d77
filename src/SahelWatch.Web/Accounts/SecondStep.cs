using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using SahelWatch.Data;

namespace SahelWatch.Accounts;

/// <summary>
/// The second step of signing in: a cookie of five minutes remembers that the password was right, and a code is taken
/// once. The step of the last code taken is kept with the account, guarded by its concurrency stamp: of two requests
/// with one code the second finds the account changed.
/// </summary>
public sealed class SecondStep(
    IDataProtectionProvider protection, UserManager<Account> users, AccountLog log, TimeProvider time)
{
    private const string CookieName = "sahelwatch-second";
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("SahelWatch.SecondStep").ToTimeLimitedDataProtector();

    public void Expect(HttpContext context, Account account, string returnUrl) => context.Response.Cookies.Append(
        CookieName,
        _protector.Protect(
            string.Create(CultureInfo.InvariantCulture, $"{account.Id}\n{account.SecurityStamp}\n{returnUrl}"), Lasting),
        Options(context));

    /// <summary>Whose second step is awaited, and where to go then; null for nobody's.</summary>
    public async Task<(Account Account, string ReturnUrl)?> ExpectedAsync(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { } cookie)
        {
            return null;
        }
        try
        {
            return _protector.Unprotect(cookie).Split('\n') is [var id, var stamp, var returnUrl]
                && await users.FindByIdAsync(id) is { IsDisabled: false } account && account.SecurityStamp == stamp
                ? (account, returnUrl)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(CookieName, Options(context));

    /// <summary>Whether this is the account's code, or one of its recovery codes; either is used up by it.</summary>
    public async Task<bool> IsMetAsync(Account account, string typed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var code = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter)));
        if (await users.GetAuthenticatorKeyAsync(account) is { } key
            && OneTimeCode.Step(key, code, time.GetUtcNow(), account.LastCodeStep) is { } step)
        {
            account.LastCodeStep = step;
            return (await users.UpdateAsync(account)).Succeeded;
        }
        if (!(await users.RedeemTwoFactorRecoveryCodeAsync(account, RecoveryCodes.Hash(code))).Succeeded)
        {
            return false;
        }
        log.Note(account.Id, AccountEventKind.RecoveryCodeUsed, account.Id);
        return true;
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/account/sign-in",
        MaxAge = Lasting,
        IsEssential = true,
    };
}
