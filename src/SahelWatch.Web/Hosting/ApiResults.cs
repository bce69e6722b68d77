using System.Globalization;
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

    /// <summary>This build: the same data may be answered otherwise by the next.</summary>
    private static readonly Guid Build = typeof(ApiResults).Module.ModuleVersionId;

    /// <summary>404 that says what is not known.</summary>
    public static ProblemHttpResult NotFound(string title) =>
        TypedResults.Problem(title: title, statusCode: StatusCodes.Status404NotFound);

    /// <summary>
    /// Sets the ETag of an answer made of the build, the data version, the canonical filter, today, the view's own
    /// parameters, the language and the address of the site (answers hold links), and tells whether the client already
    /// has it.
    /// </summary>
    public static bool IsNotModified(HttpContext context, ViewRequest view, params IEnumerable<object?> parameters)
    {
        var key = string.Join('\n',
        [
            Build.ToString(), view.Index.Version, FilterGrammar.Write(view.Filter), $"{view.Today:O}",
            context.Request.Scheme, context.Request.Host.Value ?? "",
            $"{context.Request.PathBase}{context.Request.Path}", CultureInfo.CurrentUICulture.Name,
            .. parameters.Select(parameter => parameter?.ToString() ?? ""),
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
