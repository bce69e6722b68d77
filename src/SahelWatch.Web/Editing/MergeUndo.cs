using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>Gives back to a merged actor what the merge took, where nobody has edited it since.</summary>
/// <param name="merge">The revision of the merged actor; those of all else have its moment and come after it.</param>
internal sealed class MergeUndo(SahelWatchDbContext db, RecordLog log, Revision merge, Actor gone)
{
    private readonly List<string> _left = [];

    /// <summary>What was left alone, as a line of the actor's history.</summary>
    public IEnumerable<FieldChange> Left => _left.Count == 0
        ? []
        : [new FieldChange { Field = ActorMerge.LeftField, After = string.Join('\n', _left) }];

    /// <summary>The other actor's names and sources, political events, relations.</summary>
    public async Task RecordsAsync(CancellationToken cancellationToken)
    {
        var revisions = await db.Revisions.AsNoTracking()
            .Where(revision => revision.Id > merge.Id && revision.At == merge.At && revision.Record != null)
            .ToListAsync(cancellationToken);
        foreach (var revision in revisions)
        {
            var (kind, slug) = RecordName.Read(revision.Record)!.Value;
            var record = (await RecordRows.FindAsync(db, kind, slug, cancellationToken))!;
            if (await db.Revisions.AnyAsync(
                one => one.Record == revision.Record && one.Number > revision.Number, cancellationToken))
            {
                _left.Add(revision.Record!);
                continue;
            }
            var before = RecordFields.Of(record);
            var texts = RecordHistory.Before(RecordRows.TextsOf(record), [revision]);
            await RestoreAsync(record, texts, cancellationToken);
            record.Version++;
            await log.AddAsync(record, before, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task IncidentsAsync(CancellationToken cancellationToken)
    {
        var revisions = await db.Revisions.AsNoTracking()
            .Where(revision => revision.Id > merge.Id && revision.At == merge.At && revision.IncidentId != null)
            .Select(revision => new
            {
                revision.IncidentId,
                revision.Changes,
                IsLast = !db.Revisions.Any(one =>
                    one.IncidentId == revision.IncidentId && one.Number > revision.Number),
            })
            .ToListAsync(cancellationToken);
        var parties = revisions.Where(revision => revision.IsLast).ToDictionary(
            revision => revision.IncidentId!.Value,
            revision => revision.Changes.Find(change => change.Field == "actors")?.Before);
        var keys = parties.Keys.ToList();
        var (goneId, actor) = (gone.Id, gone);
        await new RecordDependents(db, log).UpdateAsync(
            db.Incidents.Where(incident => EF.Parameter(keys).Contains(incident.Id)).Select(incident => incident.Id),
            incident => Restore(incident, parties[incident.Id], actor),
            cancellationToken,
            async () => actor = await db.Actors.SingleAsync(one => one.Id == goneId, cancellationToken));
        var edited = revisions.Where(revision => !revision.IsLast).Select(revision => revision.IncidentId).ToList();
        _left.AddRange((await db.Incidents.Where(incident => EF.Parameter(edited).Contains(incident.Id))
            .OrderBy(incident => incident.Number).Select(incident => incident.Number).ToListAsync(cancellationToken))
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"incident/{number}")));
    }

    private async Task RestoreAsync(
        IRecord record, Dictionary<string, string?> texts, CancellationToken cancellationToken)
    {
        switch (record)
        {
            case Actor kept:
                var names = RecordSheet.Aliases(texts["aliases"]).Select(alias => alias.Name).ToHashSet();
                kept.Aliases.RemoveAll(alias => !names.Contains(alias.Name));
                kept.Sources.RemoveAll(source => !RecordSheet.Split(texts["sources"]).Contains(source.Slug));
                break;
            case PoliticalEvent happening:
                var slugs = RecordSheet.Split(texts["actors"]);
                happening.Actors.RemoveAll(actor => !slugs.Contains(actor.Slug));
                happening.Actors.AddRange(await db.Actors
                    .Where(actor => EF.Parameter(slugs).Contains(actor.Slug))
                    .Where(actor => !EF.Parameter(happening.Actors.Select(one => one.Id).ToList()).Contains(actor.Id))
                    .ToListAsync(cancellationToken));
                break;
            case ActorRelation relation:
                relation.From = await db.Actors.SingleAsync(one => one.Slug == texts["from"], cancellationToken);
                relation.To = await db.Actors.SingleAsync(one => one.Slug == texts["to"], cancellationToken);
                break;
        }
    }

    /// <summary>The parties as they were, by the lines of <see cref="IncidentFields"/>.</summary>
    private static void Restore(Incident incident, string? before, Actor actor)
    {
        foreach (var line in RecordSheet.Split(before))
        {
            var parts = line.Split(' ', 3);
            if (!Code.TryParse<ActorRole>(parts[0], out var role)
                || !Code.TryParse<Attribution>(parts[2].Trim('(', ')'), out var attribution))
            {
                throw new InvalidOperationException($"'{line}' is no entry of an incident.");
            }
            if (parts[1] == actor.Slug)
            {
                incident.Actors.Add(new IncidentActor
                {
                    Actor = actor, ActorId = actor.Id, Role = role, Attribution = attribution,
                });
            }
            else if (incident.Actors.Find(one => one.Actor.Slug == parts[1] && one.Role == role) is { } party)
            {
                party.Attribution = attribution;
            }
        }
        var lines = RecordSheet.Split(before).ToHashSet();
        incident.Actors.RemoveAll(party =>
            !lines.Contains($"{Code.Of(party.Role)} {party.Actor.Slug} ({Code.Of(party.Attribution)})"));
        incident.Violence = Derivation.ViolenceOf(incident);
    }
}
