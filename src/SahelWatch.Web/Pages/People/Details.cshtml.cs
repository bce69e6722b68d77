using System.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Account;

namespace SahelWatch.Pages.People;

/// <summary>What one person may do, and whether at all.</summary>
[Authorize(Policy = Policies.Administering)]
[ResponseCache(NoStore = true)]
public sealed class DetailsModel(
    AccountLinks links, UserManager<SahelWatch.Accounts.Account> users, SessionBook sessions, AccountLog log,
    SahelWatchDbContext db, IncidentStore store) : AccountPage
{
    public SahelWatch.Accounts.Account Who { get; private set; } = null!;

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    public List<string> Regions { get; set; } = [];

    public RightsView Rights => new(Roles, Regions, store.Current.Reference, ProblemOf("roles"), ProblemOf("regions"));

    /// <summary>A link just made, shown once.</summary>
    [TempData]
    public string? Link { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }
        Roles = [.. Who.Roles.Select(Code.Of)];
        Regions = Who.Regions;
        return Page();
    }

    public async Task<IActionResult> OnPostRightsAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }
        var rights = Rights.Read();
        if (rights.Fault is { } fault)
        {
            Refuse(fault.Field, fault.Expected);
            return Again();
        }
        if (!rights.Roles.Contains(Role.Administrator) && await IsLastAdministratorAsync(cancellationToken))
        {
            Refuse("roles", "LastAdministrator");
            return Again();
        }
        log.Note(Who.Id, AccountEventKind.RightsChanged, User.Person()!.Id,
            RightsView.Change(Who, rights.Roles, rights.Regions));
        if (!rights.Roles.Contains(Role.Administrator))
        {
            await links.RevokeThoseOfAsync(Who.Id, cancellationToken);
        }
        Who.Roles = rights.Roles;
        Who.Regions = rights.Regions;
        return await SaveAsync(transaction, "Account.Done.Saved", cancellationToken);
    }

    public async Task<IActionResult> OnPostDisableAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }
        if (await IsLastAdministratorAsync(cancellationToken))
        {
            Refuse("roles", "LastAdministrator");
            return Again();
        }
        Who.IsDisabled = true;
        log.Note(Who.Id, AccountEventKind.Disabled, User.Person()!.Id);
        await links.RevokeThoseOfAsync(Who.Id, cancellationToken);
        await sessions.EndAllAsync(Who.Id, null, cancellationToken);
        return await SaveAsync(transaction, "People.Done.Disabled", cancellationToken);
    }

    public async Task<IActionResult> OnPostEnableAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }
        Who.IsDisabled = false;
        log.Note(Who.Id, AccountEventKind.Enabled, User.Person()!.Id);
        return await SaveAsync(transaction, "People.Done.Enabled", cancellationToken);
    }

    public async Task<IActionResult> OnPostResetAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }
        var secret = await links.ResetAsync(Who, User.Person()!, cancellationToken);
        Link = LinkOf(secret);
        return Back("People.Done.Reset", new { id });
    }

    private async Task<IActionResult> SaveAsync(
        Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, string done,
        CancellationToken cancellationToken)
    {
        if (!(await users.UpdateAsync(Who)).Succeeded)
        {
            Refuse("roles", "Changed");
            return Again(StatusCodes.Status409Conflict);
        }
        await transaction.CommitAsync(cancellationToken);
        return Back(done, new { id = Who.Id });
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } who)
        {
            return false;
        }
        Who = who;
        return true;
    }

    private async Task<bool> IsLastAdministratorAsync(CancellationToken cancellationToken) =>
        Who.Roles.Contains(Role.Administrator)
        && !(await db.Users.AsNoTracking().Where(one => one.Id != Who.Id && !one.IsDisabled)
            .ToListAsync(cancellationToken)).Exists(one => one.Roles.Contains(Role.Administrator));
}
