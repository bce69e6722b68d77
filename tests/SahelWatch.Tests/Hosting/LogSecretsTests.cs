using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using SahelWatch.Accounts;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Hosting;

/// <summary>
/// The app at its most talkative: a journey in which every secret there is passes through it, and visitors who try to
/// write lines of their own.
/// </summary>
public sealed class LogSecretsTests
{
    private const string Password = "canary-password at dusk";
    private const string NewPassword = "canary-changed at dawn";

    private static readonly string[] Talkative =
    [
        "Microsoft.AspNetCore", "Microsoft.AspNetCore.DataProtection", "Microsoft.EntityFrameworkCore",
        "Microsoft.EntityFrameworkCore.Database", "Microsoft.Extensions.Hosting.Internal.Host",
        "Microsoft.Hosting.Lifetime", "Serilog.AspNetCore",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_secret_is_written_and_no_visitor_writes_a_line()
    {
        using var box = new MailBox();
        using var app = new AppProcess(
        [
            "--Serilog:MinimumLevel:Default=Verbose",
            .. Talkative.Select(source => $"--Serilog:MinimumLevel:Override:{source}=Verbose"),
            "--Mail:Host=127.0.0.1", $"--Mail:Port={box.Port}", "--Mail:From=site@example.org",
        ]);
        await app.ReadyAsync(Stop);
        List<string> secrets = [Password, NewPassword];
        var first = await PrintedKeyAsync(app);
        secrets.Add(first);
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = new Uri(app.Address) };

        await browser.FormPost(
            $"/account/link?key={first}", ("name", "Awa"), ("email", "awa@example.org"), ("password", Password));
        await ForgeAsync(app);
        secrets.Add(await browser.FormToken("/account"));
        Assert.All(secrets, secret => Assert.True(secret.Length > 6, secret));
        secrets.AddRange(await SetUpCodesAsync(browser));
        await BeginPasskeyAsync(browser);
        await browser.FormPost("/people", ("email", "oumar@example.org"), ("roles", "editor"));
        secrets.Add(await InvitationAsync(Assert.Single(box.Mails)));
        await browser.FormPost(
            "/account", [new("current", Password), new("password", NewPassword)], "/account?handler=Password");
        secrets.AddRange(cookies.GetAllCookies().Select(cookie => cookie.Value));
        await browser.FormPost("/account/sign-out");
        await browser.FormPost("/account/sign-in", ("email", "awa@example.org"), ("password", "canary-wrong password"));
        secrets.Add("canary-wrong");
        await browser.FormPost("/account/sign-in", ("email", "awa@example.org"), ("password", NewPassword));
        secrets.AddRange(cookies.GetAllCookies().Select(cookie => cookie.Value));
        app.Stop();

        var lines = app.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 1000, $"Only {lines.Length} lines: the app is not talkative.");
        Assert.Contains(lines, line => line.Contains("AccountLinks", StringComparison.Ordinal));
        foreach (var line in lines)
        {
            var told = JsonDocument.Parse(line).RootElement.GetRawText();
            Assert.False(secrets.Exists(secret => Holds(told, secret)), told);
            Assert.StartsWith("{\"@t\":\"20", line, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', line);
        }
        Assert.Contains(lines, line => line.Contains("forged", StringComparison.Ordinal));
    }

    /// <summary>Whether a secret stands there by itself: six digits are part of many a longer number.</summary>
    private static bool Holds(string line, string secret) =>
        line.Contains(secret, StringComparison.Ordinal)
        && Regex.IsMatch(line, $@"(?<![\w.]){Regex.Escape(secret)}(?!\w)", RegexOptions.None, TimeSpan.FromSeconds(5));

    /// <summary>The key of the link printed for the first administrator.</summary>
    private static async Task<string> PrintedKeyAsync(AppProcess app)
    {
        while (!app.Console.Contains("key=", StringComparison.Ordinal))
        {
            await Task.Delay(50, Stop);
        }
        return app.Console.Split("key=")[1].Split('\n')[0].Trim();
    }

    private static async Task<string> InvitationAsync(MailBox.Mail mail) =>
        (await mail.BodyAsync()).Split("key=")[1][..48];

    private static async Task BeginPasskeyAsync(HttpClient browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/passkeys/begin")
        {
            Content = JsonContent.Create(new { current = Password }),
        };
        request.Headers.Add("X-Form-Token", await browser.FormToken("/account"));
        using var begun = await browser.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
    }

    private static async Task<IReadOnlyList<string>> SetUpCodesAsync(HttpClient browser)
    {
        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync("/account/second-factor", Stop));
        var secret = page.QuerySelector("code.secret-link")!.TextContent;
        var code = OneTimeCode.At(secret, DateTimeOffset.UtcNow);
        using var done = await browser.FormPost("/account/second-factor", ("code", code), ("current", Password));
        var codes = new HtmlParser().ParseDocument(await done.Content.ReadAsStringAsync(Stop))
            .QuerySelectorAll(".codes li").Select(one => one.TextContent).ToList();
        Assert.Equal(10, codes.Count);
        return [secret, code, .. codes];
    }

    /// <summary>Line breaks and colours for a terminal, in an address, a header, a name and a form.</summary>
    private static async Task ForgeAsync(AppProcess app)
    {
        using var visitor = new HttpClient { BaseAddress = new Uri(app.Address) };
        const string forged = "x\r\n{\"@t\":\"forged\"}\u001b[31m";
        var asked = Uri.EscapeDataString(forged);
        foreach (var path in new[] { $"/{asked}", $"/incidents?q={asked}", $"/actors/{asked}" })
        {
            using var answer = await visitor.GetAsync(path, Stop);
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        }
        using var request = new HttpRequestMessage(HttpMethod.Get, "/incidents");
        request.Headers.TryAddWithoutValidation("User-Agent", "x\u001b[31m{\"@t\":\"forged\"}");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "forged\u001b[31m");
        try
        {
            using var answer = await visitor.SendAsync(request, Stop);
        }
        catch (HttpRequestException)
        {
            // The server hung up on the header.
        }
        await visitor.FormPost("/account/sign-in", ("email", forged), ("password", "canary-wrong password"));
    }
}
