using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Importing;

/// <summary>
/// Loads the embedded set in one transaction. A set that is already there costs one query; a changed one updates the
/// incidents and reference records that no editor has touched, and deletes nothing.
/// </summary>
public sealed class SeedLoader(SahelWatchDbContext db, TimeProvider time)
{
    /// <summary>Author of the revisions that come from the embedded set.</summary>
    public const string Author = "seed";

    public const string LoadedReason = "Loaded from the embedded set";

    public const string UpdatedReason = "Updated from a later embedded set";

    private static readonly string[] Bookkeeping =
    [
        nameof(Incident.Status), nameof(Incident.Version), nameof(Incident.CreatedAt), nameof(Incident.ChangedAt),
    ];

    /// <summary>Needs a context that tracks nothing yet.</summary>
    public async Task<SeedResult> LoadAsync(
        SeedFiles files, RegionBoundaries boundaries, CancellationToken cancellationToken)
    {
        if (await IsCurrent(files, cancellationToken))
        {
            return SeedResult.Current;
        }
        var now = time.GetUtcNow().UtcDateTime;
        var reading = SeedReader.Read(files, boundaries, now);
        if (reading.Set is not { } set)
        {
            return SeedResult.Refused(reading.Problems);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await IsCurrent(files, cancellationToken))
        {
            return SeedResult.Current;
        }
        var merge = new SeedMerge(db, await EditedAsync(cancellationToken));
        using var exemption = db.WithoutRevisions();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await MergeReferences(merge, set, cancellationToken);
            var result = await MergeIncidents(merge, set, now, cancellationToken);
            if (result.Problems.Count > 0)
            {
                return result;
            }
            var vanished = await SaveState(files, set, now, cancellationToken);
            db.ChangeTracker.DetectChanges();
            CountVersions();
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result with { Vanished = vanished, KeptRecords = merge.Kept };
        }
        finally
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task<bool> IsCurrent(SeedFiles files, CancellationToken cancellationToken) =>
        await db.SeedStates.Select(state => state.Sha256).SingleOrDefaultAsync(cancellationToken) == files.Sha256;

    /// <summary>Names of the records that people changed.</summary>
    private async Task<HashSet<string>> EditedAsync(CancellationToken cancellationToken) =>
    [
        .. await db.Revisions.Where(revision => revision.Record != null && revision.Author != Author)
            .Select(revision => revision.Record!).Distinct().ToListAsync(cancellationToken),
    ];

    /// <summary>Whoever has one of the records open learns that it changed meanwhile.</summary>
    private void CountVersions()
    {
        foreach (var entry in db.ChangeTracker.Entries<IRecord>()
            .Where(entry => entry.State == EntityState.Modified))
        {
            entry.Entity.Version++;
        }
        db.ChangeTracker.DetectChanges();
    }

    private async Task MergeReferences(SeedMerge merge, SeedSet set, CancellationToken cancellationToken)
    {
        merge.All(set.Countries, await Rows(db.Countries, KeyOf, cancellationToken), KeyOf);
        merge.All(set.Regions, await Rows(db.Regions, KeyOf, cancellationToken), KeyOf);
        merge.All(set.Places, await Rows(db.Places, place => place.Slug, cancellationToken), place => place.Slug);
        merge.All(set.Sources, await Rows(db.Sources, source => source.Slug, cancellationToken), source => source.Slug);

        var actors = db.Actors.Include(actor => actor.Aliases).Include(actor => actor.Sources);
        merge.All(set.Actors, await Rows(actors, actor => actor.Slug, cancellationToken), actor => actor.Slug);
        foreach (var actor in set.Actors.Where(merge.Takes))
        {
            merge.Children(merge.RowOf(actor).Aliases, actor.Aliases, alias => alias.Name);
            merge.Links(merge.RowOf(actor).Sources, actor.Sources);
        }

        var relations = db.ActorRelations.Include(relation => relation.Sources);
        merge.All(set.Relations, await Rows(relations, one => one.Slug, cancellationToken), one => one.Slug);
        foreach (var relation in set.Relations.Where(merge.Takes))
        {
            merge.Links(merge.RowOf(relation).Sources, relation.Sources);
        }

        var events = db.PoliticalEvents.Include(one => one.Actors).Include(one => one.Sources);
        merge.All(set.PoliticalEvents, await Rows(events, one => one.Slug, cancellationToken), one => one.Slug);
        foreach (var one in set.PoliticalEvents.Where(merge.Takes))
        {
            merge.Links(merge.RowOf(one).Actors, one.Actors);
            merge.Links(merge.RowOf(one).Sources, one.Sources);
        }

        var collections = db.Collections.Include(one => one.Items).Include(one => one.Footnotes)
            .ThenInclude(footnote => footnote.Source);
        merge.All(set.Collections, await Rows(collections, one => one.Slug, cancellationToken), one => one.Slug);
        foreach (var collection in set.Collections)
        {
            var row = merge.RowOf(collection);
            merge.Children(row.Items, collection.Items, item => $"{item.Kind}/{item.Key}");
            merge.Children(row.Footnotes, collection.Footnotes, note => $"{note.Number}/{note.Source.Slug}");
        }
    }

    private async Task<SeedResult> MergeIncidents(
        SeedMerge merge, SeedSet set, DateTime now, CancellationToken cancellationToken)
    {
        var rows = await db.Incidents
            .Include(incident => incident.Actors)
            .Include(incident => incident.Citations)
            .Include(incident => incident.ExternalIds)
            .ToListAsync(cancellationToken);
        var histories = await db.Revisions
            .Where(revision => revision.IncidentId != null)
            .GroupBy(revision => revision.IncidentId!.Value)
            .Select(group => new History(
                group.Key, group.Max(revision => revision.Number), group.Any(revision => revision.Author != Author)))
            .ToDictionaryAsync(history => history.IncidentId, cancellationToken);
        var problems = NumberProblems(set, rows);
        if (problems.Count > 0)
        {
            return SeedResult.Refused(problems);
        }

        var byKey = rows.Where(row => row.SeedKey is not null).ToDictionary(row => row.SeedKey!);
        var (inserted, updated, unchanged, kept) = (0, 0, 0, new List<int>());
        foreach (var incident in set.Incidents)
        {
            var row = byKey.GetValueOrDefault(incident.SeedKey!);
            var changes = IncidentFields.Differences(
                row is null ? null : IncidentFields.Of(row), IncidentFields.Of(incident));
            if (changes.Count == 0)
            {
                unchanged++;
            }
            else if (row is null)
            {
                inserted++;
                Save(merge, incident, null, Revised(1, now, LoadedReason, changes, incident));
            }
            else if (histories.GetValueOrDefault(row.Id) is { IsEdited: true })
            {
                kept.Add(row.Number);
            }
            else
            {
                updated++;
                var number = (histories.GetValueOrDefault(row.Id)?.LastNumber ?? 0) + 1;
                Save(merge, incident, row, Revised(number, now, UpdatedReason, changes, incident));
                row.Version++;
                row.ChangedAt = now;
            }
        }
        return new SeedResult(inserted, updated, unchanged, kept, [], []);
    }

    private static void Save(SeedMerge merge, Incident incident, Incident? existing, Revision revision)
    {
        var row = merge.One(incident, existing, Bookkeeping);
        merge.Children(row.Actors, incident.Actors, actor => $"{actor.Role}/{actor.Actor.Slug}");
        merge.Children(row.Citations, incident.Citations, citation => citation.Source.Slug);
        merge.Children(row.ExternalIds, incident.ExternalIds, id => id.Dataset);
        row.Revisions.Add(revision);
    }

    private static Revision Revised(
        int number, DateTime at, string reason, List<FieldChange> changes, Incident incident) => new()
    {
        Number = number,
        Kind = number == 1 ? RevisionKind.Added : RevisionKind.Corrected,
        Author = Author,
        At = at,
        Reason = reason,
        Changes = changes,
        Form = EntryForms.Of(incident),
    };

    /// <summary>Public numbers never change and are never used again: a set that breaks this is refused.</summary>
    private static List<Problem> NumberProblems(SeedSet set, List<Incident> rows)
    {
        var byNumber = rows.ToDictionary(row => row.Number);
        var numbers = rows.Where(row => row.SeedKey is not null).ToDictionary(row => row.SeedKey!, row => row.Number);
        return
        [
            .. set.Incidents
                .Where(incident => numbers.TryGetValue(incident.SeedKey!, out var number)
                    ? number != incident.Number
                    : byNumber.ContainsKey(incident.Number))
                .Select(incident => new Problem(
                    $"incidents.json: {incident.SeedKey}: number", $"{incident.Number}", "NumberFree")),
        ];
    }

    private async Task<List<string>> SaveState(
        SeedFiles files, SeedSet set, DateTime now, CancellationToken cancellationToken)
    {
        List<string> keys =
        [
            .. set.Regions.Select(region => $"region/{region.Code}"),
            .. set.Places.Select(place => $"place/{place.Slug}"),
            .. set.Sources.Select(source => $"source/{source.Slug}"),
            .. set.Actors.Select(actor => $"actor/{actor.Slug}"),
            .. set.Relations.Select(relation => $"relation/{relation.Slug}"),
            .. set.Incidents.Select(incident => $"incident/{incident.SeedKey}"),
            .. set.PoliticalEvents.Select(one => $"political-event/{one.Slug}"),
            .. set.Collections.Select(collection => $"collection/{collection.Slug}"),
        ];
        var state = await db.SeedStates.SingleOrDefaultAsync(cancellationToken);
        List<string> vanished = [.. (state?.Keys ?? []).Except(keys)];
        if (state is null)
        {
            state = new SeedState { Sha256 = files.Sha256, LoadedAt = now };
            db.Add(state);
        }
        (state.Sha256, state.LoadedAt, state.Keys) = (files.Sha256, now, keys);
        return vanished;
    }

    private static string KeyOf(Country country) => country.Code;

    private static string KeyOf(Region region) => $"{region.Layout}/{region.Code}";

    private static async Task<Dictionary<string, T>> Rows<T>(
        IQueryable<T> query, Func<T, string> key, CancellationToken cancellationToken) where T : class =>
        (await query.ToListAsync(cancellationToken)).ToDictionary(key, StringComparer.Ordinal);

    private sealed record History(int IncidentId, int LastNumber, bool IsEdited);
}
