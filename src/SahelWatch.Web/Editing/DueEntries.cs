using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>Entries that reviewers agreed to for a later day. Needs a context that tracks nothing yet.</summary>
public sealed class DueEntries(
    SahelWatchDbContext db, EntryBench bench, IncidentPress press, IncidentStore store, TimeProvider time)
{
    /// <summary>Publishes those whose day has come and gives how many; what can no longer be published waits for a reviewer.</summary>
    public async Task<int> PublishAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Entries
            .Where(entry => entry.Status == EditorialStatus.InReview && entry.DueAt != null && entry.DueAt <= now)
            .Select(entry => entry.Id)
            .ToListAsync(cancellationToken);
        var published = 0;
        foreach (var id in due)
        {
            published += await PublishAsync(id, now, cancellationToken) ? 1 : 0;
        }
        if (published > 0)
        {
            await store.CatchUpAsync(db, CancellationToken.None);
        }
        return published;
    }

    private async Task<bool> PublishAsync(int id, DateTime now, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var entry = await db.Entries.Include(one => one.Incident).Include(one => one.Events)
            .SingleAsync(one => one.Id == id, cancellationToken);
        if (entry.Status != EditorialStatus.InReview || !(entry.DueAt <= now)
            || (entry.Incident is { } incident && incident.Version != entry.BaseVersion)
            || (await bench.ProblemsAsync(entry, entry.Form, entry.Reason, null, now, cancellationToken)).Count > 0)
        {
            return false;
        }
        var reviewer = (await db.Users.SingleAsync(one => one.Id == entry.ReviewerId, cancellationToken)).Person;
        entry.Incident = await press.PublishAsync(entry, reviewer, now, cancellationToken);
        entry.Status = EditorialStatus.Published;
        entry.Touch(now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
