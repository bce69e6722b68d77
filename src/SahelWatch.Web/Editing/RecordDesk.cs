using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// Saves records that incidents refer to: one record in one transaction, with a revision that tells who, when, why and
/// every field before and after. What follows from the record in incidents is brought up to date with it. When a save
/// has been answered, every view has it.
/// </summary>
public sealed class RecordDesk(
    SahelWatchDbContext db, IncidentStore store, Lookups lookups, EmbeddedSet embedded, TimeProvider time)
{
    /// <summary>A record and its history; null where there is none.</summary>
    public async Task<RecordState?> FindAsync(RecordKind kind, string slug, CancellationToken cancellationToken)
    {
        var record = await RecordRows.FindAsync(db, kind, slug, cancellationToken);
        return record is null ? null : await StateAsync(record, cancellationToken);
    }

    public async Task<RecordAnswer> SaveAsync(RecordEdit edit, Person person, CancellationToken cancellationToken)
    {
        try
        {
            return await TrySaveAsync(edit, person, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await TrySaveAsync(edit, person, cancellationToken);
        }
    }

    private async Task<RecordAnswer> TrySaveAsync(
        RecordEdit edit, Person person, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var tables = await lookups.CurrentAsync(db, cancellationToken);
        var record = edit.Slug is null
            ? null
            : await RecordRows.FindAsync(db, edit.Kind, edit.Slug, cancellationToken);
        if (edit.Slug is not null && record is null or Actor { MergedInto: not null })
        {
            return new RecordAnswer(RecordOutcome.Missing, edit.Slug);
        }
        var before = record is null ? null : RecordFields.Of(record);
        var present = record is null ? [] : RecordRows.TextsOf(record);
        var keys = new RecordKeys(tables, store.Current.Reference);
        var wanted = Wanted(edit, present, isNew: record is null, keys);
        if (record is not null && record.Version != edit.Version)
        {
            var state = await StateAsync(record, cancellationToken);
            return new RecordAnswer(RecordOutcome.Conflict, edit.Slug)
            {
                State = state,
                Conflict = RecordConflict.Of(Begun(state, edit.Version), wanted, present),
            };
        }
        var problems = Problems(edit, wanted, present, keys);
        if (problems.Count > 0)
        {
            return new RecordAnswer(RecordOutcome.Refused, edit.Slug)
            {
                Problems = problems,
                State = record is null ? null : await StateAsync(record, cancellationToken),
            };
        }
        return record is not null && wanted.All(field => field.Value == present[field.Key])
            ? new RecordAnswer(RecordOutcome.Unchanged, record.Slug)
            : await WriteAsync(edit, person, record, before, wanted, cancellationToken);
    }

    private async Task<RecordAnswer> WriteAsync(
        RecordEdit edit,
        Person person,
        IRecord? record,
        IReadOnlyList<(string Field, string? Text)>? before,
        Dictionary<string, string?> wanted,
        CancellationToken cancellationToken)
    {
        var writer = new RecordWriter(db, embedded);
        var wasCovered = record is not Place old || person.Covers(old.Region?.Code);
        var isNew = record is null;
        record ??= await writer.NewAsync(
            edit.Kind, await FreeSlugAsync(edit.Kind, wanted, cancellationToken), wanted, cancellationToken);
        await writer.WriteAsync(record, wanted, cancellationToken);
        if (record is Place place && !(wasCovered && person.Covers(place.Region?.Code)))
        {
            db.ChangeTracker.Clear();
            return new RecordAnswer(RecordOutcome.Forbidden, edit.Slug);
        }
        var now = time.GetUtcNow().UtcDateTime;
        var log = new RecordLog(db, person, now, edit.Reason!.Trim());
        if (!isNew)
        {
            record.Version++;
        }
        await log.AddAsync(record, before, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (before is not null)
        {
            await new RecordDependents(db, log).UpdateAsync(record, before, cancellationToken);
        }
        await db.Database.CurrentTransaction!.CommitAsync(cancellationToken);
        await store.CatchUpAsync(db, CancellationToken.None);
        return new RecordAnswer(RecordOutcome.Saved, record.Slug);
    }

    /// <summary>The texts that all fields are to have.</summary>
    private static Dictionary<string, string?> Wanted(
        RecordEdit edit, IReadOnlyDictionary<string, string?> present, bool isNew, RecordKeys keys)
    {
        var wanted = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var field in RecordSheet.Of(edit.Kind))
        {
            var now = present.GetValueOrDefault(field.Name);
            var isOpen = field.Writer == FieldWriter.Editor || (isNew && field.Writer == FieldWriter.EditorOnce);
            if (!isOpen || !edit.Texts.TryGetValue(field.Name, out var typed)
                || RecordSheet.Written(field, typed) == RecordSheet.Written(field, now))
            {
                wanted[field.Name] = now;
            }
            else
            {
                wanted[field.Name] = keys.Resolved(field, RecordSheet.Written(field, typed));
            }
        }
        if (edit.Kind == RecordKind.PoliticalEvent)
        {
            wanted["ends-on"] ??= wanted["starts-on"];
        }
        return wanted;
    }

    /// <summary>What is wrong; what stood there before is not asked for again.</summary>
    private static List<Problem> Problems(
        RecordEdit edit,
        Dictionary<string, string?> wanted,
        IReadOnlyDictionary<string, string?> present,
        RecordKeys keys)
    {
        var problems = RecordSheet.Problems(edit.Kind, wanted)
            .Concat(RecordSheet.Of(edit.Kind).SelectMany(field => keys.Problems(field, wanted[field.Name])))
            .Where(problem => edit.Slug is null
                || wanted[problem.Field] != present.GetValueOrDefault(problem.Field))
            .DistinctBy(problem => problem.Field).ToList();
        if (edit.Kind == RecordKind.Source && edit.Slug is not null && keys.Leads(wanted["derived-from"], edit.Slug))
        {
            problems.Add(new Problem("derived-from", wanted["derived-from"], "NotItself"));
        }
        if (edit.Kind == RecordKind.Source && wanted["url"] != present.GetValueOrDefault("url")
            && keys.SourceAt(wanted["url"]) is { } known && known != edit.Slug)
        {
            problems.Add(new Problem("url", wanted["url"], "NewAddress", known));
        }
        if (edit.Kind == RecordKind.Relation && edit.Slug is null && wanted["from"] is { } from && from == wanted["to"])
        {
            problems.Add(new Problem("to", from, "NotItself"));
        }
        var reason = edit.Reason?.Trim() ?? "";
        if (reason.Length == 0)
        {
            problems.Add(new Problem("reason", null, "Required"));
        }
        else if (reason.Length > RecordSheet.ReasonLength)
        {
            problems.Add(Problem.TooLong("reason", reason, RecordSheet.ReasonLength));
        }
        return problems;
    }

    private async Task<string> FreeSlugAsync(
        RecordKind kind, Dictionary<string, string?> texts, CancellationToken cancellationToken)
    {
        var slug = RecordSlug.Of(kind, texts);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var free = RecordSlug.Free(slug, Code.Of(kind), taken.Contains);
            if (!await RecordRows.ExistsAsync(db, kind, free, cancellationToken))
            {
                return free;
            }
            taken.Add(free);
        }
    }

    private async Task<RecordState> StateAsync(IRecord record, CancellationToken cancellationToken)
    {
        var kind = RecordName.KindOf(record);
        var name = RecordName.Of(kind, record.Slug);
        var revisions = await db.Revisions.AsNoTracking().Where(revision => revision.Record == name)
            .OrderByDescending(revision => revision.Number).ToListAsync(cancellationToken);
        return new RecordState(kind, record.Slug, record.Version, RecordRows.TextsOf(record), revisions);
    }

    /// <summary>The texts of a saved state; null where not every save since has its revision.</summary>
    private static Dictionary<string, string?>? Begun(RecordState state, int version)
    {
        var saves = state.Version - version;
        return saves > 0 && saves <= state.Revisions.Count
            ? RecordHistory.Before(state.Texts, state.Revisions.Take(saves))
            : null;
    }
}
