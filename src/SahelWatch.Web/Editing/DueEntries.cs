using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// Entries that reviewers agreed to for a later day, each by itself: one that fails holds up no other. Needs a context
/// that tracks nothing yet.
/// </summary>
public sealed partial class DueEntries(
    SahelWatchDbContext db,
    EntryBench bench,
    IncidentPress press,
    IncidentStore store,
    Text text,
    TimeProvider time,
    ILogger<DueEntries> logger)
{
    /// <summary>
    /// Publishes those whose day has come and gives how many. Where one can no longer be published, the agreement
    /// lapses: it waits for a reviewer again, with a comment that tells its author and who agreed why.
    /// </summary>
    public async Task<int> PublishAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var due = await Due(now).Select(entry => entry.Id).ToListAsync(cancellationToken);
        var published = 0;
        foreach (var id in due)
        {
            try
            {
                published += await PublishAsync(id, now, cancellationToken) ? 1 : 0;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, id, error);
            }
        }
        db.ChangeTracker.Clear();
        return published;
    }

    private IQueryable<Entry> Due(DateTime now) => db.Entries
        .Where(entry => entry.Status == EditorialStatus.InReview && entry.DueAt != null && entry.DueAt <= now);

    private async Task<bool> PublishAsync(int id, DateTime now, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(id, now, cancellationToken) is not { } entry)
        {
            return false;
        }
        var reviewer = await db.Users.SingleAsync(one => one.Id == entry.ReviewerId, cancellationToken);
        var obstacle = await ObstacleAsync(entry, reviewer, now, cancellationToken);
        if (obstacle is null)
        {
            entry.Incident = await press.PublishAsync(entry, reviewer.Person, now, cancellationToken);
            entry.Status = EditorialStatus.Published;
        }
        else
        {
            // What was read to find the obstacle is not to be kept.
            db.ChangeTracker.Clear();
            entry = (await FindAsync(id, now, cancellationToken))!;
            entry.Tell(
                reviewer.Person, EntryStep.Comment, now, Words(obstacle, entry.DueAt!.Value),
                mentions: [.. new[] { entry.AuthorId, reviewer.Id }.Distinct()]);
            (entry.DueAt, entry.ReviewerId) = (null, null);
        }
        entry.Touch(now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (obstacle is null)
        {
            await store.FollowAsync(db);
        }
        return obstacle is null;
    }

    private Task<Entry?> FindAsync(int id, DateTime now, CancellationToken cancellationToken) =>
        Due(now).Include(one => one.Incident).Include(one => one.Events)
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);

    /// <summary>
    /// What keeps an entry from being published, by the key of its sentence; null where nothing does.
    /// </summary>
    private async Task<string?> ObstacleAsync(
        Entry entry, Account reviewer, DateTime now, CancellationToken cancellationToken)
    {
        if (reviewer.IsDisabled || !reviewer.Person.Is(Role.Reviewer))
        {
            return "Desk.Lapsed.Reviewer";
        }
        if (entry.Incident is { Status: EditorialStatus.Published }
            && !await press.StandsAsync(entry, cancellationToken))
        {
            return "Desk.Lapsed.Outdated";
        }
        var problems = await bench.ProblemsAsync(entry, entry.Form, entry.Reason, null, now, cancellationToken);
        return problems.Count > 0 ? "Desk.Lapsed.Mend" : null;
    }

    /// <summary>In every language: who reads it is not known here.</summary>
    private string Words(string key, DateTime due)
    {
        var culture = CultureInfo.CurrentUICulture;
        try
        {
            return string.Join('\n', Text.Languages.Select(language =>
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                return text[key, due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
            }));
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Entry {Id} is due and could not be published; tried again in a minute")]
        public static partial void Failed(ILogger logger, int id, Exception error);
    }
}
