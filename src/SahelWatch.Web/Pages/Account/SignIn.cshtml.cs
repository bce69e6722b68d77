using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SahelWatch.Accounts;

namespace SahelWatch.Pages.Account;

/// <summary>Signing in by address and password.</summary>
[AllowAnonymous]
[WorksReadOnly]
[ResponseCache(NoStore = true)]
public sealed class SignInModel(SignInDesk desk) : AccountPage
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet()
    {
        ReturnUrl = ReturnAddress.Of(Url, ReturnUrl);
        return User.Person() is null ? Page() : LocalRedirect(ReturnUrl);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ReturnUrl = ReturnAddress.Of(Url, ReturnUrl);
        var outcome = await desk.TryPasswordAsync(
            HttpContext, Email?.Trim() ?? "", Password ?? "", ReturnUrl, cancellationToken);
        switch (outcome)
        {
            case SignInOutcome.Done:
                return LocalRedirect(ReturnUrl);
            case SignInOutcome.SecondStep:
                return RedirectToPage("/Account/Code");
            case SignInOutcome.Slowed:
                Refuse("email", "Slowed");
                return Again(StatusCodes.Status429TooManyRequests);
            default:
                Refuse("email", "SignIn");
                return Again();
        }
    }
}
