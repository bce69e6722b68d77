using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Editing;

namespace SahelWatch.Browser.Support;

/// <summary>Sessions for visitors who are not here to sign in.</summary>
internal static class DeskSession
{
    private static readonly string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>Gives the visitor the session of a person with an account.</summary>
    public static async Task SignInAsync(this Visit visit, BrowserSite site, string name, params Role[] roles) =>
        await visit.SignInAsync(site.Services, await site.Services.PersonAsync(name, roles));

    public static async Task<Person> PersonAsync(this IServiceProvider services, string name, params Role[] roles)
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
            CreatedAt = Now(scope),
        };
        db.Add(account);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return account.Person;
    }

    public static async Task SignInAsync(this Visit visit, IServiceProvider services, Person person)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>();
        var session = new AccountSession
        {
            Key = Guid.NewGuid().ToString("N"),
            AccountId = person.Id,
            Device = "test",
            StartedAt = Now(scope),
            SeenAt = Now(scope),
        };
        db.Add(session);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        await visit.Page.Context.AddCookiesAsync(
        [
            new()
            {
                Name = SessionBook.CookieName,
                Value = options.TicketDataFormat.Protect(new AuthenticationTicket(
                    new ClaimsPrincipal(PersonClaims.Identity(person, session.Key, Scheme)), Scheme)),
                Url = visit.Address,
            },
        ]);
    }

    private static DateTime Now(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
}
