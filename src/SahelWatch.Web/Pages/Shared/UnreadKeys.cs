using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SahelWatch.Hosting;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// On pages that take no filter, such as one incident's: tells of query keys that the page does not read. What it shows
/// does not depend on them, so nothing is withheld.
/// </summary>
public sealed class UnreadKeys : IPageFilter
{
    /// <summary>Key under which the layout finds them.</summary>
    public const string ViewKey = "UnreadKeys";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerInstance is PageModel page and not (FilteredPage or Errors.IndexModel)
            && ViewRequest.ReadPlain(context.HttpContext, (page as IReadsKeys)?.Keys ?? []) is { IsValid: false } view)
        {
            var own = (page as IReadsKeys)?.Keys ?? [];
            var unread = view.Problems.Select(problem => problem.Field).Distinct().Except(own)
                .Except(["handler"]).ToList();
            page.ViewData[ViewKey] = unread.Count == 0 ? null : string.Join(", ", unread);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
