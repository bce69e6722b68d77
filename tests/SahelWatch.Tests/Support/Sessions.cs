using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Editing;

namespace SahelWatch.Tests.Support;

/// <summary>Accounts and their sessions, for tests that are not about signing in.</summary>
internal static class Sessions
{
    /// <summary>A person with an account of their own.</summary>
    public static Task<Person> PersonAsync(
        this WebApplicationFactory<Program> site, string name, params Role[] roles) =>
        site.PersonAsync(name, [], roles);

    public static Task<Person> PersonAsync(
        this WebApplicationFactory<Program> site, string name, string[] regions, params Role[] roles) =>
        site.Services.PersonAsync(name, regions, roles);

    public static Task<Person> PersonAsync(this IServiceProvider services, string name, params Role[] roles) =>
        services.PersonAsync(name, [], roles);

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
            CreatedAt = Now(scope).UtcDateTime,
        };
        db.Add(account);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return account.Person;
    }

    /// <summary>The cookie of a new session of the person.</summary>
    public static Task<Cookie> SessionAsync(this WebApplicationFactory<Program> site, Person person) =>
        site.Services.SessionAsync(person);

    /// <param name="seenAgo">How long ago the session was seen last.</param>
    public static async Task<Cookie> SessionAsync(
        this IServiceProvider services, Person person, TimeSpan seenAgo = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>();
        var now = Now(scope);
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
        var ticket = new AuthenticationTicket(
            new(PersonClaims.Identity(person, session.Key, scheme)),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(14) },
            scheme);
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();
        return new Cookie(SessionBook.CookieName, options.Get(scheme).TicketDataFormat.Protect(ticket), "/");
    }

    private static DateTimeOffset Now(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
}
