using Microsoft.EntityFrameworkCore;
using SahelWatch.Querying;

namespace SahelWatch.Data;

/// <summary>Builds the index from the database.</summary>
public static class IndexLoader
{
    public static async Task<IncidentIndex> LoadAsync(SahelWatchDbContext db, CancellationToken cancellationToken)
    {
        var actors = await db.Actors.AsNoTrackingWithIdentityResolution()
            .Include(actor => actor.Aliases)
            .OrderBy(actor => actor.Name)
            .ToListAsync(cancellationToken);
        var reference = new Reference(
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
        var incidents = await db.Incidents.AsNoTrackingWithIdentityResolution()
            .Include(incident => incident.Place)
            .Include(incident => incident.Region)
            .Include(incident => incident.Actors).ThenInclude(entry => entry.Actor).ThenInclude(actor => actor.Aliases)
            .Include(incident => incident.Citations).ThenInclude(citation => citation.Source)
            .ToListAsync(cancellationToken);
        var lastRevision = await db.Revisions.MaxAsync(revision => (int?)revision.Id, cancellationToken) ?? 0;
        var seed = await db.SeedStates.Select(state => state.Sha256).SingleOrDefaultAsync(cancellationToken) ?? "";
        return IncidentIndex.Build(incidents, reference, $"{lastRevision}-{seed[..Math.Min(8, seed.Length)]}");
    }
}
