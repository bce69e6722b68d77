using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SahelWatch.Accounts;

namespace SahelWatch.Pages.Account;

/// <summary>Ends the session of this browser, which forgets what was typed and not sent: it may name places.</summary>
[AllowAnonymous]
[WorksReadOnly]
[ResponseCache(NoStore = true)]
public sealed class SignOutModel(SessionBook sessions) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await sessions.EndAsync(HttpContext, cancellationToken);
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return LocalRedirect("~/");
    }
}
