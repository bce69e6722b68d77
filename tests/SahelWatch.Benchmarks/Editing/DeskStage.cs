using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SahelWatch.Accounts;
using SahelWatch.Benchmarks.Making;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Hosting;

namespace SahelWatch.Benchmarks.Editing;

/// <summary>
/// A database on which the desk is at work: people with sessions, a large gazetteer and archive, incidents whose place
/// is withheld. It is made by the application's own services, which are not started.
/// </summary>
internal sealed class DeskStage : IAsyncDisposable
{
    public const int Withheld = 300;

    private readonly WebApplication _services;

    private DeskStage(string database) => _services = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = [$"--Database:Path={Path.GetFullPath(database)}"], ContentRootPath = AppContext.BaseDirectory,
    }).AddSahelWatch().Build();

    public static async Task<DeskStage> SetAsync(string database)
    {
        var stage = new DeskStage(database);
        await stage._services.Services.GetRequiredService<SiteStart>().MigrateAsync(CancellationToken.None);
        await stage.AskAsync(async db =>
        {
            await RecordTrial.FillAsync(db);
            return await WithholdAsync(db);
        });
        return stage;
    }

    public async Task<T> AskAsync<T>(Func<SahelWatchDbContext, Task<T>> question)
    {
        await using var scope = _services.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>());
    }

    /// <summary>A new person, signed in: the session's cookie.</summary>
    public Task<string> SignInAsync(string name, params Role[] roles) => AskAsync(async db =>
    {
        var now = DateTime.UtcNow;
        var account = new Account
        {
            Name = name, UserName = name, NormalizedUserName = name.ToUpperInvariant(), Roles = [.. roles],
            SecurityStamp = name, CreatedAt = now,
        };
        db.Add(account);
        await db.SaveChangesAsync();
        var session = new AccountSession
        {
            Key = Guid.NewGuid().ToString("N"), AccountId = account.Id, Device = "Benchmark", StartedAt = now, SeenAt = now,
        };
        db.Add(session);
        await db.SaveChangesAsync();
        const string scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var ticket = _services.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme)
            .TicketDataFormat.Protect(new AuthenticationTicket(
                new(PersonClaims.Identity(account.Person, session.Key, scheme)), scheme));
        return $"{SessionBook.CookieName}={ticket}";
    });

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>
    /// Incidents spread over all, each with its exact place and the revision that took it out of sight.
    /// </summary>
    private static async Task<int> WithholdAsync(SahelWatchDbContext db)
    {
        var keys = await db.Incidents.OrderBy(incident => incident.Id).Select(incident => incident.Id).ToListAsync();
        var step = Math.Max(1, keys.Count / Withheld);
        var chosen = keys.Where((_, place) => place % step == 0).Take(Withheld).ToList();
        var list = string.Join(',', chosen.Select(key => key.ToString(CultureInfo.InvariantCulture)));
        var revision = await db.Revisions.Where(one => one.Form == null && one.IncidentId != null)
            .OrderBy(one => one.Id).Select(one => one.Id).FirstAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var sql in new[]
        {
            $"UPDATE Incidents SET IsPlaceWithheld = 1 WHERE Id IN ({list})",
            "INSERT INTO ExactPlaces (IncidentId, PlaceId, PlaceName, Latitude, Longitude, GeoPrecision, CoordinateSource)"
                + " SELECT Id, PlaceId, PlaceName, Latitude, Longitude, GeoPrecision, CoordinateSource FROM Incidents"
                + $" WHERE Id IN ({list})",
            "INSERT INTO Revisions (IncidentId, Number, Kind, Author, At, Reason, Changes)"
                + " SELECT incident.Id, 1 + (SELECT count(*) FROM Revisions WHERE IncidentId = incident.Id), 'Corrected',"
                + " 'Benchmark', '2026-02-01 00:00:00', 'Withheld', told.Changes FROM Incidents incident, Revisions told"
                + $" WHERE incident.Id IN ({list}) AND told.Id = {revision}",
        })
        {
            await db.Database.ExecuteSqlRawAsync(sql);
        }
        await transaction.CommitAsync();
        return chosen.Count;
    }
}
