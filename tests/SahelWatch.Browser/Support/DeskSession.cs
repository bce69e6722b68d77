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
    public static async Task SignInAsync(this Visit visit, BrowserSite site, string name, params Role[] roles)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
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
            CreatedAt = now,
        };
        db.Add(account);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var session = new AccountSession
        {
            Key = Guid.NewGuid().ToString("N"), AccountId = account.Id, Device = "test", StartedAt = now, SeenAt = now,
        };
        db.Add(session);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var options = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        await visit.Page.Context.AddCookiesAsync(
        [
            new()
            {
                Name = SessionBook.CookieName,
                Value = options.TicketDataFormat.Protect(new AuthenticationTicket(
                    new ClaimsPrincipal(PersonClaims.Identity(account.Person, session.Key, Scheme)), Scheme)),
                Url = site.Address,
            },
        ]);
    }
}
