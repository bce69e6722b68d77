using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Accounts;

/// <summary>A passkey opens its own account on this site, once for each challenge.</summary>
public sealed class PasskeyTests : IDisposable
{
    private const string Origin = "http://localhost";
    private const string Host = "localhost";
    private const string Password = "seven giraffes at dusk";

    private readonly Site site = new();
    private readonly Authenticator passkey = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        passkey.Dispose();
        site.Dispose();
    }

    [Fact]
    public async Task Owner_signs_in_by_passkey_while_others_guess_the_password()
    {
        var email = await OwnerAsync();
        for (var i = 0; i <= SignInGuard.FreeTries; i++)
        {
            await SignInTests.SignInAsync(site.Browser(out _), email, "wrong password");
        }
        Assert.Equal(
            HttpStatusCode.TooManyRequests, (await SignInTests.SignInAsync(site.Browser(out _), email, Password)).StatusCode);
        var browser = site.Browser(out _);

        var (status, _) = await EnterAsync(browser, asked => passkey.Answer(asked, Origin, Host));

        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", Host, true, false)]
    [InlineData("http://localhost.evil.example", Host, true, false)]
    [InlineData("http://localhost:8080", Host, true, false)]
    [InlineData("", Host, true, false)]
    [InlineData(Origin, "evil.example", true, false)]
    [InlineData(Origin, "", true, false)]
    [InlineData(Origin, Host, false, false)]
    [InlineData(Origin, Host, true, true)]
    public async Task An_answer_for_another_site_or_without_the_owner_or_the_key_is_refused(
        string origin, string host, bool isVerified, bool isForged)
    {
        await OwnerAsync();
        var browser = site.Browser(out _);

        var (status, _) = await EnterAsync(browser, asked => passkey.Answer(asked, origin, host, isVerified, isForged));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account", Stop)).StatusCode);
    }

    [Fact]
    public async Task An_answer_opens_once_even_with_the_cookie_of_its_challenge()
    {
        await OwnerAsync();
        var browser = site.Browser(out var cookies);
        var (token, asked) = await AskAsync(browser, "/account/sign-in", "/account/sign-in/passkey/begin");
        var seen = cookies.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}").ToList();
        var answer = passkey.Answer(asked, Origin, Host);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(browser, token, "/account/sign-in/passkey", answer));
        var thief = site.Client();
        thief.DefaultRequestHeaders.Add("Cookie", string.Join("; ", seen));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SendAsync(thief, token, "/account/sign-in/passkey", answer));
        Assert.Equal(1, await site.InDatabaseAsync(db =>
            db.AccountEvents.CountAsync(one => one.Kind == AccountEventKind.SignedIn, Stop)));
    }

    [Fact]
    public async Task An_answer_to_another_challenge_is_refused()
    {
        await OwnerAsync();
        var browser = site.Browser(out _);
        var (_, earlier) = await AskAsync(browser, "/account/sign-in", "/account/sign-in/passkey/begin");

        var (status, _) = await EnterAsync(browser, _ => passkey.Answer(earlier, Origin, Host));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Theory]
    [InlineData("https://evil.example", Host)]
    [InlineData(Origin, "evil.example")]
    public async Task A_passkey_made_on_another_site_is_not_added(string origin, string host)
    {
        var own = await OwnAsync("own@example.org");

        var (token, asked) = await BeginAsync(own);
        var status = await SendAsync(
            own, token, "/account/passkeys/add", new { name = "x", credential = passkey.Create(asked, origin, host) });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Theory]
    [InlineData("""{"current":"wrong password"}""")]
    [InlineData("""{"current":null}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_session_without_the_password_begins_no_passkey(string body)
    {
        var own = await OwnAsync("own@example.org");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/passkeys/begin");
        request.Headers.Add("X-Form-Token", await own.FormToken("/account"));
        request.Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await own.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain("challenge", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.DoesNotContain(
            answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [],
            cookie => cookie.StartsWith("sahelwatch-passkey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guesses_for_a_passkey_slow_down_as_at_sign_in()
    {
        var own = await OwnAsync("own@example.org");
        var token = await own.FormToken("/account");
        for (var i = 0; i < SignInGuard.FreeTries; i++)
        {
            await SendAsync(own, token, "/account/passkeys/begin", new { current = $"wrong password {i}" });
        }

        var status = await SendAsync(own, token, "/account/passkeys/begin", new { current = Password });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task A_passkey_begun_by_one_person_is_not_added_to_another()
    {
        var (one, other) = (await OwnAsync("one@example.org"), await OwnAsync("other@example.org"));
        var (_, asked) = await BeginAsync(one);
        var (token, _) = await BeginAsync(other);

        var status = await SendAsync(
            other, token, "/account/passkeys/add", new { name = "x", credential = passkey.Create(asked, Origin, Host) });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task A_disabled_person_is_refused_by_passkey()
    {
        var email = await OwnerAsync();
        await site.InDatabaseAsync(async db =>
        {
            (await db.Users.SingleAsync(one => one.Email == email, Stop)).IsDisabled = true;
            return await db.SaveChangesAsync(Stop);
        });

        var (status, _) = await EnterAsync(site.Browser(out _), asked => passkey.Answer(asked, Origin, Host));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task The_last_passkey_is_removed_by_the_password_only_and_opens_nothing_then()
    {
        var email = await OwnerAsync();
        var person = (await site.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(one => one.Email == email, Stop))).Person;
        var own = await site.SignedInAsync(person);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await own.GetStringAsync("/account", Stop));
        var id = page.QuerySelector("input[name=passkey]")!.GetAttribute("value")!;

        foreach (var typed in new[] { "", "wrong password" })
        {
            using var refused = await own.FormPost(
                "/account", [new("passkey", id), new("current", typed)], "/account?handler=RemovePasskey");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
        Assert.Equal(
            HttpStatusCode.NoContent, (await EnterAsync(site.Browser(out _), asked => passkey.Answer(asked, Origin, Host))).Status);
        using var removed = await own.FormPost(
            "/account", [new("passkey", id), new("current", Password)], "/account?handler=RemovePasskey");
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await EnterAsync(site.Browser(out _), asked => passkey.Answer(asked, Origin, Host))).Status);
    }

    /// <summary>An account with the passkey; gives its address.</summary>
    private async Task<string> OwnerAsync()
    {
        const string email = "owner@example.org";
        var own = await OwnAsync(email);
        var (token, asked) = await BeginAsync(own);
        Assert.Equal(
            HttpStatusCode.NoContent,
            await SendAsync(
                own, token, "/account/passkeys/add", new { name = "Own", credential = passkey.Create(asked, Origin, Host) }));
        return email;
    }

    /// <summary>A browser signed in to a new account that has the password.</summary>
    private async Task<HttpClient> OwnAsync(string email)
    {
        await SignInTests.AccountAsync(site, email, Password);
        var account = await site.InDatabaseAsync(db =>
            db.Users.AsNoTracking().SingleAsync(one => one.Email == email, Stop));
        return await site.SignedInAsync(account.Person);
    }

    private static Task<(string Token, JsonElement Asked)> BeginAsync(HttpClient own) =>
        AskAsync(own, "/account", "/account/passkeys/begin", new { current = Password });

    private static async Task<(HttpStatusCode Status, JsonElement Asked)> EnterAsync(
        HttpClient browser, Func<JsonElement, object> answer)
    {
        var (token, asked) = await AskAsync(browser, "/account/sign-in", "/account/sign-in/passkey/begin");
        return (await SendAsync(browser, token, "/account/sign-in/passkey", answer(asked)), asked);
    }

    private static async Task<(string Token, JsonElement Asked)> AskAsync(
        HttpClient browser, string page, string path, object? body = null)
    {
        var token = await browser.FormToken(page);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Add("X-Form-Token", token);
        using var answer = await browser.SendAsync(request, Stop);
        return (token, await answer.Content.ReadFromJsonAsync<JsonElement>(Stop));
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient browser, string token, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Form-Token", token);
        request.Headers.Add("Origin", Origin);
        using var answer = await browser.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}
