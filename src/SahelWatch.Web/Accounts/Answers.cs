using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SahelWatch.Hosting;

namespace SahelWatch.Accounts;

/// <summary>How those who may not are answered: people by a page, programs by a status.</summary>
internal static class Answers
{
    public static Task SignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (ErrorAnswers.IsForPeople(context.HttpContext) && HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        return Task.CompletedTask;
    }

    public static Task ForbiddenAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
