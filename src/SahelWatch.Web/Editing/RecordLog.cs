using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>Writes the revisions of one change: one person, one moment, one reason.</summary>
internal sealed class RecordLog(SahelWatchDbContext db, Person person, DateTime now, string reason)
{
    public DateTime Now => now;

    /// <summary>The revision of a record that has just been changed; none where no field differs.</summary>
    public async Task AddAsync(
        IRecord record,
        IReadOnlyList<(string Field, string? Text)>? before,
        CancellationToken cancellationToken,
        params IEnumerable<FieldChange> more)
    {
        var name = RecordName.Of(record);
        var last = await db.Revisions.Where(revision => revision.Record == name)
            .MaxAsync(revision => (int?)revision.Number, cancellationToken) ?? 0;
        db.Revisions.Add(new Revision
        {
            Record = name,
            Number = last + 1,
            Kind = before is null ? RevisionKind.Added : RevisionKind.Corrected,
            Author = person.Name,
            AuthorId = person.Id,
            At = now,
            Reason = reason,
            Changes = [.. IncidentFields.Differences(before, RecordFields.Of(record)), .. more],
        });
    }

    /// <summary>The revision of an incident that follows a changed record; none where no field differs.</summary>
    /// <param name="number">Of the incident's last revision.</param>
    public void Add(
        Incident incident, IReadOnlyList<(string Field, string? Text)> before, int number, ExactPlace? exact)
    {
        var changes = IncidentFields.Differences(before, IncidentFields.Of(incident));
        if (changes.Count == 0)
        {
            return;
        }
        incident.Version++;
        incident.ChangedAt = now;
        db.Revisions.Add(new Revision
        {
            IncidentId = incident.Id,
            Number = number + 1,
            Kind = RevisionKind.Corrected,
            Author = person.Name,
            AuthorId = person.Id,
            At = now,
            Reason = reason,
            Changes = changes,
            Form = EntryForms.Of(incident, exact),
        });
    }
}
