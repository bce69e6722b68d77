using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SahelWatch.Data;
using SahelWatch.Hosting;

namespace SahelWatch.Accounts;

/// <summary>
/// The sessions of signed-in people. A cookie names one; who it is and what it may do is read for each request, so that
/// whoever is disabled, given other roles or signed out elsewhere is so at once.
/// </summary>
public sealed class SessionBook(SahelWatchDbContext db, IOptions<AccessOptions> access, TimeProvider time)
{
    public const string CookieName = "sahelwatch";
    private const int DeviceLength = 200;

    /// <summary>How far <see cref="AccountSession.SeenAt"/> may lag behind: one write a minute is enough.</summary>
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    /// <summary>After which a session ends, however much it is used.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>How long a reader's session waits for whoever is writing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private TimeSpan Lasting => TimeSpan.FromHours(access.Value.SessionHours);

    /// <summary>Begins a session and gives its cookie to the browser.</summary>
    public async Task BeginAsync(HttpContext context, Account account, CancellationToken cancellationToken)
    {
        var device = context.Request.Headers.UserAgent.ToString();
        var session = new AccountSession
        {
            Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
            AccountId = account.Id,
            Device = device[..Math.Min(device.Length, DeviceLength)],
            StartedAt = Now,
            SeenAt = Now,
        };
        db.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        await context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            new ClaimsPrincipal(PersonClaims.Identity(
                account.Person, session.Key, CookieAuthenticationDefaults.AuthenticationScheme)));
    }

    /// <summary>Ends the request's own session and takes its cookie back.</summary>
    public async Task EndAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.User.FindFirstValue(PersonClaims.Session) is { } key
            && await db.AccountSessions.FindAsync([key], cancellationToken) is { } session)
        {
            session.EndedAt ??= Now;
            await db.SaveChangesAsync(cancellationToken);
        }
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Ends every session of an account but one.</summary>
    public async Task EndAllAsync(int account, string? except, CancellationToken cancellationToken)
    {
        var sessions = await db.AccountSessions
            .Where(session => session.AccountId == account && session.EndedAt == null && session.Key != except)
            .ToListAsync(cancellationToken);
        sessions.ForEach(session => session.EndedAt = Now);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Lets a cookie's request in as the person is now, or not at all; scripts and styles are for nobody.
    /// </summary>
    public async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.IsForStaticFile())
        {
            context.RejectPrincipal();
            return;
        }
        var key = context.Principal?.FindFirstValue(PersonClaims.Session);
        var cancellationToken = context.HttpContext.RequestAborted;
        var found = key is null ? null : await db.AccountSessions
            .Where(session => session.Key == key && session.EndedAt == null)
            .Join(db.Users, session => session.AccountId, account => account.Id, (session, account) =>
                new { Session = session, Account = account })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || found.Account.IsDisabled
            || found.Session.SeenAt + Lasting < Now || found.Session.StartedAt + Longest < Now)
        {
            context.RejectPrincipal();
            return;
        }
        if (found.Session.SeenAt + SeenStep < Now)
        {
            SeeAfter(context.HttpContext, key!, Now);
        }
        context.ReplacePrincipal(new ClaimsPrincipal(
            PersonClaims.Identity(found.Account.Person, key!, context.Scheme.Name)));
    }

    /// <summary>
    /// Notes that a session was seen when the answer is out: who only reads does not wait for a writer, and goes on where
    /// nothing can be written.
    /// </summary>
    private static void SeeAfter(HttpContext context, string key, DateTime now)
    {
        var scopes = context.RequestServices.GetRequiredService<IServiceScopeFactory>();
        context.Response.OnCompleted(async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>();
            db.Database.SetCommandTimeout(Patience);
            try
            {
                var session = await db.AccountSessions.SingleAsync(one => one.Key == key);
                session.SeenAt = now;
                await db.SaveChangesAsync();
            }
            catch (Exception error) when (DatabaseTrouble.IsBehind(error))
            {
            }
        });
    }
}
