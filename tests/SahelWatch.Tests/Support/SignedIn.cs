using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Editing;

namespace SahelWatch.Tests.Support;

/// <summary>Browsers of signed-in people, and forms as browsers send them.</summary>
internal static class SignedIn
{
    /// <summary>A browser signed in as a new person of these roles; it keeps cookies and follows no redirect.</summary>
    public static Task<HttpClient> SignedInAsync(this Site site, params Role[] roles) =>
        site.SignedInAsync("Awa Testeuse", [], roles);

    public static async Task<HttpClient> SignedInAsync(
        this Site site, string name, string[] regions, params Role[] roles)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>();
        var email = $"{Guid.NewGuid():N}@example.org";
        var account = new Account
        {
            Name = name,
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Roles = [.. roles],
            Regions = [.. regions],
            CreatedAt = Site.Now,
        };
        db.Add(account);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return await site.SignedInAsync(account.Person);
    }

    /// <summary>A further browser of a person there is, or another session in the browser of these cookies.</summary>
    public static async Task<HttpClient> SignedInAsync(this Site site, Person person, CookieContainer? cookies = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var session = new AccountSession
        {
            Key = $"{Guid.NewGuid():N}{Guid.NewGuid():N}",
            AccountId = person.Id,
            Device = "Test browser",
            StartedAt = now.UtcDateTime,
            SeenAt = now.UtcDateTime,
        };
        db.Add(session);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        const string scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(scheme);
        var ticket = new AuthenticationTicket(
            new(PersonClaims.Identity(person, session.Key, scheme)),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(14) },
            scheme);
        cookies ??= new CookieContainer();
        var client = site.Browser(cookies);
        cookies.Add(new Cookie(
            SessionBook.CookieName, options.TicketDataFormat.Protect(ticket), "/", client.BaseAddress!.Host));
        return client;
    }

    /// <summary>A browser of nobody; it keeps cookies and follows no redirect.</summary>
    public static HttpClient Browser(this Site site, out CookieContainer cookies)
    {
        cookies = new CookieContainer();
        return site.Browser(cookies);
    }

    private static HttpClient Browser(this Site site, CookieContainer cookies)
    {
        var client = site.CreateDefaultClient(site.ClientOptions.BaseAddress, new CookieContainerHandler(cookies));
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return client;
    }

    /// <summary>
    /// Opens the page with the form and sends the form of that address (or the page's own): the fields given and the
    /// page's antiforgery token. A page without a form lends no token, and the request is refused.
    /// </summary>
    public static async Task<HttpResponseMessage> FormPost(
        this HttpClient client, string page, IEnumerable<KeyValuePair<string, string>> fields, string? action = null)
    {
        var stop = TestContext.Current.CancellationToken;
        var token = await client.FormToken(page);
        return await client.PostAsync(
            action ?? page,
            new FormUrlEncodedContent(fields.Append(KeyValuePair.Create("__RequestVerificationToken", token))),
            stop);
    }

    public static Task<HttpResponseMessage> FormPost(
        this HttpClient client, string page, params (string Name, string Value)[] fields) =>
        client.FormPost(page, fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>The antiforgery token of a page; empty where it has no form.</summary>
    public static async Task<string> FormToken(this HttpClient client, string page)
    {
        var stop = TestContext.Current.CancellationToken;
        using var answer = await client.GetAsync(page, stop);
        var html = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(stop));
        return html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
    }
}
