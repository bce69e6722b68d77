using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Editing;

namespace SahelWatch.Accounts;

/// <summary>One-time links: made here, and used here, each once and in time. Their secrets are not kept.</summary>
public sealed class AccountLinks(
    SahelWatchDbContext db, UserManager<Account> users, SessionBook sessions, AccountLog log, TimeProvider time)
{
    private static readonly TimeSpan ForAdministrator = TimeSpan.FromHours(24);
    private static readonly TimeSpan ForInvitation = TimeSpan.FromDays(7);
    private static readonly TimeSpan ForPassword = TimeSpan.FromHours(24);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>
    /// The secret of a link for the first administrator, in place of any before; null where there is an administrator.
    /// </summary>
    public async Task<string?> FirstAdministratorAsync(CancellationToken cancellationToken)
    {
        if (await HasAdministratorAsync(cancellationToken))
        {
            return null;
        }
        await RevokeAsync(
            db.AccountLinks.Where(link => link.Kind == AccountLinkKind.FirstAdministrator), cancellationToken);
        return await MakeAsync(AccountLinkKind.FirstAdministrator, ForAdministrator, null, [], [], null, null,
            cancellationToken);
    }

    /// <summary>The secret of an invitation, in place of any before to the same address.</summary>
    public async Task<string> InviteAsync(
        string email, IEnumerable<Role> roles, IEnumerable<string> regions, Person by,
        CancellationToken cancellationToken)
    {
        await RevokeAsync(
            db.AccountLinks.Where(link => link.Kind == AccountLinkKind.Invitation && link.Email == email),
            cancellationToken);
        return await MakeAsync(
            AccountLinkKind.Invitation, ForInvitation, email, [.. roles], [.. regions], null, by.Id, cancellationToken);
    }

    /// <summary>Invitations that can still be used, the newest first.</summary>
    public async Task<IReadOnlyList<AccountLink>> InvitationsAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        return await db.AccountLinks.AsNoTracking()
            .Where(link => link.Kind == AccountLinkKind.Invitation && link.UsedAt == null && link.RevokedAt == null
                && link.ExpiresAt > now)
            .OrderByDescending(link => link.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Takes an invitation back; one that was used stays as it is.</summary>
    public async Task RevokeInvitationAsync(int id, CancellationToken cancellationToken)
    {
        await RevokeAsync(
            db.AccountLinks.Where(link => link.Kind == AccountLinkKind.Invitation && link.Id == id), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes back whatever a person gave out and nobody used yet; the caller saves.</summary>
    public Task RevokeThoseOfAsync(int maker, CancellationToken cancellationToken) =>
        RevokeAsync(db.AccountLinks.Where(link => link.MadeById == maker), cancellationToken);

    /// <summary>The secret of a link to set a new password, in place of any before.</summary>
    public async Task<string> ResetAsync(Account account, Person by, CancellationToken cancellationToken)
    {
        await RevokeAsync(
            db.AccountLinks.Where(link => link.Kind == AccountLinkKind.PasswordReset && link.AccountId == account.Id),
            cancellationToken);
        return await MakeAsync(AccountLinkKind.PasswordReset, ForPassword, account.Email, [], [], account.Id, by.Id,
            cancellationToken);
    }

    /// <summary>The link that can be used with the secret; null where it was used, taken back or is too old.</summary>
    public async Task<AccountLink?> FindAsync(string? secret, CancellationToken cancellationToken)
    {
        if (secret is not { Length: > 0 and <= 100 })
        {
            return null;
        }
        var hash = Hash(secret);
        var now = Now;
        var link = await db.AccountLinks.SingleOrDefaultAsync(
            link => link.SecretHash == hash && link.UsedAt == null && link.RevokedAt == null && link.ExpiresAt > now,
            cancellationToken);
        return link?.Kind == AccountLinkKind.FirstAdministrator && await HasAdministratorAsync(cancellationToken)
            ? null
            : link;
    }

    /// <summary>Uses the link up and makes its account, or sets the password of its account.</summary>
    /// <returns>The account; null where the link was used meanwhile or the address has an account.</returns>
    public async Task<Account?> UseAsync(
        string secret, string name, string email, string password, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(secret, cancellationToken) is not { } link)
        {
            return null;
        }
        var account = link.Kind == AccountLinkKind.PasswordReset
            ? await ResetPasswordAsync(link, password)
            : await CreateAsync(link, name, link.Email ?? email, password);
        if (account is null)
        {
            return null;
        }
        link.UsedAt = Now;
        link.AccountId = account.Id;
        await db.SaveChangesAsync(cancellationToken);
        await sessions.EndAllAsync(account.Id, null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return account;
    }

    private async Task<Account?> CreateAsync(AccountLink link, string name, string email, string password)
    {
        var account = new Account
        {
            Name = name,
            Email = email,
            UserName = email,
            CreatedAt = Now,
            EmailConfirmed = link.Kind == AccountLinkKind.Invitation,
            Roles = link.Kind == AccountLinkKind.FirstAdministrator ? [Role.Administrator] : [.. link.Roles],
            Regions = [.. link.Regions],
        };
        if (!(await users.CreateAsync(account, password)).Succeeded)
        {
            return null;
        }
        log.Note(account.Id, AccountEventKind.Created, link.MadeById, string.Join(", ", account.Roles));
        return account;
    }

    private async Task<Account?> ResetPasswordAsync(AccountLink link, string password)
    {
        if (await db.Users.FindAsync(link.AccountId) is not { } account
            || !(await users.RemovePasswordAsync(account)).Succeeded
            || !(await users.AddPasswordAsync(account, password)).Succeeded)
        {
            return null;
        }
        log.Note(account.Id, AccountEventKind.PasswordChanged, link.MadeById);
        return account;
    }

    private async Task<bool> HasAdministratorAsync(CancellationToken cancellationToken) =>
        (await db.Users.AsNoTracking().Where(account => !account.IsDisabled).ToListAsync(cancellationToken))
        .Exists(account => account.Roles.Contains(Role.Administrator));

    private async Task RevokeAsync(IQueryable<AccountLink> links, CancellationToken cancellationToken) =>
        (await links.Where(link => link.UsedAt == null && link.RevokedAt == null).ToListAsync(cancellationToken))
        .ForEach(link => link.RevokedAt = Now);

    private async Task<string> MakeAsync(
        AccountLinkKind kind, TimeSpan lasting, string? email, List<Role> roles, List<string> regions, int? account,
        int? by, CancellationToken cancellationToken)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        db.Add(new AccountLink
        {
            Kind = kind,
            SecretHash = Hash(secret),
            Email = email,
            Roles = roles,
            Regions = regions,
            AccountId = account,
            MadeById = by,
            CreatedAt = Now,
            ExpiresAt = Now + lasting,
        });
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }

    private static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
