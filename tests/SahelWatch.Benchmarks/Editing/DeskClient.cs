using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SahelWatch.Editing;
using SahelWatch.Pages.Desk.Entries;

namespace SahelWatch.Benchmarks.Editing;

/// <summary>One signed-in person's browser, which knows how long each answer took.</summary>
internal sealed partial class DeskClient : IDisposable
{
    private readonly HttpClient _client;
    private string _token = "";

    private DeskClient(Uri site, string session)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site };
        _client.DefaultRequestHeaders.Add("Cookie", session);
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    /// <summary>Milliseconds from the last request to the end of its answer.</summary>
    public double Took { get; private set; }

    /// <summary>Opens a page with a form, whose token is good for every form.</summary>
    public static async Task<DeskClient> OpenAsync(Uri site, string session, string page)
    {
        var client = new DeskClient(site, session);
        using var answer = await client._client.GetAsync(page);
        client._token = Token().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
        var form = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Single() : "";
        client._client.DefaultRequestHeaders.Remove("Cookie");
        client._client.DefaultRequestHeaders.Add("Cookie", $"{session}; {form.Split(';')[0]}");
        return client;
    }

    /// <exception cref="IOException">The answer is no success.</exception>
    public async Task<string> GetAsync(string address)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await _client.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Took = watch.Elapsed.TotalMilliseconds;
        return answer.IsSuccessStatusCode ? text : throw Failure(address, answer.StatusCode, text);
    }

    /// <summary>Sends the form of an entry.</summary>
    public Task<string> SendAsync(string address, EntryForm form, int version, params (string Name, string Value)[] more) =>
        SendAsync(
            address,
            FormPairs.Of(form)
                .Append(KeyValuePair.Create("Version", version.ToString(CultureInfo.InvariantCulture))),
            more);

    public Task<string> SendAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(address, [], fields);

    public void Dispose() => _client.Dispose();

    /// <summary>Where the answer leads, or its text where it leads nowhere.</summary>
    private async Task<string> SendAsync(
        string address, IEnumerable<KeyValuePair<string, string>> form, (string Name, string Value)[] more)
    {
        using var content = new FormUrlEncodedContent(
            [.. form, .. more.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        message.Headers.Add("X-Form-Token", _token);
        var watch = Stopwatch.StartNew();
        using var answer = await _client.SendAsync(message);
        var text = await answer.Content.ReadAsStringAsync();
        Took = watch.Elapsed.TotalMilliseconds;
        return answer switch
        {
            { StatusCode: HttpStatusCode.Redirect } => answer.Headers.Location!.OriginalString,
            { IsSuccessStatusCode: true } => text,
            _ => throw Failure(address, answer.StatusCode, text),
        };
    }

    private static IOException Failure(string address, HttpStatusCode status, string text) =>
        new($"{address} answered {(int)status}: {Tags().Replace(text, " ")[..Math.Min(text.Length / 4, 600)]}");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<[^>]*>\\s*")]
    private static partial Regex Tags();
}
