using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SahelWatch.Accounts;

namespace SahelWatch.Pages.Account;

/// <summary>The second step of signing in: a code of the phone, or a recovery code.</summary>
[AllowAnonymous]
[WorksReadOnly]
[ResponseCache(NoStore = true)]
public sealed class CodeModel(SignInDesk desk, SecondStep second) : AccountPage
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await second.ExpectedAsync(HttpContext) is null ? RedirectToPage("/Account/SignIn") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await second.ExpectedAsync(HttpContext) is not var (account, returnUrl))
        {
            return RedirectToPage("/Account/SignIn");
        }
        switch (await desk.TryCodeAsync(HttpContext, account, Code ?? "", cancellationToken))
        {
            case SignInOutcome.Done:
                return LocalRedirect(ReturnAddress.Of(Url, returnUrl));
            case SignInOutcome.Slowed:
                Refuse("code", "Slowed");
                return Again(StatusCodes.Status429TooManyRequests);
            default:
                Refuse("code", "Code");
                return Again();
        }
    }
}
