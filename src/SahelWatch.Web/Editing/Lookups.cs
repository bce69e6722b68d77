using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Querying;

namespace SahelWatch.Editing;

/// <summary>
/// The gazetteer and the sources in memory, to be found by what people type. The tables are made once and then take
/// over what revisions say has changed.
/// </summary>
public sealed class Lookups : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1);
    private volatile LookupTables? _current;

    /// <summary>The tables as of the data's last revision.</summary>
    public async Task<LookupTables> CurrentAsync(SahelWatchDbContext db, CancellationToken cancellationToken)
    {
        var version = await IndexLoader.VersionAsync(db, cancellationToken);
        if (_current is { } known && known.Version == version)
        {
            return known;
        }
        await _writer.WaitAsync(cancellationToken);
        try
        {
            if (_current is not { } current || IndexChanges.SetOf(current.Version) != IndexChanges.SetOf(version))
            {
                _current = await LoadAsync(db, version, cancellationToken);
            }
            else if (IndexChanges.RevisionOf(current.Version) < IndexChanges.RevisionOf(version))
            {
                _current = await CatchUpAsync(db, current, version, cancellationToken);
            }
            return _current!;
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose() => _writer.Dispose();

    private static async Task<LookupTables> LoadAsync(
        SahelWatchDbContext db, string version, CancellationToken cancellationToken)
    {
        var places = await db.Incidents.GroupBy(incident => incident.PlaceId)
            .Select(group => new { group.Key, Uses = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Uses, cancellationToken);
        var sources = await db.Set<Incidents.Citation>().GroupBy(citation => citation.SourceId)
            .Select(group => new { group.Key, Uses = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Uses, cancellationToken);
        var allPlaces = await db.Places.AsNoTrackingWithIdentityResolution().Include(place => place.Region)
            .ToListAsync(cancellationToken);
        var allSources = await db.Sources.AsNoTrackingWithIdentityResolution().Include(source => source.DerivedFrom)
            .ToListAsync(cancellationToken);
        return new LookupTables(
            version,
            NameTable.Of(allPlaces.Select(place => PlaceNote.Of(place, places.GetValueOrDefault(place.Id)))),
            SourceTable.Of(allSources.Select(source => SourceNote.Of(source, sources.GetValueOrDefault(source.Id)))));
    }

    private static async Task<LookupTables> CatchUpAsync(
        SahelWatchDbContext db, LookupTables tables, string version, CancellationToken cancellationToken)
    {
        var known = IndexChanges.RevisionOf(tables.Version);
        var names = await db.Revisions.Where(revision => revision.Id > known && revision.Record != null)
            .Select(revision => revision.Record!).Distinct().ToListAsync(cancellationToken);
        var slugs = names.Select(name => RecordName.Read(name)).OfType<(RecordKind Kind, string Slug)>()
            .ToLookup(name => name.Kind, name => name.Slug);
        var changedPlaces = slugs[RecordKind.Place].ToList();
        var changedSources = slugs[RecordKind.Source].ToList();
        var places = changedPlaces.Count == 0 ? [] : await db.Places.AsNoTrackingWithIdentityResolution()
            .Include(place => place.Region).Where(place => EF.Parameter(changedPlaces).Contains(place.Slug))
            .ToListAsync(cancellationToken);
        var sources = changedSources.Count == 0 ? [] : await db.Sources.AsNoTrackingWithIdentityResolution()
            .Include(source => source.DerivedFrom).Where(source => EF.Parameter(changedSources).Contains(source.Slug))
            .ToListAsync(cancellationToken);
        return new LookupTables(
            version,
            places.Count == 0 ? tables.Places : tables.Places.With(places.ConvertAll(one => PlaceNote.Of(one, 0))),
            sources.Count == 0
                ? tables.Sources
                : tables.Sources.With(sources.ConvertAll(one => SourceNote.Of(one, 0))));
    }
}

/// <summary>Gazetteer and sources as of one version of the data.</summary>
public sealed record LookupTables(string Version, NameTable<PlaceNote> Places, SourceTable Sources);
