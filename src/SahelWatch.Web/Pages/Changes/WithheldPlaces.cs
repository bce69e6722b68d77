using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Importing;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Changes;

/// <summary>
/// The incidents whose place is withheld, and what their histories must not tell, in memory. They are looked for once
/// among all incidents; after that only those that revisions name are read again, and all of them where a place of the
/// gazetteer was changed, as it may have another name.
/// </summary>
public sealed class WithheldPlaces(EmbeddedSet embedded) : IDisposable
{
    private const string Places = "place/%";

    private readonly SemaphoreSlim _writer = new(1);
    private volatile Known? _known;

    /// <summary>All of them as of the data's last revision, whoever may see them.</summary>
    public async Task<IReadOnlyCollection<WithheldHistory>> CurrentAsync(
        SahelWatchDbContext db, CancellationToken cancellationToken)
    {
        var version = await IndexLoader.VersionAsync(db, cancellationToken);
        if (_known is { } known && known.Version == version)
        {
            return known.ByIncident.Values;
        }
        await _writer.WaitAsync(cancellationToken);
        try
        {
            if (_known is not { } old || IndexChanges.SetOf(old.Version) != IndexChanges.SetOf(version))
            {
                _known = new Known(version, await LoadAsync(db, null, cancellationToken));
            }
            else if (IndexChanges.RevisionOf(old.Version) < IndexChanges.RevisionOf(version))
            {
                _known = await CatchUpAsync(db, old, version, cancellationToken);
            }
            return _known!.ByIncident.Values;
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose() => _writer.Dispose();

    private async Task<Known> CatchUpAsync(
        SahelWatchDbContext db, Known known, string version, CancellationToken cancellationToken)
    {
        var last = IndexChanges.RevisionOf(known.Version);
        var revised = await db.Revisions.Where(revision => revision.Id > last)
            .Select(revision => new
            {
                revision.IncidentId,
                IsRenamed = revision.Record != null && revision.Kind != RevisionKind.Added
                    && EF.Functions.Like(revision.Record, Places),
            })
            .Distinct().ToListAsync(cancellationToken);
        var again = revised.Select(one => one.IncidentId).OfType<int>().ToHashSet();
        if (revised.Exists(one => one.IsRenamed))
        {
            again.UnionWith(known.ByIncident.Keys);
        }
        var next = known.ByIncident.Where(pair => !again.Contains(pair.Key)).ToDictionary();
        foreach (var (incident, history) in await LoadAsync(db, again, cancellationToken))
        {
            next.Add(incident, history);
        }
        return new Known(version, next);
    }

    /// <param name="among">Keys of the incidents to look at; null for all.</param>
    private async Task<Dictionary<int, WithheldHistory>> LoadAsync(
        SahelWatchDbContext db, IReadOnlyCollection<int>? among, CancellationToken cancellationToken)
    {
        var incidents = await (among is null
                ? db.Incidents
                : db.Incidents.Where(incident => EF.Parameter(among).Contains(incident.Id)))
            .AsNoTracking()
            .Where(incident => incident.IsPlaceWithheld)
            .Include(incident => incident.Country)
            .Include(incident => incident.Region)
            .Include(incident => incident.Place)
            .Include(incident => incident.Revisions)
            .ToListAsync(cancellationToken);
        var keys = incidents.ConvertAll(incident => incident.Id);
        var exact = await db.ExactPlaces.AsNoTracking().Include(place => place.Place!.Region)
            .Where(place => EF.Parameter(keys).Contains(place.IncidentId))
            .ToDictionaryAsync(place => place.IncidentId, cancellationToken);
        return incidents.ToDictionary(
            incident => incident.Id,
            incident => WithheldHistory.Of(incident, exact.GetValueOrDefault(incident.Id), embedded.Boundaries));
    }

    private sealed record Known(string Version, Dictionary<int, WithheldHistory> ByIncident);
}
