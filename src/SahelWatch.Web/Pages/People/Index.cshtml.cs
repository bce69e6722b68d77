using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Pages.Account;

namespace SahelWatch.Pages.People;

/// <summary>Everyone with an account, what happened to accounts, and invitations.</summary>
[Authorize(Policy = Policies.Administering)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(
    AccountLinks links, Mailer mailer, Text text, SahelWatchDbContext db, IncidentStore store) : AccountPage
{
    private const int LogLines = 100;

    public IReadOnlyList<SahelWatch.Accounts.Account> People { get; private set; } = [];

    public IReadOnlyList<AccountEvent> Events { get; private set; } = [];

    public IReadOnlyDictionary<int, string> Names { get; private set; } = new Dictionary<int, string>();

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    public List<string> Regions { get; set; } = [];

    /// <summary>Those that were not used yet.</summary>
    public IReadOnlyList<AccountLink> Invitations { get; private set; } = [];

    public RightsView Rights => new(Roles, Regions, store.Current.Reference, ProblemOf("roles"), ProblemOf("regions"));

    /// <summary>A link just made, shown once.</summary>
    [TempData]
    public string? Link { get; set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Email = Email?.Trim();
        if (Email is not { Length: <= 256 } || !new EmailAddressAttribute().IsValid(Email))
        {
            Refuse("email", "Email");
        }
        else if (People.Any(one => string.Equals(one.Email, Email, StringComparison.OrdinalIgnoreCase)))
        {
            Refuse("email", "Taken");
        }
        var rights = Rights.Read();
        if (rights.Fault is { } fault)
        {
            Refuse(fault.Field, fault.Expected);
        }
        else if (rights.Roles.Count == 0)
        {
            Refuse("roles", "NoRole");
        }
        if (Problems.Count > 0)
        {
            return Again();
        }
        var secret = await links.InviteAsync(Email!, rights.Roles, rights.Regions, User.Person()!, cancellationToken);
        var address = LinkOf(secret);
        if (await mailer.TrySendAsync(
            Email!, text["People.Mail.Subject"], text["People.Mail.Body", address], cancellationToken))
        {
            return Back("People.Done.Sent");
        }
        Link = address;
        return Back("People.Done.Invited");
    }

    public async Task<IActionResult> OnPostRevokeAsync(
        [FromForm] int invitation, CancellationToken cancellationToken)
    {
        await links.RevokeInvitationAsync(invitation, cancellationToken);
        return Back("People.Done.Revoked");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Invitations = await links.InvitationsAsync(cancellationToken);
        People = await db.Users.AsNoTracking().OrderBy(one => one.Name).ToListAsync(cancellationToken);
        Names = People.ToDictionary(one => one.Id, one => one.Name);
        Events = await db.AccountEvents.AsNoTracking().OrderByDescending(one => one.Id).Take(LogLines)
            .ToListAsync(cancellationToken);
    }
}
