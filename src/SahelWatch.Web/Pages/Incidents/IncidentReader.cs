using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Incidents;

/// <summary>One incident with all that its page and its API answer tell.</summary>
public sealed class IncidentReader(SahelWatchDbContext db)
{
    /// <summary>The incident of a public number whatever its status; null where no incident ever had it.</summary>
    public async Task<Incident?> FindAsync(int number, CancellationToken cancellationToken)
    {
        var found = await db.Incidents
            .Include(incident => incident.Country)
            .Include(incident => incident.Region)
            .Include(incident => incident.Place)
            .Include(incident => incident.Actors).ThenInclude(entry => entry.Actor)
            .Include(incident => incident.Citations).ThenInclude(citation => citation.Source)
            .Include(incident => incident.ExternalIds)
            .Include(incident => incident.Revisions)
            .Include(incident => incident.MergedInto)
            .SingleOrDefaultAsync(incident => incident.Number == number, cancellationToken);
        await db.LoadChainsAsync(cancellationToken);
        return found;
    }

    /// <summary>Numbers of the incidents that turned out to be this one.</summary>
    public Task<List<int>> MergedFromAsync(Incident incident, CancellationToken cancellationToken) => db.Incidents
        .Where(other => other.MergedIntoId == incident.Id && other.Status == EditorialStatus.Withdrawn)
        .OrderBy(other => other.Number)
        .Select(other => other.Number)
        .ToListAsync(cancellationToken);

    /// <summary>
    /// Copies kept of the pages that an incident's sources give today, by source, the first one first.
    /// </summary>
    public async Task<ILookup<int, CopyNote>> CopiesAsync(Incident incident, CancellationToken cancellationToken)
    {
        var sources = incident.Citations.Select(citation => citation.SourceId).ToArray();
        var copies = await db.SourceArchives
            .Where(copy => EF.Parameter(sources).Contains(copy.SourceId) && copy.Url == copy.Source.Url)
            .OrderBy(copy => copy.Id)
            .Select(copy => new CopyNote(copy.SourceId, copy.FetchedAt, copy.Sha256))
            .ToListAsync(cancellationToken);
        return copies.ToLookup(copy => copy.SourceId);
    }

    /// <summary>The collections that hold an incident, and what each says of it.</summary>
    public static IEnumerable<CollectionItemOf> CollectionsOf(Reference reference, int number) =>
        from collection in reference.Collections
        from item in collection.Items
        where item.Kind == CollectionItemKind.Incident && item.Key == $"{number}"
        select new CollectionItemOf(collection, item);
}

/// <summary>One record's entry in one collection.</summary>
public sealed record CollectionItemOf(Collection Collection, CollectionItem Item);
