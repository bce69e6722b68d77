using SahelWatch.Data;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>Earlier states of incidents, to be restored. Needs a context that tracks nothing yet.</summary>
public sealed class EarlierState(SahelWatchDbContext db, EntryBench bench, EntryDesk desk, IncidentPress press)
{
    /// <summary>
    /// Begins a correction that gives an incident an earlier state again, to be reviewed as any other.
    /// </summary>
    /// <param name="revision">Number of the revision after which it was so.</param>
    public async Task<EntryResult> RestoreAsync(
        Person person, int number, int revision, CancellationToken cancellationToken)
    {
        if (!person.Is(Role.Editor))
        {
            return EntryResult.NotAllowed(null);
        }
        if (await press.FindAsync(number, cancellationToken) is not { } incident
            || incident.Revisions.Find(one => one.Number == revision) is not { } chosen)
        {
            return EntryResult.NotFound;
        }
        if (After(incident.Revisions, chosen) is not { } form)
        {
            return EntryResult.Invalid(null, new Problem("Revision", $"{revision}", "KeptState"));
        }
        if (form.PublicPrecision is not null && !EntryAccess.MaySeeExactPlace(person, bench.RegionOf(form)))
        {
            return EntryResult.NotAllowed(null);
        }
        var exact = await press.ExactAsync(person, incident, cancellationToken);
        if (EntryFields.Differences(EntryForms.Of(incident, exact), form).Count == 0)
        {
            return EntryResult.Invalid(null, new Problem("Revision", $"{revision}", "OtherState"));
        }
        db.ChangeTracker.Clear();
        return await desk.CorrectAsync(person, number, form, cancellationToken);
    }

    /// <summary>The state after a revision; null where only its changes were kept.</summary>
    public static EntryForm? After(IReadOnlyCollection<Revision> revisions, Revision chosen) =>
        chosen.Form
        ?? revisions.Where(one => one.Number > chosen.Number).MinBy(one => one.Number)?.FormBefore;
}
