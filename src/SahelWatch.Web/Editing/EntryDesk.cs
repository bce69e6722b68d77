using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// All that can be done with entries, each step in one transaction and as <see cref="Workflow"/> allows. Needs a
/// context that tracks nothing yet.
/// </summary>
public sealed class EntryDesk(
    SahelWatchDbContext db,
    EntryBench bench,
    IncidentPress press,
    IncidentStore store,
    IOptions<AccessOptions> access,
    TimeProvider time)
{
    public const int ReasonLength = Incident.NoteLength;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The entry with its events, where the person may see it.</summary>
    public async Task<Entry?> FindAsync(Person person, int id, CancellationToken cancellationToken)
    {
        var entry = await db.Entries
            .Include(one => one.Incident!.MergedInto)
            .Include(one => one.Events.OrderBy(happening => happening.Number))
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        return entry is not null && EntryAccess.MaySee(person, entry) ? entry : null;
    }

    /// <summary>Whether the person may take the step with the entry as it is.</summary>
    public bool May(Person person, Entry entry, EntryStep step) => RuleOf(person, entry, step) is not null;

    /// <summary>Begins an entry of a new incident, or gives the one that the same form has begun.</summary>
    /// <param name="key">
    /// Random key of the form on the page, which can arrive twice; null where every call begins an entry.
    /// </param>
    public async Task<EntryResult> BeginAsync(
        Person person, EntryForm form, string? reason, Guid? key, CancellationToken cancellationToken)
    {
        if (!person.Is(Role.Editor))
        {
            return EntryResult.NotAllowed(null);
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (key is not null && await BegunAsync(person, key.Value, cancellationToken) is { } begun)
        {
            return IsKept(begun, form, reason) ? EntryResult.Done(begun) : EntryResult.Stale(begun);
        }
        var entry = NewEntry(person, form, reason, key);
        entry.Tell(person, EntryStep.Save, Now, form: form, changes: EntryFields.Differences(null, form));
        db.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return EntryResult.Done(entry);
    }

    /// <summary>Begins a correction of an incident, or gives the person's own one that is open.</summary>
    /// <param name="form">
    /// What to begin with, such as an earlier state; null for the incident as it is, or any open correction of it.
    /// </param>
    public async Task<EntryResult> CorrectAsync(
        Person person, int number, EntryForm? form, CancellationToken cancellationToken)
    {
        if (!person.Is(Role.Editor))
        {
            return EntryResult.NotAllowed(null);
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await press.FindAsync(number, cancellationToken) is not { Status: EditorialStatus.Published } incident)
        {
            return EntryResult.NotFound;
        }
        var open = await db.Entries
            .Where(one => one.IncidentId == incident.Id && one.AuthorId == person.Id
                && (one.Status == EditorialStatus.Draft || one.Status == EditorialStatus.InReview))
            .OrderBy(one => one.Id)
            .ToListAsync(cancellationToken);
        if (open.Find(one => form is null || IsKept(one, form, one.Reason)) is { } begun)
        {
            return EntryResult.Done(begun, number);
        }
        var exact = await press.ExactAsync(person, incident, cancellationToken);
        if (incident.IsPlaceWithheld && exact is null)
        {
            return EntryResult.NotAllowed(null);
        }
        var present = EntryForms.Of(incident, exact);
        var entry = NewEntry(person, form ?? present, null, null);
        (entry.IncidentId, entry.Base, entry.BaseVersion) = (incident.Id, present, incident.Version);
        entry.Tell(
            person, EntryStep.Save, Now, form: entry.Form, changes: EntryFields.Differences(present, entry.Form));
        db.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return EntryResult.Done(entry, number);
    }

    /// <summary>Keeps what is typed.</summary>
    /// <param name="version">The entry's version that the person began with.</param>
    /// <param name="isAutomatic">Whether the browser saves by itself: such saves make no event.</param>
    /// <param name="baseVersion">The incident's version that the form was merged with; null where it was not.</param>
    public async Task<EntryResult> SaveAsync(
        Person person,
        int id,
        int version,
        EntryForm form,
        string? reason,
        bool isAutomatic,
        int? baseVersion,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(person, id, cancellationToken) is not { } entry)
        {
            return EntryResult.NotFound;
        }
        if (entry.Version != version && !IsKept(entry, form, reason))
        {
            return EntryResult.Stale(entry);
        }
        if (!May(person, entry, EntryStep.Save))
        {
            return EntryResult.NotAllowed(entry);
        }
        if (entry.Incident is { } corrected && baseVersion is { } merged && merged != entry.BaseVersion)
        {
            var incident = await press.FindAsync(corrected.Number, cancellationToken);
            if (incident!.Version != merged)
            {
                return EntryResult.Outdated(entry);
            }
            var exact = await press.ExactAsync(person, incident, cancellationToken);
            (entry.Base, entry.BaseVersion) = (EntryForms.Of(incident, exact), merged);
        }
        entry.Keep(form, reason, bench.RegionOf(form), person, isAutomatic, Now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return EntryResult.Done(entry, entry.Incident?.Number);
    }

    /// <summary>Takes a step of the workflow other than <see cref="EntryStep.Save"/>.</summary>
    /// <param name="text">Reason of the step, or the comment.</param>
    /// <param name="mentions">Accounts that a comment mentions.</param>
    public async Task<EntryResult> StepAsync(
        Person person,
        int id,
        int version,
        EntryStep step,
        string? text,
        IReadOnlyList<int> mentions,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(person, id, cancellationToken) is not { } entry)
        {
            return EntryResult.NotFound;
        }
        if (entry.Version != version && step != EntryStep.Comment)
        {
            return EntryResult.Stale(entry);
        }
        if (RuleOf(person, entry, step) is not { } rule)
        {
            return EntryResult.NotAllowed(entry);
        }
        if (TextProblem(step, text) is { } problem)
        {
            return EntryResult.Invalid(entry, problem);
        }
        if (step is EntryStep.Submit or EntryStep.Publish
            && await RefusalAsync(person, entry, step, cancellationToken) is { } refusal)
        {
            return refusal;
        }
        var number = entry.Incident?.Number;
        if (step == EntryStep.Publish && DayDue(entry) is { } due)
        {
            (entry.DueAt, entry.ReviewerId) = (due, person.Id);
        }
        else
        {
            number = await MoveAsync(entry, rule, person, cancellationToken);
        }
        entry.Tell(person, step, Now, text, mentions: mentions);
        entry.Touch(Now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (entry.Status == EditorialStatus.Published)
        {
            await store.FollowAsync(db);
        }
        return EntryResult.Done(entry, number);
    }

    /// <summary>Whether an earlier save, whose answer may not have arrived yet, has kept the same already.</summary>
    private static bool IsKept(Entry entry, EntryForm form, string? reason) =>
        entry.Status == EditorialStatus.Draft && entry.Reason == reason
        && EntryFields.Differences(entry.Form, form).Count == 0;

    private WorkflowRule? RuleOf(Person person, Entry entry, EntryStep step) => Workflow.Find(
        entry.Status, step, person.Roles, entry.AuthorId == person.Id, access.Value.IsReviewByAuthorAllowed);

    private static Problem? TextProblem(EntryStep step, string? text) => text switch
    {
        null or "" when step is EntryStep.Return or EntryStep.Comment => new Problem("Text", null, "Required"),
        { Length: > Incident.SummaryLength } =>
            Problem.TooLong("Text", text, Incident.SummaryLength),
        _ => null,
    };

    /// <summary>Why an entry cannot be handed on as it is; null where it can.</summary>
    private async Task<EntryResult?> RefusalAsync(
        Person person, Entry entry, EntryStep step, CancellationToken cancellationToken)
    {
        if (entry.Incident is { Status: EditorialStatus.Published }
            && !await press.StandsAsync(entry, cancellationToken))
        {
            return EntryResult.Outdated(entry);
        }
        var problems = await bench.ProblemsAsync(
            entry, entry.Form, entry.Reason, step == EntryStep.Submit ? person : null, Now, cancellationToken);
        return problems.Count == 0 ? null : EntryResult.Invalid(entry, problems);
    }

    private DateTime? DayDue(Entry entry) =>
        PartialDate.TryParse(entry.Form.PublishOn, out var day) && day.First > DateOnly.FromDateTime(Now)
            ? day.First.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
            : null;

    private async Task<int?> MoveAsync(
        Entry entry, WorkflowRule rule, Person person, CancellationToken cancellationToken)
    {
        if (rule.To != EditorialStatus.InReview || rule.Step == EntryStep.Submit)
        {
            (entry.DueAt, entry.ReviewerId) = (null, null);
        }
        entry.Status = rule.To;
        if (rule.Step == EntryStep.Submit)
        {
            entry.SubmittedAt = Now;
        }
        if (rule.Step != EntryStep.Publish)
        {
            return entry.Incident?.Number;
        }
        entry.Incident = await press.PublishAsync(entry, person, Now, cancellationToken);
        return entry.Incident.Number;
    }

    private async Task<Entry?> BegunAsync(Person person, Guid key, CancellationToken cancellationToken)
    {
        var id = await db.Entries.Where(one => one.AuthorId == person.Id && one.FormKey == key)
            .Select(one => (int?)one.Id).SingleOrDefaultAsync(cancellationToken);
        return id is null ? null : await FindAsync(person, id.Value, cancellationToken);
    }

    private Entry NewEntry(Person person, EntryForm form, string? reason, Guid? key) => new()
    {
        AuthorId = person.Id,
        FormKey = key,
        Status = EditorialStatus.Draft,
        Form = form,
        Reason = reason,
        RegionCode = bench.RegionOf(form),
        CreatedAt = Now,
        ChangedAt = Now,
    };
}
