using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// A piece of work on one incident: a new one, or a correction of a published one. It is the editor's own until it is
/// published; then its form becomes a revision of the incident, which alone the public sees.
/// </summary>
public sealed class Entry
{
    public int Id { get; init; }

    /// <summary>The incident it corrects, or became; null while a new one is not published.</summary>
    public int? IncidentId { get; set; }

    public Incident? Incident { get; set; }

    public required int AuthorId { get; init; }

    /// <summary>
    /// Random key of the page's form that began it, once among its author's; null where no such form did.
    /// </summary>
    public Guid? FormKey { get; init; }

    /// <summary>Draft, in review, published or discarded.</summary>
    public required EditorialStatus Status { get; set; }

    /// <summary>What the editor typed last, autosaved or saved.</summary>
    public required EntryForm Form { get; set; }

    /// <summary>The incident as it was when a correction began, to tell who changed what; null for a new one.</summary>
    public EntryForm? Base { get; set; }

    /// <summary>Version of the incident that <see cref="Base"/> shows; 0 for a new one.</summary>
    public int BaseVersion { get; set; }

    /// <summary>Why the incident is entered or corrected, for its history.</summary>
    public string? Reason { get; set; }

    /// <summary>Region that the form's place lies in, for the queue; null where it is unknown.</summary>
    public string? RegionCode { get; set; }

    /// <summary>Counts changes of any kind, from 1; guards against overwriting what another tab saved.</summary>
    public int Version { get; set; } = 1;

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ChangedAt { get; set; }

    /// <summary>UTC; null while it was never submitted.</summary>
    public DateTime? SubmittedAt { get; set; }

    /// <summary>UTC; when a reviewer agreed to publish it on a later day, null otherwise.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>Who agreed to <see cref="DueAt"/>.</summary>
    public int? ReviewerId { get; set; }

    public List<EntryEvent> Events { get; } = [];

    /// <summary>
    /// Keeps what a person typed. A save of theirs is told, with what it changed; one of the browser is not.
    /// </summary>
    /// <param name="at">UTC.</param>
    public void Keep(EntryForm form, string? reason, string? region, Person person, bool isAutomatic, DateTime at)
    {
        var changes = isAutomatic
            ? []
            : EntryFields.Differences(Events.FindLast(one => one.Form is not null)?.Form, form);
        if (changes.Count > 0)
        {
            Tell(person, EntryStep.Save, at, reason, form, changes);
        }
        (Form, Reason, RegionCode) = (form, reason, region);
        Touch(at);
    }

    /// <summary>Adds an event.</summary>
    /// <param name="at">UTC.</param>
    public void Tell(
        Person person,
        EntryStep step,
        DateTime at,
        string? text = null,
        EntryForm? form = null,
        List<FieldChange>? changes = null,
        IReadOnlyList<int>? mentions = null) => Events.Add(new EntryEvent
        {
            Number = Events.Select(one => one.Number).DefaultIfEmpty(0).Max() + 1,
            Step = step,
            PersonId = person.Id,
            At = at,
            Text = text,
            Mentions = [.. mentions ?? []],
            Changes = changes ?? [],
            Form = form,
        });

    /// <summary>Counts a change.</summary>
    /// <param name="at">UTC.</param>
    public void Touch(DateTime at)
    {
        Version++;
        ChangedAt = at;
    }
}
