using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Desk;

/// <summary>What waits for whom.</summary>
public sealed class DeskQueue(
    SahelWatchDbContext db, EntryBench bench, DuplicateFinder finder, TimeProvider time)
{
    public const int PageSize = 25;
    public const int Weeks = 8;
    private const int MostOwn = 50;
    private const int MostMentions = 20;

    /// <summary>A person's own entries that are not published, those in the works first.</summary>
    public async Task<IReadOnlyList<OwnEntry>> OwnAsync(Person person, CancellationToken cancellationToken)
    {
        var entries = await db.Entries.AsNoTracking().Include(entry => entry.Incident)
            .Where(entry => entry.AuthorId == person.Id && entry.Status != EditorialStatus.Published)
            .OrderByDescending(entry => entry.ChangedAt)
            .Take(MostOwn)
            .ToListAsync(cancellationToken);
        var ids = entries.ConvertAll(entry => entry.Id);
        var steps = await db.EntryEvents.AsNoTracking()
            .Where(one => EF.Parameter(ids).Contains(one.EntryId)
                && (one.Step == EntryStep.Submit || one.Step == EntryStep.Return))
            .OrderBy(one => one.Number)
            .Select(one => new { one.EntryId, one.Step, one.Text, one.PersonId })
            .ToListAsync(cancellationToken);
        var names = await NamesAsync(steps.Select(one => one.PersonId), cancellationToken);
        var last = steps.GroupBy(one => one.EntryId).ToDictionary(group => group.Key, group => group.Last());
        return
        [
            .. entries.Select(entry => last.GetValueOrDefault(entry.Id) is { Step: EntryStep.Return } back
                && entry.Status == EditorialStatus.Draft
                    ? new OwnEntry(entry, back.Text, names[back.PersonId])
                    : new OwnEntry(entry, null, null)),
        ];
    }

    /// <summary>Comments that mention a person, in entries that are still in the works and that they may see.</summary>
    public async Task<IReadOnlyList<Mention>> MentionsAsync(Person person, CancellationToken cancellationToken)
    {
        var isReviewer = person.Is(Role.Reviewer);
        var found = await db.EntryEvents.AsNoTracking()
            .Where(one => one.Step == EntryStep.Comment && one.Mentions.Contains(person.Id))
            .Join(db.Entries, one => one.EntryId, entry => entry.Id, (one, entry) => new { Said = one, Entry = entry })
            .Where(pair => (pair.Entry.AuthorId == person.Id && pair.Entry.Status == EditorialStatus.Draft)
                || ((isReviewer || pair.Entry.AuthorId == person.Id)
                    && pair.Entry.Status == EditorialStatus.InReview))
            .OrderByDescending(pair => pair.Said.Id)
            .Take(MostMentions)
            .Select(pair => new
            {
                pair.Entry.Id, pair.Entry.Form, pair.Said.PersonId, pair.Said.At, pair.Said.Text,
            })
            .ToListAsync(cancellationToken);
        var names = await NamesAsync(found.Select(one => one.PersonId), cancellationToken);
        return [.. found.Select(one => new Mention(one.Id, one.Form.Title, names[one.PersonId], one.At, one.Text ?? ""))];
    }

    /// <summary>How many entries are in review, by region; null is none.</summary>
    public Task<List<RegionWaiting>> WaitingAsync(CancellationToken cancellationToken) => db.Entries
        .Where(entry => entry.Status == EditorialStatus.InReview)
        .GroupBy(entry => entry.RegionCode)
        .Select(group => new RegionWaiting(group.Key, group.Count(), group.Min(entry => entry.SubmittedAt)))
        .ToListAsync(cancellationToken);

    /// <summary>One page of entries in review, those that waited longest first.</summary>
    /// <param name="region">Code of the only region asked for; empty for entries without one, null for all.</param>
    public async Task<IReadOnlyList<WaitingEntry>> ListAsync(
        string? region, int page, CancellationToken cancellationToken)
    {
        var asked = region is { Length: 0 } ? null : region;
        var entries = await db.Entries.AsNoTracking().Include(entry => entry.Incident)
            .Where(entry => entry.Status == EditorialStatus.InReview
                && (region == null || entry.RegionCode == asked))
            .OrderBy(entry => entry.SubmittedAt).ThenBy(entry => entry.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        var names = await NamesAsync(entries.Select(entry => entry.AuthorId), cancellationToken);
        var list = new List<WaitingEntry>();
        foreach (var entry in entries)
        {
            var now = time.GetUtcNow().UtcDateTime;
            var reading = await bench.ReadAsync(entry.Form, entry.Incident?.Number ?? 0, now, cancellationToken);
            db.ChangeTracker.Clear();
            var alike = await finder.FindAsync(entry.Form, entry.Incident?.Number, cancellationToken);
            list.Add(new WaitingEntry(
                entry,
                names[entry.AuthorId],
                reading.Problems.Count,
                alike.Found.Count(one => one.Likeness.IsNear),
                entry.Incident is { } incident && incident.Version != entry.BaseVersion));
        }
        return list;
    }

    /// <summary>Incidents published or corrected in each of the last weeks, the newest week first, by region.</summary>
    public async Task<IReadOnlyList<RegionWeeks>> PublishedAsync(CancellationToken cancellationToken)
    {
        var today = time.GetUtcNow().UtcDateTime.Date;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var since = monday.AddDays(-7 * (Weeks - 1));
        var made = await db.Revisions
            .Where(revision => revision.AuthorId != null && revision.IncidentId != null && revision.At >= since
                && (revision.Kind == RevisionKind.Added || revision.Kind == RevisionKind.Corrected))
            .Join(db.Incidents, revision => revision.IncidentId, incident => incident.Id, (revision, incident) =>
                new { revision.At, Region = (string?)incident.Region!.Code })
            .ToListAsync(cancellationToken);
        return
        [
            .. made.GroupBy(one => one.Region).Select(group => new RegionWeeks(
                group.Key,
                [
                    .. Enumerable.Range(0, Weeks).Select(week => group.Count(one =>
                        one.At >= monday.AddDays(-7 * week) && one.At < monday.AddDays(7 - 7 * week))),
                ])),
        ];
    }

    /// <summary>Names of people by their accounts.</summary>
    public async Task<IReadOnlyDictionary<int, string>> NamesAsync(
        IEnumerable<int> people, CancellationToken cancellationToken)
    {
        var ids = people.Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<int, string>()
            : await db.Users.AsNoTracking().Where(account => EF.Parameter(ids).Contains(account.Id))
                .ToDictionaryAsync(account => account.Id, account => account.Name, cancellationToken);
    }
}

/// <summary>An entry of one's own; with why it came back and from whom, where it did.</summary>
public sealed record OwnEntry(Entry Entry, string? Returned, string? By)
{
    public bool IsReturned => By is not null;
}

/// <summary>A comment that mentions somebody.</summary>
public sealed record Mention(int Entry, string? Title, string By, DateTime At, string Text);

/// <summary>Entries in review of one region; null is an unknown region.</summary>
public sealed record RegionWaiting(string? Region, int Count, DateTime? Oldest);

/// <summary>An entry in review.</summary>
/// <param name="Problems">What keeps it from being published.</param>
/// <param name="Alike">Published incidents that may be the same event.</param>
/// <param name="IsOutdated">Whether the incident was changed since the correction began.</param>
public sealed record WaitingEntry(Entry Entry, string Author, int Problems, int Alike, bool IsOutdated);

/// <summary>Incidents published or corrected in one region, week by week, the newest first.</summary>
public sealed record RegionWeeks(string? Region, IReadOnlyList<int> Weeks);
