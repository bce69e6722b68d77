using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Data;

namespace SahelWatch.Pages.Account;

/// <summary>What a one-time link opens: making one's account, or setting a new password.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
public sealed class LinkModel(AccountLinks links, SignInDesk desk, SahelWatchDbContext db) : AccountPage
{
    private const int NameLength = 100;

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What the link is for; <c>None</c> where it cannot be used.</summary>
    public string Kind { get; private set; } = "None";

    public bool AsksName => Kind is not "PasswordReset";

    public bool AsksEmail => Kind is "FirstAdministrator";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return Kind == "None" ? Again(StatusCodes.Status404NotFound) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (Kind == "None")
        {
            return Again(StatusCodes.Status404NotFound);
        }
        Name = ReadableText.Of(Name?.Trim() ?? "");
        Email = Email?.Trim();
        if (AsksName && Name.Length is 0 or > NameLength)
        {
            Refuse("name", "Name");
        }
        if (AsksEmail && (Email is not { Length: <= 256 } || !new EmailAddressAttribute().IsValid(Email)))
        {
            Refuse("email", "Email");
        }
        if (PasswordRules.Fault(Password, Email, Name) is { } fault)
        {
            Refuse("password", fault);
        }
        if (Problems.Count > 0)
        {
            return Again();
        }
        if (await links.UseAsync(Key!, Name, Email!, Password!, cancellationToken) is not { } account)
        {
            Refuse(AsksEmail ? "email" : "password", "Taken");
            return Again();
        }
        if (account.TwoFactorEnabled || account.IsDisabled)
        {
            return RedirectToPage("/Account/SignIn");
        }
        await desk.EnterAsync(HttpContext, account, cancellationToken);
        return RedirectToPage("/Account/Index");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (await links.FindAsync(Key, cancellationToken) is not { } link)
        {
            return;
        }
        Kind = link.Kind.ToString();
        if (link.Kind != AccountLinkKind.FirstAdministrator)
        {
            Email = link.Email;
        }
        if (link.Kind == AccountLinkKind.PasswordReset)
        {
            Name = await db.Users.Where(one => one.Id == link.AccountId).Select(one => one.Name)
                .SingleAsync(cancellationToken);
        }
    }
}
