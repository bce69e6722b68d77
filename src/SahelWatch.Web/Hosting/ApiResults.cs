using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SahelWatch.Querying;

namespace SahelWatch.Hosting;

/// <summary>Answers that all endpoints share: bad filters, and "not modified" by data version and filter.</summary>
public static class ApiResults
{
    /// <summary>400 with each problem's field, value and expectation.</summary>
    public static ProblemHttpResult BadFilter(IReadOnlyList<Problem> problems, Text text) => TypedResults.Problem(
        title: text["Problems.Title"],
        detail: string.Join(" ", problems.Select(problem => problem.Sentence(text))),
        statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?>
        {
            ["problems"] = problems.Select(problem => new
            {
                problem.Field,
                problem.Value,
                Expected = problem.Expectation(text),
            }),
        });

    /// <summary>
    /// Sets the ETag of an answer made of the data version, the canonical filter, the view's own parameters and the
    /// language, and tells whether the client already has it.
    /// </summary>
    public static bool IsNotModified(HttpContext context, ViewRequest view, params IEnumerable<object?> parameters)
    {
        var key = string.Join('\n',
        [
            view.Index.Version, FilterGrammar.Write(view.Filter.Frozen(view.Today)), context.Request.Path.Value ?? "",
            Thread.CurrentThread.CurrentUICulture.Name, .. parameters.Select(parameter => parameter?.ToString() ?? ""),
        ]);
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}\"", isWeak: true);
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = "no-cache";
        return EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known)
            && known.Any(candidate => candidate.Compare(tag, useStrongComparison: false));
    }

    /// <summary>What was expected of a value, as a sentence.</summary>
    public static string Expectation(this Problem problem, Text text) =>
        text[$"Problems.{problem.Expected}", [.. problem.Arguments]];

    public static string Sentence(this Problem problem, Text text) =>
        text["Problems.Sentence", problem.Field, problem.Value, problem.Expectation(text)];
}
