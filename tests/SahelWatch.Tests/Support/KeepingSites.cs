using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SahelWatch.Tests.Support;

/// <summary>The site as it is, and one that keeps no answers.</summary>
public sealed class KeepingSites : IDisposable
{
    public KeepingSites() =>
        Fresh = Plain.WithWebHostBuilder(builder => builder.UseSetting("Cache:Megabytes", "0"));

    internal Site Plain { get; } = new();

    internal WebApplicationFactory<Program> Fresh { get; }

    public void Dispose()
    {
        Fresh.Dispose();
        Plain.Dispose();
    }

    /// <summary>
    /// Status and headers in order, without the date and how the body is framed; and the bytes of the body.
    /// </summary>
    public static async Task<(string Headers, string Body)> AskAsync(
        WebApplicationFactory<Program> site, string path, string encoding, params (string, string)[] headers)
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var told = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        return ($"{(int)answer.StatusCode}\n{string.Join('\n', told)}",
            Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(
                TestContext.Current.CancellationToken)));
    }
}
