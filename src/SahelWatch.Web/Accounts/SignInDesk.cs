using Microsoft.AspNetCore.Identity;
using SahelWatch.Hosting;

namespace SahelWatch.Accounts;

/// <summary>What came of a try to sign in.</summary>
public enum SignInOutcome
{
    Refused,
    Slowed,
    SecondStep,
    Done,
}

/// <summary>
/// The steps of signing in. Whether an address is known shows neither in the answer nor in the work it takes: a
/// password is hashed either way, and both are counted the same.
/// </summary>
public sealed class SignInDesk(
    UserManager<Account> users,
    IPasswordHasher<Account> hasher,
    SignInGuard guard,
    KnownDevice devices,
    SecondStep second,
    SessionBook sessions,
    AccountLog log)
{
    /// <summary>Characters of what is typed for an address; no account has a longer one.</summary>
    private const int LongestAddress = 256;

    /// <summary>A hash for addresses without an account, made once.</summary>
    private static readonly Account Nobody = new() { Name = "", CreatedAt = default };
    private static readonly Lock Making = new();
    private static string? _noHash;

    public async Task<SignInOutcome> TryPasswordAsync(
        HttpContext context, string email, string password, string returnUrl, CancellationToken cancellationToken)
    {
        email = email[..Math.Min(email.Length, LongestAddress)];
        var account = await users.FindByEmailAsync(email);
        var keys = Keys(context, account, $"email {users.NormalizeEmail(email)}");
        if (!guard.Begin(keys))
        {
            return SignInOutcome.Slowed;
        }
        var verdict = hasher.VerifyHashedPassword(
            account ?? Nobody, account?.PasswordHash ?? NoHash(hasher), password);
        if (account is null || account.PasswordHash is null || account.IsDisabled
            || verdict == PasswordVerificationResult.Failed)
        {
            if (account is not null)
            {
                NoteRefused(context, account, keys);
            }
            return SignInOutcome.Refused;
        }
        guard.Succeeded(keys);
        if (account.TwoFactorEnabled)
        {
            second.Expect(context, account, returnUrl);
            return SignInOutcome.SecondStep;
        }
        await EnterAsync(context, account, cancellationToken);
        return SignInOutcome.Done;
    }

    /// <summary>The second step, by a one-time code or a recovery code.</summary>
    public async Task<SignInOutcome> TryCodeAsync(
        HttpContext context, Account account, string code, CancellationToken cancellationToken)
    {
        var keys = Keys(context, account, $"code {account.Id}");
        if (!guard.Begin(keys))
        {
            return SignInOutcome.Slowed;
        }
        if (account.IsDisabled || !await second.IsMetAsync(account, code, cancellationToken))
        {
            NoteRefused(context, account, keys);
            return SignInOutcome.Refused;
        }
        guard.Succeeded(keys);
        second.Forget(context);
        await EnterAsync(context, account, cancellationToken);
        return SignInOutcome.Done;
    }

    public async Task EnterAsync(HttpContext context, Account account, CancellationToken cancellationToken)
    {
        log.Note(account.Id, AccountEventKind.SignedIn, account.Id);
        await sessions.BeginAsync(context, account, cancellationToken);
        devices.Remember(context, account.Id);
    }

    /// <summary>Whether the password is the account's; wrong ones count as at sign-in.</summary>
    public bool Confirms(HttpContext context, Account account, string? password)
    {
        var keys = Keys(context, account, $"email {account.NormalizedEmail}");
        if (account.PasswordHash is null || !guard.Begin(keys))
        {
            return false;
        }
        var isRight = hasher.VerifyHashedPassword(account, account.PasswordHash, password ?? "")
            != PasswordVerificationResult.Failed;
        if (isRight)
        {
            guard.Succeeded(keys);
        }
        return isRight;
    }

    /// <summary>A refused try is told of, and as a lock where the next one has to wait for it.</summary>
    private void NoteRefused(HttpContext context, Account account, string[] keys) => AccountLog.NoteAfter(
        context, account.Id,
        guard.HasToWait(keys[0]) ? AccountEventKind.LockedOut : AccountEventKind.SignInRefused);

    /// <summary>What a try is counted by: the browser where it is known, else what is tried and where from.</summary>
    private string[] Keys(HttpContext context, Account? account, string tried) =>
        devices.Of(context, account?.Id ?? 0) is { } device
            ? [$"device {device} {tried}"]
            : [tried, SignInGuard.AddressPrefix + Limits.Visitor(context.Connection.RemoteIpAddress)];

    private static string NoHash(IPasswordHasher<Account> hasher)
    {
        lock (Making)
        {
            return _noHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        }
    }
}
