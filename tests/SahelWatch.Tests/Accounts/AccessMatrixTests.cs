using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Accounts;

/// <summary>
/// Who may ask what: <c>access-matrix.csv</c> against the running app. A change is asked for without a form's token, so
/// that those who may are told 400, and nothing changes.
/// </summary>
public sealed partial class AccessMatrixTests(Site site) : IClassFixture<Site>
{
    private const string Head = "method,route,anonymous,analyst,editor,reviewer,manager,administrator";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string File =>
        Path.Combine(Repository.Root, "tests", "SahelWatch.Tests", "Accounts", "access-matrix.csv");

    [Fact]
    public async Task Every_endpoint_answers_whom_the_matrix_says_and_no_one_else()
    {
        var written = (await System.IO.File.ReadAllLinesAsync(File, Stop)).Where(line => line.Length > 0).ToList();
        List<HttpClient> people = [site.Browser(out _)];
        foreach (var role in Enum.GetValues<Role>())
        {
            people.Add(await site.SignedInAsync(role));
        }
        List<string> found = [Head];
        foreach (var (method, route) in await EndpointsAsync())
        {
            List<string> cells = [];
            foreach (var person in people)
            {
                cells.Add(await MayAsync(person, method, route) ? "yes" : "no");
            }
            found.Add($"{method},{route},{string.Join(',', cells)}");
        }

        var added = found.Except(written).ToList();
        var gone = written.Except(found).ToList();

        Assert.True(
            added.Count + gone.Count == 0,
            $"The app does:\n{string.Join('\n', added)}\n\nThe matrix says:\n{string.Join('\n', gone)}");
        Assert.True(found.Count > 40, $"Only {found.Count} lines.");
    }

    [Fact]
    public async Task Every_change_from_another_site_is_refused()
    {
        var unsafeOnes = (await EndpointsAsync()).Where(one => one.Method is not ("GET" or "HEAD")).ToList();
        var administrator = await site.SignedInAsync(Enum.GetValues<Role>());
        var token = await administrator.FormToken("/account");
        Assert.NotEmpty(token);
        foreach (var (method, route) in unsafeOnes)
        {
            foreach (var (header, value) in new[] { ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site") })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Sample(route));
                request.Headers.Add("X-Form-Token", token);
                request.Headers.Add(header, value);
                using var answer = await administrator.SendAsync(request, Stop);
                Assert.True(
                    answer.StatusCode == HttpStatusCode.BadRequest, $"{method} {route} {header}: {answer.StatusCode}");
            }
        }
    }

    private static async Task<bool> MayAsync(HttpClient person, string method, string route)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Sample(route));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var answer = await person.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
        var isSentToSignIn = answer.StatusCode == HttpStatusCode.Redirect
            && answer.Headers.Location!.OriginalString.Contains("sign-in?returnUrl", StringComparison.Ordinal);
        var isRefused = isSentToSignIn || answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
        if (!isRefused && method is not ("GET" or "HEAD"))
        {
            Assert.True(
                answer.StatusCode == HttpStatusCode.BadRequest, $"{method} {route} without a token: {answer.StatusCode}");
        }
        return !isRefused;
    }

    /// <summary>An address of the route: the first word of a choice, a status for errors, else 1.</summary>
    private static string Sample(string route) => "/" + Parameter().Replace(route, match =>
        match.Groups["choice"] is { Success: true } choice ? choice.Value
        : route.Contains("errors", StringComparison.Ordinal) ? "404" : "1").TrimStart('/');

    private async Task<IReadOnlyList<(string Method, string Route)>> EndpointsAsync()
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var lines = new SortedSet<(string Route, string Method)>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            {
                continue;
            }
            var metadata = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await loader.LoadAsync(page, endpoint.Metadata)).Endpoint?.Metadata ?? endpoint.Metadata
                : endpoint.Metadata;
            var methods = metadata.GetMetadata<PageMethods>()?.Methods
                ?? metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "HEAD"];
            foreach (var method in methods.Where(method => method != "HEAD"))
            {
                lines.Add(("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), method));
            }
        }
        return [.. lines.Select(line => (line.Method, line.Route))];
    }

    [GeneratedRegex(@"\{[^}]*?(regex\(\^\((?<choice>[a-z-]+)[^}]*)?\}")]
    private static partial Regex Parameter();
}
