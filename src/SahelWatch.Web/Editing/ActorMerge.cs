using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// Merges an actor into another that it turned out to be, and takes that back. Everything that named the one names the
/// other: incidents, political events and relations, each with its own revision; the other gains the names and sources.
/// The merged actor stays, and leads there. All in one transaction.
/// </summary>
public sealed class ActorMerge(SahelWatchDbContext db, IncidentStore store, TimeProvider time)
{
    /// <summary>Field of the revision that takes a merge back: what was edited since and was left alone.</summary>
    public const string LeftField = "left-merged";

    private const string Into = "merged-into";

    /// <summary>
    /// Merges <paramref name="slug"/> into <paramref name="into"/>; both versions are those last seen.
    /// </summary>
    public async Task<RecordAnswer> MergeAsync(
        string slug, int version, string into, string? reason, Person person, CancellationToken cancellationToken)
    {
        if (Refused(reason, slug == into ? new Problem("into", into, "NotItself") : null) is { } refusal)
        {
            return refusal;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var gone = await FindAsync(slug, cancellationToken);
        var kept = await FindAsync(into, cancellationToken);
        if (gone is null)
        {
            return new RecordAnswer(RecordOutcome.Missing, slug);
        }
        if (kept is null or { MergedInto: not null })
        {
            return new RecordAnswer(RecordOutcome.Refused, slug)
            {
                Problems = [new Problem("into", into, "KnownActor")],
            };
        }
        if (gone.Version != version || gone.MergedInto is not null)
        {
            return new RecordAnswer(RecordOutcome.Conflict, slug);
        }
        var log = new RecordLog(db, person, time.GetUtcNow().UtcDateTime, reason!.Trim());
        var before = RecordFields.Of(gone);
        gone.MergedInto = kept;
        gone.Version++;
        await log.AddAsync(gone, before, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);

        before = RecordFields.Of(kept);
        Gain(kept, gone);
        kept.Version++;
        await log.AddAsync(kept, before, cancellationToken);
        await RepointEventsAsync(log, gone, kept, cancellationToken);
        await RepointRelationsAsync(log, gone, kept, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var (goneId, keptId) = (gone.Id, kept.Id);
        await new RecordDependents(db, log).UpdateAsync(
            db.Set<IncidentActor>().Where(party => party.ActorId == goneId).Select(party => party.IncidentId),
            incident => Repoint(incident, goneId, kept),
            cancellationToken,
            async () => kept = await db.Actors.SingleAsync(actor => actor.Id == keptId, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await store.FollowAsync(db);
        return new RecordAnswer(RecordOutcome.Saved, into);
    }

    /// <summary>
    /// Makes a merged actor one of its own again. Incidents, events and relations that were not edited since the merge
    /// name it again; the others are left alone, and the actor's history says which.
    /// </summary>
    public async Task<RecordAnswer> UnmergeAsync(
        string slug, int version, string? reason, Person person, CancellationToken cancellationToken)
    {
        if (Refused(reason, null) is { } refusal)
        {
            return refusal;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var gone = await FindAsync(slug, cancellationToken);
        if (gone is null)
        {
            return new RecordAnswer(RecordOutcome.Missing, slug);
        }
        if (gone.MergedInto is null || gone.Version != version)
        {
            return new RecordAnswer(RecordOutcome.Conflict, slug);
        }
        var name = RecordName.Of(gone);
        var merge = await db.Revisions.AsNoTracking().Where(revision => revision.Record == name)
            .OrderByDescending(revision => revision.Number).FirstAsync(cancellationToken);
        var log = new RecordLog(db, person, time.GetUtcNow().UtcDateTime, reason!.Trim());
        var undo = new MergeUndo(db, log, merge, gone);
        await undo.RecordsAsync(cancellationToken);
        await undo.IncidentsAsync(cancellationToken);

        db.ChangeTracker.Clear();
        gone = (await FindAsync(slug, cancellationToken))!;
        var before = RecordFields.Of(gone);
        gone.MergedInto = null;
        gone.Version++;
        await log.AddAsync(gone, before, cancellationToken, undo.Left);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await store.FollowAsync(db);
        return new RecordAnswer(RecordOutcome.Saved, slug);
    }

    private static RecordAnswer? Refused(string? reason, Problem? problem)
    {
        List<Problem> problems = problem is null ? [] : [problem];
        if (string.IsNullOrWhiteSpace(reason))
        {
            problems.Add(new Problem("reason", null, "Required"));
        }
        else if (reason.Trim().Length > RecordSheet.ReasonLength)
        {
            problems.Add(Problem.TooLong("reason", reason, RecordSheet.ReasonLength));
        }
        return problems.Count == 0 ? null : new RecordAnswer(RecordOutcome.Refused) { Problems = problems };
    }

    private async Task<Actor?> FindAsync(string slug, CancellationToken cancellationToken) =>
        (Actor?)await RecordRows.FindAsync(db, RecordKind.Actor, slug, cancellationToken);

    private static void Gain(Actor kept, Actor gone)
    {
        string?[] known = [kept.Name, kept.NameFr, kept.Acronym, .. kept.Aliases.Select(alias => alias.Name)];
        var own = new[] { gone.Name, gone.NameFr, gone.Acronym }.OfType<string>()
            .Select(name => new ActorAlias { Name = name });
        kept.Aliases.AddRange(gone.Aliases.Select(alias => new ActorAlias { Name = alias.Name, UsedBy = alias.UsedBy })
            .Concat(own).DistinctBy(alias => alias.Name).Where(alias => !known.Contains(alias.Name)).ToList());
        kept.Sources.AddRange(gone.Sources.Except(kept.Sources).ToList());
    }

    /// <summary>An entry of the same role that is there already stands for both, with the firmer ground.</summary>
    private static void Repoint(Incident incident, int gone, Actor kept)
    {
        foreach (var party in incident.Actors.Where(party => party.ActorId == gone).ToList())
        {
            incident.Actors.Remove(party);
            if (incident.Actors.Find(one => one.ActorId == kept.Id && one.Role == party.Role) is { } same)
            {
                same.Attribution = (Attribution)Math.Min((int)same.Attribution, (int)party.Attribution);
            }
            else
            {
                incident.Actors.Add(new IncidentActor
                {
                    Actor = kept, ActorId = kept.Id, Role = party.Role, Attribution = party.Attribution,
                });
            }
        }
        incident.Violence = Derivation.ViolenceOf(incident);
    }

    private async Task RepointEventsAsync(RecordLog log, Actor gone, Actor kept, CancellationToken cancellationToken)
    {
        var events = await db.PoliticalEvents.AsSplitQuery()
            .Include(one => one.Actors).Include(one => one.Sources).Include(one => one.Place)
            .Where(one => one.Actors.Any(actor => actor.Id == gone.Id)).ToListAsync(cancellationToken);
        foreach (var one in events)
        {
            var before = RecordFields.Of(one);
            one.Actors.Remove(gone);
            if (!one.Actors.Contains(kept))
            {
                one.Actors.Add(kept);
            }
            one.Version++;
            await log.AddAsync(one, before, cancellationToken);
        }
    }

    /// <summary>A relation between the two is left as it is: it is not shown while they are one.</summary>
    private async Task RepointRelationsAsync(
        RecordLog log, Actor gone, Actor kept, CancellationToken cancellationToken)
    {
        var relations = await db.ActorRelations
            .Include(one => one.From).Include(one => one.To).Include(one => one.Sources)
            .Where(one => (one.FromId == gone.Id && one.ToId != kept.Id)
                || (one.ToId == gone.Id && one.FromId != kept.Id))
            .ToListAsync(cancellationToken);
        foreach (var relation in relations)
        {
            var before = RecordFields.Of(relation);
            relation.From = relation.From == gone ? kept : relation.From;
            relation.To = relation.To == gone ? kept : relation.To;
            relation.Version++;
            await log.AddAsync(relation, before, cancellationToken);
        }
    }
}
