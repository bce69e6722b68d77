using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// Brings incidents up to date with a record that they refer to: how many independent sources there are and when an
/// incident was first reported follow from its sources, the kind of violence from the kinds of its actors. An
/// incident that changes gets its own revision. What editors judge, such as the credibility of a citation, stays.
/// </summary>
internal sealed class RecordDependents(SahelWatchDbContext db, RecordLog log)
{
    private const int AtOnce = 500;

    private static readonly string[] OfSources = ["publisher", "agency", "derived-from", "reading", "published-on"];

    /// <param name="before">The record's fields before it was saved.</param>
    public async Task UpdateAsync(
        IRecord record, IReadOnlyList<(string Field, string? Text)> before, CancellationToken cancellationToken)
    {
        var changed = IncidentFields.Differences(before, RecordFields.Of(record)).Select(change => change.Field);
        switch (record)
        {
            case Source source when changed.Intersect(OfSources).Any():
                var repeating = await RepeatingAsync(source, cancellationToken);
                await UpdateAsync(
                    db.Set<Citation>().Where(citation => EF.Parameter(repeating).Contains(citation.SourceId))
                        .Select(citation => citation.IncidentId),
                    Recount,
                    cancellationToken);
                break;
            case Actor actor when changed.Contains("kind"):
                await UpdateAsync(
                    db.Set<IncidentActor>().Where(party => party.ActorId == actor.Id)
                        .Select(party => party.IncidentId),
                    incident => incident.Violence = Derivation.ViolenceOf(incident),
                    cancellationToken);
                break;
        }
    }

    /// <summary>
    /// Changes all incidents of a kind, some at a time, and writes the revision of each that differs.
    /// </summary>
    /// <param name="which">Keys of the incidents.</param>
    /// <param name="change">What to do with each.</param>
    /// <param name="prepare">What to read before, each time anew: nothing that was read stays known.</param>
    public async Task UpdateAsync(
        IQueryable<int> which,
        Action<Incident> change,
        CancellationToken cancellationToken,
        Func<Task>? prepare = null)
    {
        var keys = await which.Distinct().OrderBy(key => key).ToListAsync(cancellationToken);
        foreach (var some in keys.Chunk(AtOnce))
        {
            db.ChangeTracker.Clear();
            await (prepare?.Invoke() ?? Task.CompletedTask);
            await UpdateAsync(some, change, cancellationToken);
        }
    }

    private async Task UpdateAsync(
        int[] keys, Action<Incident> change, CancellationToken cancellationToken)
    {
        var incidents = await db.Incidents.AsSplitQuery()
            .Include(incident => incident.Place).Include(incident => incident.Region)
            .Include(incident => incident.Actors).ThenInclude(party => party.Actor)
            .Include(incident => incident.Citations).ThenInclude(citation => citation.Source)
            .Include(incident => incident.ExternalIds)
            .Where(incident => EF.Parameter(keys).Contains(incident.Id)).ToListAsync(cancellationToken);
        await db.LoadChainsAsync(cancellationToken);
        var numbers = await db.Revisions
            .Where(revision => revision.IncidentId != null && EF.Parameter(keys).Contains(revision.IncidentId.Value))
            .GroupBy(revision => revision.IncidentId!.Value)
            .Select(group => new { group.Key, Last = group.Max(revision => revision.Number) })
            .ToDictionaryAsync(group => group.Key, group => group.Last, cancellationToken);
        var exact = await db.ExactPlaces.Include(place => place.Place)
            .Where(place => EF.Parameter(keys).Contains(place.IncidentId))
            .ToDictionaryAsync(place => place.IncidentId, cancellationToken);
        foreach (var incident in incidents)
        {
            var before = IncidentFields.Of(incident);
            change(incident);
            log.Add(incident, before, numbers.GetValueOrDefault(incident.Id), exact.GetValueOrDefault(incident.Id));
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Recount(Incident incident)
    {
        incident.IndependentSources = Derivation.IndependentSourcesOf(incident.Citations);
        incident.FirstReportedOn = Derivation.FirstReportedOn(incident);
    }

    /// <summary>Keys of a source and of all that repeat it, directly or by way of others.</summary>
    private async Task<List<int>> RepeatingAsync(Source source, CancellationToken cancellationToken)
    {
        var copies = (await db.Sources.Where(one => one.DerivedFromId != null)
            .Select(one => new { one.Id, From = one.DerivedFromId!.Value }).ToListAsync(cancellationToken))
            .ToLookup(one => one.From, one => one.Id);
        var found = new List<int> { source.Id };
        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(copies[found[next]].Except(found).ToList());
        }
        return found;
    }
}
