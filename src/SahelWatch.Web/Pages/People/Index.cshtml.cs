using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Account;

namespace SahelWatch.Pages.People;

/// <summary>Everyone with an account, what happened to accounts, and invitations.</summary>
[Authorize(Policy = Policies.Administering)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(AccountLinks links, Mailer mailer, Text text, SahelWatchDbContext db) : AccountPage
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
    public string? Regions { get; set; }

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
        var rights = await Rights.ReadAsync(db, Roles, Regions, cancellationToken);
        if (rights.Fault is { } fault)
        {
            Refuse(fault.Field, fault.Expected);
        }
        if (Problems.Count > 0)
        {
            return Again();
        }
        var secret = await links.InviteAsync(Email!, rights.Roles, rights.Regions, User.Person()!, cancellationToken);
        var address = Url.Page("/Account/Link", null, new { key = secret }, Request.Scheme)!;
        if (await mailer.TrySendAsync(
            Email!, text["People.Mail.Subject"], text["People.Mail.Body", address], cancellationToken))
        {
            return Back("People.Done.Sent");
        }
        Link = address;
        return Back("People.Done.Invited");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        People = await db.Users.AsNoTracking().OrderBy(one => one.Name).ToListAsync(cancellationToken);
        Names = People.ToDictionary(one => one.Id, one => one.Name);
        Events = await db.AccountEvents.AsNoTracking().OrderByDescending(one => one.Id).Take(LogLines)
            .ToListAsync(cancellationToken);
    }
}

/// <summary>Roles and regions as typed, read.</summary>
internal sealed record Rights(List<Role> Roles, List<string> Regions, Problem? Fault)
{
    public static async Task<Rights> ReadAsync(
        SahelWatchDbContext db, List<string> roles, string? regions, CancellationToken cancellationToken)
    {
        var read = new List<Role>();
        foreach (var code in roles.Distinct())
        {
            if (!Code.TryParse<Role>(code, out var role))
            {
                return new Rights([], [], new Problem("roles", code, "Role"));
            }
            read.Add(role);
        }
        var typed = (regions ?? "").Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(code => code.ToUpperInvariant()).Distinct().ToList();
        var known = await db.Regions.Where(region => typed.Contains(region.Code)).Select(region => region.Code)
            .ToListAsync(cancellationToken);
        return typed.Except(known).FirstOrDefault() is { } unknown
            ? new Rights(read, typed, new Problem("regions", unknown, "Regions"))
            : new Rights(read, typed, null);
    }
}
