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
        this Site site, string name, string[] regions, params Role[] roles) =>
        await site.SignedInAsync(await site.Services.PersonAsync(name, regions, roles));

    /// <summary>A further browser of a person there is.</summary>
    public static async Task<HttpClient> SignedInAsync(this Site site, Person person)
    {
        var client = site.Browser(out var cookies);
        cookies.Add(new Cookie(
            SessionBook.CookieName, await site.Services.SessionAsync(person), "/", client.BaseAddress!.Host));
        return client;
    }

    /// <summary>A person with an account of their own.</summary>
    public static async Task<Person> PersonAsync(
        this IServiceProvider services, string name, string[] regions, params Role[] roles)
    {
        await using var scope = services.CreateAsyncScope();
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
        return account.Person;
    }

    /// <summary>A new session of a person, as the value of its cookie.</summary>
    /// <param name="seenAgo">How long ago it was seen last.</param>
    public static async Task<string> SessionAsync(
        this IServiceProvider services, Person person, TimeSpan seenAgo = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var session = new AccountSession
        {
            Key = $"{Guid.NewGuid():N}{Guid.NewGuid():N}",
            AccountId = person.Id,
            Device = "Test browser",
            StartedAt = now.UtcDateTime - seenAgo,
            SeenAt = now.UtcDateTime - seenAgo,
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
        return options.TicketDataFormat.Protect(ticket);
    }

    /// <summary>A browser of nobody; it keeps cookies and follows no redirect.</summary>
    public static HttpClient Browser(this Site site, out CookieContainer cookies)
    {
        cookies = new CookieContainer();
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
