using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SahelWatch.Pages.Shared;

namespace SahelWatch.Pages.Account;

/// <summary>A page with a form of few fields: what is wrong with them stands beside each and in a summary.</summary>
public abstract class AccountPage : PageModel, IReadsKeys
{
    public IReadOnlyCollection<string> Keys => ["returnUrl", "key", "handler"];

    /// <summary>What is wrong; the sentences are <c>Account.Problem.{Expected}</c>.</summary>
    public List<Problem> Problems { get; } = [];

    public string? ProblemOf(string field) => Problems.Find(problem => problem.Field == field)?.Expected;

    /// <summary>What was done just now, after a redirect: key of a text.</summary>
    [TempData]
    public string? Done { get; set; }

    protected void Refuse(string field, string expected) => Problems.Add(new Problem(field, null, expected));

    /// <summary>The page again, with what is wrong in it.</summary>
    protected PageResult Again(int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return Page();
    }

    protected RedirectToPageResult Back(string done, object? route = null)
    {
        Done = done;
        return RedirectToPage(route);
    }

    /// <summary>
    /// The address of a one-time link. Routing would tell what it makes of the secret in the log, at its most talkative.
    /// </summary>
    protected string LinkOf(string secret) =>
        $"{Request.Scheme}://{Request.Host}{Request.PathBase}/account/link?key={secret}";

    public FieldView Field(
        string id, string label, string? value = null, string type = "text", string? complete = null,
        string? hint = null) =>
        new(id, label, value, type, complete, hint, ProblemOf(id));

    public static string Moment(DateTime utc) => utc.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.CurrentCulture);
}

/// <summary>A labelled text field; label, hint and problem are keys of texts.</summary>
public sealed record FieldView(
    string Id, string Label, string? Value, string Type, string? Complete, string? Hint, string? Problem);
