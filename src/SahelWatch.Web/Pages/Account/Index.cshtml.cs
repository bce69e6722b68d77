using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Account;

/// <summary>One's own account: name, password, second factor, passkeys and sessions.</summary>
[Authorize(Policy = Policies.SignedIn)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(
    UserManager<SahelWatch.Accounts.Account> users, SignInDesk desk, SessionBook sessions, RecoveryCodes codes,
    AccountLog log, SahelWatchDbContext db, IncidentStore store, TimeProvider time) : AccountPage
{
    private const int NameLength = 100;

    public SahelWatch.Accounts.Account Own { get; private set; } = null!;

    public IReadOnlyList<AccountSession> Sessions { get; private set; } = [];

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public int CodesLeft { get; private set; }

    public Reference Reference => store.Current.Reference;

    public string? OwnKey => User.FindFirstValue(PersonClaims.Session);

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Passkey { get; set; }

    [BindProperty]
    public string? Session { get; set; }

    /// <summary>What a page may say of a session: a name that opens nothing.</summary>
    public static string PublicKey(AccountSession session) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(session.Key)))[..16];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostNameAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var name = ReadableText.Of(Name?.Trim() ?? "");
        if (name.Length is 0 or > NameLength)
        {
            Refuse("name", "Name");
            return Again();
        }
        if (name != Own.Name)
        {
            log.Note(Own.Id, AccountEventKind.RightsChanged, Own.Id, $"{Own.Name} > {name}");
            Own.Name = name;
            await users.UpdateAsync(Own);
        }
        return Back("Account.Done.Saved");
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (PasswordRules.Fault(Password, Own.Email, Own.Name) is { } fault)
        {
            Refuse("password", fault);
        }
        else if (!IsConfirmed())
        {
            return Again();
        }
        else if (!(await users.ChangePasswordAsync(Own, Current!, Password!)).Succeeded)
        {
            Refuse("password", "PasswordCommon");
        }
        if (Problems.Count > 0)
        {
            return Again();
        }
        log.Note(Own.Id, AccountEventKind.PasswordChanged, Own.Id);
        await sessions.EndAllAsync(Own.Id, OwnKey, cancellationToken);
        return Back("Account.Done.Password");
    }

    public async Task<IActionResult> OnPostRemoveFactorAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!IsConfirmed())
        {
            return Again();
        }
        log.Note(Own.Id, AccountEventKind.SecondFactorRemoved, Own.Id);
        await users.ResetAuthenticatorKeyAsync(Own);
        await users.SetTwoFactorEnabledAsync(Own, false);
        return Back("Account.Done.FactorRemoved");
    }

    public async Task<IActionResult> OnPostRenamePasskeyAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var name = ReadableText.Of(Name?.Trim() ?? "");
        if (Chosen() is { } passkey && name.Length is > 0 and <= NameLength)
        {
            passkey.Name = name;
            await users.AddOrUpdatePasskeyAsync(Own, passkey);
        }
        return Back("Account.Done.Saved");
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!IsConfirmed())
        {
            return Again();
        }
        if (Chosen() is { } passkey)
        {
            log.Note(Own.Id, AccountEventKind.PasskeyRemoved, Own.Id, passkey.Name);
            await users.RemovePasskeyAsync(Own, passkey.CredentialId);
        }
        return Back("Account.Done.PasskeyRemoved");
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (Sessions.FirstOrDefault(one => PublicKey(one) == Session) is { } session)
        {
            session.EndedAt = time.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(cancellationToken);
        }
        return Back("Account.Done.Ended");
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        log.Note(Own.Id, AccountEventKind.SignedOutEverywhere, Own.Id);
        await sessions.EndAllAsync(Own.Id, null, cancellationToken);
        return RedirectToPage("/Account/SignIn");
    }

    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    private UserPasskeyInfo? Chosen() => Passkeys.FirstOrDefault(passkey => IdOf(passkey) == Passkey);

    private bool IsConfirmed()
    {
        if (desk.Confirms(HttpContext, Own, Current))
        {
            return true;
        }
        Refuse("current", "Current");
        return false;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Own = (await users.FindByIdAsync(User.Person()!.Id.ToString(CultureInfo.InvariantCulture)))!;
        Name ??= Own.Name;
        var oldest = time.GetUtcNow().UtcDateTime.AddDays(-30);
        Sessions = await db.AccountSessions
            .Where(one => one.AccountId == Own.Id && one.EndedAt == null && one.SeenAt > oldest)
            .OrderByDescending(one => one.SeenAt).ToListAsync(cancellationToken);
        Passkeys = await users.GetPasskeysAsync(Own);
        CodesLeft = await codes.LeftAsync(Own);
    }
}
