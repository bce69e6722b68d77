using Microsoft.EntityFrameworkCore;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Data;

/// <summary>Builds the index from the database, and brings one up to date.</summary>
public static class IndexLoader
{
    public static async Task<IncidentIndex> LoadAsync(SahelWatchDbContext db, CancellationToken cancellationToken)
    {
        using var moment = db is SqliteContext ? SqliteMoment.Open(db, others: 2) : null;
        var builder = new IndexBuilder(await ReferenceAsync(db, cancellationToken));
        var version = await VersionAsync(db, cancellationToken);
        if (moment is null)
        {
            await FillAsync(builder, db, cancellationToken);
        }
        else
        {
            await FillAsync(builder, moment);
        }
        return builder.Freeze(version);
    }

    /// <summary>
    /// The index with all that revisions say has changed since; the same where they say nothing. Reference records are
    /// read again where a revision is of one, or where an incident names one that the index does not know.
    /// </summary>
    public static async Task<IncidentIndex> CatchUpAsync(
        SahelWatchDbContext db, IncidentIndex index, CancellationToken cancellationToken)
    {
        using (var moment = db is SqliteContext ? SqliteMoment.Open(db, others: 0) : null)
        {
            var version = await VersionAsync(db, cancellationToken);
            if (version == index.Version)
            {
                return index;
            }
            if (await IndexChanges.SinceAsync(db, index.Version, version, cancellationToken) is { } changes)
            {
                var changed = await Whole(db)
                    .Where(incident => EF.Parameter(changes.Incidents).Contains(incident.Id))
                    .ToListAsync(cancellationToken);
                var isKnown = !changes.OfRecords
                    && changed.TrueForAll(incident => Knows(index.Reference, incident));
                var reference = isKnown ? index.Reference : await ReferenceAsync(db, cancellationToken);
                return index.With(changed, reference, version);
            }
        }
        return await LoadAsync(db, cancellationToken);
    }

    /// <summary>From SQLite without objects for each row, facts and texts by a thread each.</summary>
    private static Task FillAsync(IndexBuilder builder, SqliteMoment moment) => Task.WhenAll(
        Task.Run(() => new SqliteFacts(moment.Others[0], builder).Read()),
        Task.Run(() => new SqliteTexts(moment.Others[1], builder.Text).Read()));

    /// <summary>From any database, which costs some 50 times as much.</summary>
    private static async Task FillAsync(
        IndexBuilder builder, SahelWatchDbContext db, CancellationToken cancellationToken)
    {
        await foreach (var incident in Whole(db).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            builder.Add(incident);
        }
    }

    /// <summary>Incidents with all that the index keeps of them.</summary>
    private static IQueryable<Incident> Whole(SahelWatchDbContext db) => db.Incidents
        .AsNoTrackingWithIdentityResolution()
        .Include(incident => incident.Place)
        .Include(incident => incident.Region)
        .Include(incident => incident.Actors).ThenInclude(entry => entry.Actor)
        .Include(incident => incident.Citations).ThenInclude(citation => citation.Source);

    private static bool Knows(Reference reference, Incident incident) =>
        reference.Country(incident.CountryCode) is not null
        && (incident.Region is not { } region || reference.Region(region.Code) is not null)
        && incident.Actors.TrueForAll(entry => reference.Actor(reference.Canonical(entry.Actor.Slug)) is not null);

    /// <summary>Names the state of the data to readers: the last revision and the embedded set.</summary>
    public static async Task<string> VersionAsync(SahelWatchDbContext db, CancellationToken cancellationToken)
    {
        var lastRevision = await db.Revisions.MaxAsync(revision => (int?)revision.Id, cancellationToken) ?? 0;
        var seed = await db.SeedStates.Select(state => state.Sha256).SingleOrDefaultAsync(cancellationToken) ?? "";
        return $"{lastRevision}-{seed[..Math.Min(8, seed.Length)]}";
    }

    public static async Task<Reference> ReferenceAsync(SahelWatchDbContext db, CancellationToken cancellationToken)
    {
        var actors = await db.Actors.AsNoTrackingWithIdentityResolution()
            .Include(actor => actor.Aliases)
            .Include(actor => actor.MergedInto)
            .OrderBy(actor => actor.Name)
            .ToListAsync(cancellationToken);
        return new Reference(
            await db.Countries.AsNoTracking().OrderBy(country => country.Code).ToListAsync(cancellationToken),
            await db.Regions.AsNoTracking().OrderBy(region => region.Code).ToListAsync(cancellationToken),
            actors,
            await db.ActorRelations.AsNoTrackingWithIdentityResolution()
                .Include(relation => relation.From)
                .Include(relation => relation.To)
                .OrderBy(relation => relation.Slug)
                .ToListAsync(cancellationToken),
            await db.Collections.AsNoTrackingWithIdentityResolution()
                .Include(collection => collection.Items)
                .Include(collection => collection.Source)
                .OrderBy(collection => collection.Slug)
                .ToListAsync(cancellationToken),
            await db.PoliticalEvents.AsNoTrackingWithIdentityResolution()
                .Include(happening => happening.Sources)
                .OrderBy(happening => happening.StartsOn).ThenBy(happening => happening.Slug)
                .ToListAsync(cancellationToken));
    }
}
