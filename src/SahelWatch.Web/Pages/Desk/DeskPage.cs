using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Pages.Shared;

namespace SahelWatch.Pages.Desk;

/// <summary>A page for the people of the desk; nobody else may keep its answers.</summary>
public abstract class DeskPage : PageModel, IReadsKeys
{
    public virtual IReadOnlyCollection<string> Keys => ["after"];

    public Person Person => User.Person()!;

    /// <summary>What has just been done, by the address; null where nothing was.</summary>
    public string? After => Request.Query["after"].ToString() is { Length: > 0 } done ? done : null;

    public IReadOnlyList<Problem> Problems { get; protected set; } = [];

    /// <summary>Whether somebody else was first.</summary>
    public bool IsStale { get; protected set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Response.Headers.CacheControl = "no-store";

    protected static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    protected StatusCodeResult Forbidden() => StatusCode(StatusCodes.Status403Forbidden);
}
