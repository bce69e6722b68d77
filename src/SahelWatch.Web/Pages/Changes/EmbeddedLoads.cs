using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Importing;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Changes;

/// <summary>
/// The loads of the embedded set, each told as one change however many incidents it brought. They are looked up once
/// for each set: nothing else makes such revisions.
/// </summary>
public sealed class EmbeddedLoads
{
    private volatile Known _known = new("", []);

    /// <param name="version">Version of the index, which names the set.</param>
    public async Task<IReadOnlyList<EmbeddedLoad>> FindAsync(
        SahelWatchDbContext db, string version, CancellationToken cancellationToken)
    {
        var set = version[(version.IndexOf('-', StringComparison.Ordinal) + 1)..];
        var known = _known;
        if (known.Set != set)
        {
            known = new Known(set, await LoadAsync(db, cancellationToken));
            _known = known;
        }
        return known.Loads;
    }

    private static async Task<List<EmbeddedLoad>> LoadAsync(
        SahelWatchDbContext db, CancellationToken cancellationToken) =>
        (await db.Revisions.AsNoTracking()
            .Where(revision => revision.Author == SeedLoader.Author && revision.AuthorId == null)
            .GroupBy(revision => new { revision.At, revision.Kind, revision.Reason })
            .Select(load => new
            {
                load.Key.At,
                load.Key.Kind,
                load.Key.Reason,
                First = load.Min(revision => revision.Id),
                Last = load.Max(revision => revision.Id),
                Count = load.Count(),
            })
            .ToListAsync(cancellationToken))
        .ConvertAll(load => new EmbeddedLoad(load.First, load.Last, load.Count, load.Kind, load.At, load.Reason));

    private sealed record Known(string Set, IReadOnlyList<EmbeddedLoad> Loads);
}

/// <summary>Revisions that one load of the embedded set made.</summary>
/// <param name="First">Key of the first.</param>
/// <param name="Last">Key of the last.</param>
public sealed record EmbeddedLoad(int First, int Last, int Count, RevisionKind Kind, DateTime At, string Reason);
