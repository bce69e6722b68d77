using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using SahelWatch.Accounts;
using SahelWatch.Hosting;

namespace SahelWatch.Pages.Errors;

/// <summary>What a person sees in place of a page that is not there or that failed.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
[AllowAnonymous]
public sealed class IndexModel(IOptions<AccessOptions> access) : PageModel
{
    public int StatusNumber { get; private set; }

    public string Kind => StatusNumber switch
    {
        StatusCodes.Status400BadRequest when IsChange => "Form",
        StatusCodes.Status401Unauthorized => "SignIn",
        StatusCodes.Status403Forbidden => "Forbidden",
        StatusCodes.Status503ServiceUnavailable when IsChange && access.Value.IsReadOnly => "ReadOnly",
        StatusCodes.Status404NotFound => "NotFound",
        StatusCodes.Status410Gone => "Gone",
        StatusCodes.Status413PayloadTooLarge => "TooLarge",
        StatusCodes.Status429TooManyRequests => "TooMany",
        StatusCodes.Status503ServiceUnavailable => "Busy",
        >= 500 => "Failed",
        _ => "Bad",
    };

    /// <summary>Whether the request was to change something.</summary>
    private bool IsChange => !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method);

    public string RequestId => ErrorAnswers.RequestId(HttpContext);

    public void OnGet() => Show();

    /// <summary>What was sent and is given back; else null.</summary>
    public KeptForm? Kept { get; private set; }

    public async Task OnPostAsync()
    {
        Show();
        Kept = await KeptForm.OfAsync(HttpContext, StatusNumber);
    }

    /// <summary>Takes the status from the address alone: a form that cannot be read binds nothing.</summary>
    private void Show()
    {
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        StatusNumber = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = StatusNumber;
    }
}
