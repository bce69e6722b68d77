using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Importing;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// Brings entries to incidents: each change is a revision in the same transaction, which the caller opens, saves and
/// commits.
/// </summary>
public sealed class IncidentPress(SahelWatchDbContext db, EntryBench bench, EmbeddedSet embedded)
{
    /// <summary>An incident with all that its form shows; null where none has the number.</summary>
    public async Task<Incident?> FindAsync(int number, CancellationToken cancellationToken)
    {
        var found = await Whole().SingleOrDefaultAsync(incident => incident.Number == number, cancellationToken);
        await db.LoadChainsAsync(cancellationToken);
        return found;
    }

    /// <summary>The exact place of a sensitive incident, where the person may see it.</summary>
    public async Task<ExactPlace?> ExactAsync(
        Person person, Incident incident, CancellationToken cancellationToken)
    {
        var exact = incident.IsPlaceWithheld ? await ExactAsync(incident.Id, cancellationToken) : null;
        var region = EntryAccess.RegionOf(incident, exact, embedded.Boundaries);
        return exact is not null && EntryAccess.MaySeeExactPlace(person, region)
            ? exact
            : null;
    }

    /// <summary>Makes the entry's form the state of its incident, a new one where it has none yet.</summary>
    public async Task<Incident> PublishAsync(
        Entry entry, Person reviewer, DateTime now, CancellationToken cancellationToken)
    {
        var author = await db.Users.SingleAsync(account => account.Id == entry.AuthorId, cancellationToken);
        if (entry.IncidentId is null)
        {
            var number = (await db.Incidents.MaxAsync(one => (int?)one.Number, cancellationToken) ?? 0) + 1;
            var made = Read(await bench.ReadAsync(entry.Form, number, now, cancellationToken));
            made.Incident.IsChecked = author.Id != reviewer.Id;
            db.Add(made.Incident);
            Keep(made.Incident, null, made.Exact);
            Revise(made.Incident, RevisionKind.Added, null, null, made.Exact, author.Person, reviewer, now,
                entry.Reason ?? "");
            return made.Incident;
        }
        var incident = await Whole().SingleAsync(one => one.Id == entry.IncidentId, cancellationToken);
        var known = await ExactAsync(incident.Id, cancellationToken);
        var (before, formBefore) = (IncidentFields.Of(incident), EntryForms.Of(incident, known));
        var (state, exact) = Read(await bench.ReadAsync(entry.Form, incident.Number, now, cancellationToken));
        IncidentState.Apply(state, incident);
        incident.IsChecked |= author.Id != reviewer.Id;
        Keep(incident, known, exact);
        Revise(incident, RevisionKind.Corrected, before, formBefore, exact, author.Person, reviewer, now,
            entry.Reason ?? "");
        return incident;
    }

    /// <summary>Counts a change of an incident and tells of it.</summary>
    /// <param name="before">The fields before; null for a new incident.</param>
    /// <param name="formBefore">The form before, for a history that did not keep it; null for a new incident.</param>
    /// <param name="more">Changes that no field of the incident tells.</param>
    public void Revise(
        Incident incident,
        RevisionKind kind,
        IReadOnlyList<(string Field, string? Text)>? before,
        EntryForm? formBefore,
        ExactPlace? exact,
        Person author,
        Person? reviewer,
        DateTime now,
        string reason,
        params IReadOnlyList<FieldChange> more)
    {
        var last = incident.Revisions.MaxBy(revision => revision.Number);
        var changes = IncidentFields.Differences(before, IncidentFields.Of(incident));
        changes.AddRange(more);
        var form = EntryForms.Of(incident, exact);
        if (changes.Count == 0 && formBefore is not null && EntryFields.Differences(formBefore, form).Count > 0)
        {
            // Only the place that is withheld was changed: that it was may be told, what it was may not.
            changes.Add(new FieldChange { Field = "exact-place" });
        }
        incident.ChangedAt = now;
        if (before is not null)
        {
            incident.Version++;
        }
        incident.Revisions.Add(new Revision
        {
            Number = (last?.Number ?? 0) + 1,
            Kind = kind,
            Author = author.Name,
            AuthorId = author.Id,
            ReviewerId = reviewer?.Id,
            At = now,
            Reason = reason,
            Changes = changes,
            Form = form,
            FormBefore = last is { Form: null } ? formBefore : null,
        });
        ReviseNewRecords(author, now, incident.Number);
    }

    /// <summary>
    /// Places and sources that come with an incident begin their own history with it. Why the incident was entered is
    /// not repeated there: it may tell a place that is withheld later.
    /// </summary>
    private void ReviseNewRecords(Person author, DateTime now, int number)
    {
        foreach (var record in db.ChangeTracker.Entries<IRecord>()
            .Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList())
        {
            db.Revisions.Add(new Revision
            {
                Record = RecordName.Of(record),
                Number = 1,
                Kind = RevisionKind.Added,
                Author = author.Name,
                AuthorId = author.Id,
                At = now,
                Reason = string.Create(CultureInfo.InvariantCulture, $"#{number}"),
                Changes = IncidentFields.Differences(null, RecordFields.Of(record)),
            });
        }
    }

    private IQueryable<Incident> Whole() => db.Incidents
        .Include(incident => incident.Country)
        .Include(incident => incident.Place)
        .Include(incident => incident.Region)
        .Include(incident => incident.Actors).ThenInclude(party => party.Actor)
        .Include(incident => incident.Citations).ThenInclude(citation => citation.Source)
        .Include(incident => incident.ExternalIds)
        .Include(incident => incident.Revisions);

    /// <summary>The exact place of a sensitive incident, for keeping it.</summary>
    internal Task<ExactPlace?> ExactAsync(int incident, CancellationToken cancellationToken) => db.ExactPlaces
        .Include(exact => exact.Place!.Region)
        .SingleOrDefaultAsync(exact => exact.IncidentId == incident, cancellationToken);

    private static (Incident Incident, ExactPlace? Exact) Read(EntryReading reading) =>
        (reading.Incident ?? throw new InvalidOperationException("An entry with problems cannot be published."),
            reading.Exact);

    /// <summary>Keeps the exact place apart, or no longer.</summary>
    private void Keep(Incident incident, ExactPlace? known, ExactPlace? exact)
    {
        if (exact is null)
        {
            if (known is not null)
            {
                db.Remove(known);
            }
            return;
        }
        if (known is null)
        {
            exact.Incident = incident;
            db.Add(exact);
            return;
        }
        (known.Place, known.PlaceName) = (exact.Place, exact.PlaceName);
        (known.Latitude, known.Longitude) = (exact.Latitude, exact.Longitude);
        (known.GeoPrecision, known.CoordinateSource) = (exact.GeoPrecision, exact.CoordinateSource);
    }
}
