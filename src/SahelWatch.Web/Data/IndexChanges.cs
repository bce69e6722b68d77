using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Editing;
using SahelWatch.Incidents;

namespace SahelWatch.Data;

/// <summary>
/// What the revisions between two versions changed of the index: the keys of incidents to be read again, and whether
/// reference records changed. An incident is read again too where the index keeps of it what a record says: the names
/// of its place, the reliability of its sources.
/// </summary>
internal sealed record IndexChanges(IReadOnlyCollection<int> Incidents, bool OfRecords)
{
    /// <summary>Up to so many incidents are taken over one by one; a new build is quicker for more.</summary>
    private const int Most = 2_000;

    private static readonly string[] PlaceNames = ["name", "spellings"];

    /// <summary>Null where so much changed, or the embedded set, that the index is built anew.</summary>
    public static async Task<IndexChanges?> SinceAsync(
        SahelWatchDbContext db, string from, string to, CancellationToken cancellationToken)
    {
        var (known, set) = Parts(from);
        if (set != Parts(to).Set)
        {
            return null;
        }
        var revised = await db.Revisions.Where(revision => revision.Id > known).OrderBy(revision => revision.Id)
            .Select(revision => new { revision.IncidentId, revision.Record, revision.Kind }).Take(Most + 1)
            .ToListAsync(cancellationToken);
        if (revised.Count > Most)
        {
            return null;
        }
        var incidents = revised.Select(one => one.IncidentId).OfType<int>().ToHashSet();
        var isOfRecords = revised.Exists(one => one.Record is not null && !IsAside(one.Record, one.Kind));
        if (isOfRecords)
        {
            incidents.UnionWith(await DependentsAsync(db, known, cancellationToken));
        }
        return incidents.Count > Most ? null : new IndexChanges(incidents, isOfRecords);
    }

    /// <summary>
    /// A new place or source is known to no incident but those revised with it, and to no other record: it comes with
    /// almost every incident, and need not be looked up for all.
    /// </summary>
    private static bool IsAside(string record, RevisionKind kind) => kind == RevisionKind.Added
        && RecordName.Read(record) is { Kind: RecordKind.Place or RecordKind.Source };

    /// <summary>The number of the last revision that a version names.</summary>
    public static int RevisionOf(string version) => Parts(version).Revision;

    /// <summary>The embedded set that a version names.</summary>
    public static string SetOf(string version) => Parts(version).Set;

    /// <summary>Incidents of which the index keeps what changed in a record, one more than it takes at most.</summary>
    private static async Task<List<int>> DependentsAsync(
        SahelWatchDbContext db, int known, CancellationToken cancellationToken)
    {
        var revisions = await db.Revisions.AsNoTracking()
            .Where(revision => revision.Id > known && revision.Record != null)
            .ToListAsync(cancellationToken);
        var changed = revisions
            .SelectMany(revision => revision.Changes.Select(change =>
                (Name: RecordName.Read(revision.Record), change.Field)))
            .ToList();
        var places = changed
            .Where(one => one.Name?.Kind == RecordKind.Place && PlaceNames.Contains(one.Field))
            .Select(one => one.Name!.Value.Slug).Distinct().ToList();
        var sources = changed
            .Where(one => one.Name?.Kind == RecordKind.Source && one.Field == "reliability")
            .Select(one => one.Name!.Value.Slug).Distinct().ToList();
        var found = new List<int>();
        if (places.Count > 0)
        {
            var keys = await db.Places.Where(place => EF.Parameter(places).Contains(place.Slug))
                .Select(place => place.Id).ToListAsync(cancellationToken);
            found.AddRange(await db.Incidents
                .Where(incident => EF.Parameter(keys).Contains(incident.PlaceId))
                .Select(incident => incident.Id).Take(Most + 1).ToListAsync(cancellationToken));
        }
        if (sources.Count > 0)
        {
            var keys = await db.Sources.Where(source => EF.Parameter(sources).Contains(source.Slug))
                .Select(source => source.Id).ToListAsync(cancellationToken);
            found.AddRange(await db.Set<Citation>()
                .Where(citation => EF.Parameter(keys).Contains(citation.SourceId))
                .Select(citation => citation.IncidentId).Take(Most + 1).ToListAsync(cancellationToken));
        }
        return found;
    }

    private static (int Revision, string Set) Parts(string version)
    {
        var parts = version.Split('-', 2);
        return parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var revision)
            ? (revision, parts[1])
            : (0, "");
    }
}
