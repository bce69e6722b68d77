using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Changes;

/// <summary>The changes of the published data as one reader may see them.</summary>
public sealed class ChangeReader(
    SahelWatchDbContext db, RevisionReader revisions, EmbeddedLoads loads, IncidentStore store)
{
    /// <summary>One page of single changes.</summary>
    public async Task<ChangePage> ListAsync(
        ChangeQuery query, Person? reader, CancellationToken cancellationToken)
    {
        var (all, latest) = await MatchingAsync(query, reader, cancellationToken);
        var total = await all.CountAsync(cancellationToken);
        var rest = query switch
        {
            { Before: { } end, IsOldestFirst: false } => all.Where(revision => revision.Id < end),
            _ => all,
        };
        var page = await (query.IsOldestFirst
                ? rest.OrderBy(revision => revision.Id)
                : rest.OrderByDescending(revision => revision.Id))
            .Take(query.Size + 1)
            .ToListAsync(cancellationToken);
        var hasMore = page.Count > query.Size;
        return await PageAsync(
            [.. page.Take(query.Size)], [], total, hasMore, latest, reader, cancellationToken);
    }

    /// <summary>One page of changes, newest first, with every load of the embedded set told as one of them.</summary>
    public async Task<ChangePage> SummaryAsync(
        ChangeQuery query, Person? reader, CancellationToken cancellationToken)
    {
        var (all, latest) = await MatchingAsync(query, reader, cancellationToken);
        var edits = all.Where(revision => revision.Author != SeedLoader.Author || revision.AuthorId != null);
        var end = query.Before ?? int.MaxValue;
        var known = (await loads.FindAsync(db, store.Current.Version, cancellationToken))
            .Where(load => query.Kind is null || load.Kind == query.Kind)
            .OrderByDescending(load => load.Last)
            .ToList();
        var page = await EditsAsync(edits, known, end, query.Size + 1, cancellationToken);
        var whole = page.Select(revision => (revision.Id, Edit: (Revision?)revision, Load: (EmbeddedLoad?)null))
            .Concat(known.Where(load => load.Last < end).Select(load =>
                (Id: load.Last, Edit: (Revision?)null, Load: (EmbeddedLoad?)load)))
            .OrderByDescending(one => one.Id)
            .Take(query.Size + 1)
            .ToList();
        var shown = whole.Take(query.Size).ToList();
        return await PageAsync(
            [.. shown.Select(one => one.Edit).OfType<Revision>()],
            [.. shown.Select(one => one.Load).OfType<EmbeddedLoad>()],
            await edits.CountAsync(cancellationToken) + known.Count,
            whole.Count > query.Size,
            latest,
            reader,
            cancellationToken);
    }

    /// <summary>
    /// The newest edits before a key. The keys of a load follow one another, so that it is passed over, not read.
    /// </summary>
    private static async Task<List<Revision>> EditsAsync(
        IQueryable<Revision> edits, List<EmbeddedLoad> loads, int end, int most, CancellationToken cancellationToken)
    {
        var found = new List<Revision>();
        foreach (var load in loads.Append(null))
        {
            var from = load is not null && load.Last - load.First + 1 == load.Count ? load.Last : load?.First - 1 ?? 0;
            var before = end;
            found.AddRange(await edits.Where(revision => revision.Id > from && revision.Id < before)
                .OrderByDescending(revision => revision.Id)
                .Take(most - found.Count)
                .ToListAsync(cancellationToken));
            end = Math.Min(end, load?.First ?? 0);
            if (found.Count == most)
            {
                break;
            }
        }
        return found;
    }

    private async Task<(IQueryable<Revision> All, int Latest)> MatchingAsync(
        ChangeQuery query, Person? reader, CancellationToken cancellationToken)
    {
        var hidden = await revisions.HiddenRecordsAsync(reader, cancellationToken);
        var latest = await db.Revisions.MaxAsync(revision => (int?)revision.Id, cancellationToken) ?? 0;
        var since = query.SinceTime is { } time
            ? await db.Revisions.Where(revision => revision.At <= time)
                .OrderByDescending(revision => revision.Id)
                .Select(revision => revision.Id)
                .FirstOrDefaultAsync(cancellationToken)
            : query.Since;
        var all = db.Revisions.AsNoTracking().Where(revision => revision.Id > since && revision.Id <= latest);
        if (hidden.Count > 0)
        {
            all = all.Where(revision =>
                revision.Record == null || !EF.Parameter(hidden).Contains(revision.Record));
        }
        if (query.Kind is { } kind)
        {
            all = all.Where(revision => revision.Kind == kind);
        }
        if (query.Incident is { } number)
        {
            var id = await db.Incidents.Where(incident => incident.Number == number)
                .Select(incident => incident.Id).FirstOrDefaultAsync(cancellationToken);
            all = all.Where(revision => revision.IncidentId == id);
        }
        return (all, latest);
    }

    private async Task<ChangePage> PageAsync(
        List<Revision> page,
        List<EmbeddedLoad> loaded,
        int total,
        bool hasMore,
        int latest,
        Person? reader,
        CancellationToken cancellationToken)
    {
        var told = await revisions.TellAsync(page, reader, cancellationToken);
        var keys = page.Select(revision => revision.IncidentId).OfType<int>().Distinct().ToList();
        var incidents = await db.Incidents.AsNoTracking()
            .Where(incident => EF.Parameter(keys).Contains(incident.Id))
            .Select(incident => new
            {
                incident.Id,
                Told = new ChangedIncident(
                    incident.Number, incident.Title, incident.Status, (int?)incident.MergedInto!.Number),
            })
            .ToDictionaryAsync(incident => incident.Id, incident => incident.Told, cancellationToken);
        List<Change> items =
        [
            .. told.Zip(page).Select(pair => new Change(
                pair.First, incidents.GetValueOrDefault(pair.Second.IncidentId ?? 0), pair.Second.Record)),
            .. loaded.Select(load => new Change(
                new ToldRevision(
                    load.Last, 0, load.Kind, load.At, IsEmbedded: true, null, null, IsReviewed: false, load.Reason, []),
                null,
                null,
                load.Count)),
        ];
        if (loaded.Count > 0)
        {
            items.Sort((one, other) => other.Revision.Id.CompareTo(one.Revision.Id));
        }
        var names = await RecordNames.LoadAsync(
            db,
            items.SelectMany(item => item.Revision.Changes),
            items.Select(item => item.Record).OfType<string>(),
            cancellationToken);
        return new ChangePage(items, total, items.Count == 0 ? null : items[^1].Revision.Id, hasMore, latest, names);
    }
}
