using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// What becomes of incidents once they are published: each change in one transaction, as <see cref="Workflow"/> allows,
/// and a revision of every incident touched. Needs a context that tracks nothing yet.
/// </summary>
public sealed class IncidentDesk(
    SahelWatchDbContext db,
    IncidentPress press,
    IncidentStore store,
    IOptions<AccessOptions> access,
    TimeProvider time)
{
    /// <summary>Field of a revision that names the incident this one is a duplicate of.</summary>
    public const string MergedInto = "merged-into";

    /// <summary>Field of a revision that names the duplicates of this incident, a number a line.</summary>
    public const string MergedFrom = "merged-from";

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Whether the person may take the step with the incident as it is.</summary>
    public bool May(Person person, Incident incident, EntryStep step) => Workflow.Find(
        incident.Status, step, person.Roles, isOwn: false, access.Value.IsReviewByAuthorAllowed) is not null;

    /// <summary>Takes an incident out of every view; its page says why.</summary>
    /// <param name="version">The incident's version that the person saw.</param>
    public Task<IncidentResult> WithdrawAsync(
        Person person, int number, int version, string? reason, CancellationToken cancellationToken) =>
        MoveAsync(person, number, version, EntryStep.Withdraw, reason, cancellationToken);

    /// <summary>Publishes a withdrawn incident again.</summary>
    public Task<IncidentResult> ReinstateAsync(
        Person person, int number, int version, string? reason, CancellationToken cancellationToken) =>
        MoveAsync(person, number, version, EntryStep.Reinstate, reason, cancellationToken);

    /// <summary>
    /// Withdraws an incident as a duplicate of another, which gains the citations that it lacks. The range of deaths
    /// then spans theirs too, as that of any incident does.
    /// </summary>
    /// <param name="isConfirmed">Whether the person knows that a place which is withheld may be told by it.</param>
    public async Task<IncidentResult> MergeAsync(
        Person person,
        int number,
        int version,
        int into,
        int intoVersion,
        string? reason,
        bool isConfirmed,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var duplicate = await press.FindAsync(number, cancellationToken);
        if (duplicate is null)
        {
            return IncidentResult.NotFound;
        }
        if (!May(person, duplicate, EntryStep.Withdraw))
        {
            return IncidentResult.NotAllowed;
        }
        if (ReasonProblem(reason) is { } problem)
        {
            return IncidentResult.Invalid(problem);
        }
        var other = into == number ? null : await press.FindAsync(into, cancellationToken);
        if (other is not { Status: EditorialStatus.Published })
        {
            return IncidentResult.Invalid(new Problem("Into", Text(into), "OtherPublished"));
        }
        if (duplicate.Version != version || other.Version != intoVersion)
        {
            return IncidentResult.Stale;
        }
        var (before, otherBefore) = (await StateOfAsync(duplicate), await StateOfAsync(other));
        var merged = await DuplicatesAsync(other, cancellationToken);
        if (otherBefore.Exact is { } exact && duplicate.Citations.Exists(one => WithheldWords.Tell(one, exact)))
        {
            return IncidentResult.Invalid(new Problem("Into", Text(into), "WithoutPlace", exact.PlaceName));
        }
        if (!isConfirmed && PlaceLeak.Of(duplicate, other, before.Exact, otherBefore.Exact).Count > 0)
        {
            return IncidentResult.Invalid(new Problem("Confirmed", Text(into), "ConfirmedPlace"));
        }
        TakeCitations(duplicate, other);
        (duplicate.Status, duplicate.MergedInto) = (EditorialStatus.Withdrawn, other);
        Revise(duplicate, RevisionKind.Withdrawn, before, person, reason!, Change(MergedInto, null, Text(into)));
        Revise(other, RevisionKind.Corrected, otherBefore, person, reason!,
            Change(MergedFrom, Lines(merged), Lines([.. merged, number])));
        return await CommitAsync(transaction, IncidentResult.Done, cancellationToken);
    }

    /// <summary>
    /// Publishes a duplicate again. What merging it gave the other is taken away, unless that was edited since.
    /// </summary>
    public async Task<IncidentResult> UnmergeAsync(
        Person person, int number, int version, string? reason, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var duplicate = await press.FindAsync(number, cancellationToken);
        if (duplicate?.MergedIntoId is not { } key)
        {
            return IncidentResult.NotFound;
        }
        if (!May(person, duplicate, EntryStep.Reinstate))
        {
            return IncidentResult.NotAllowed;
        }
        if (ReasonProblem(reason) is { } problem)
        {
            return IncidentResult.Invalid(problem);
        }
        if (duplicate.Version != version)
        {
            return IncidentResult.Stale;
        }
        var otherNumber = await db.Incidents.Where(one => one.Id == key)
            .Select(one => one.Number).SingleAsync(cancellationToken);
        var other = (await press.FindAsync(otherNumber, cancellationToken))!;
        var (before, otherBefore) = (await StateOfAsync(duplicate), await StateOfAsync(other));
        var merged = await DuplicatesAsync(other, cancellationToken);
        var kept = MergeUndoing.TakeBack(other, number);
        (duplicate.Status, duplicate.MergedInto, duplicate.MergedIntoId) = (EditorialStatus.Published, null, null);
        Revise(duplicate, RevisionKind.Reinstated, before, person, reason!,
            Change(MergedInto, Text(otherNumber), null));
        Revise(other, RevisionKind.Corrected, otherBefore, person, reason!,
            Change(MergedFrom, Lines(merged), Lines([.. merged.Where(one => one != number)])));
        return await CommitAsync(transaction, IncidentResult.Done with { Kept = kept }, cancellationToken);
    }

    private async Task<IncidentResult> MoveAsync(
        Person person, int number, int version, EntryStep step, string? reason, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await press.FindAsync(number, cancellationToken) is not { } incident)
        {
            return IncidentResult.NotFound;
        }
        if (!May(person, incident, step))
        {
            return IncidentResult.NotAllowed;
        }
        if (ReasonProblem(reason) is { } problem)
        {
            return IncidentResult.Invalid(problem);
        }
        if (incident.Version != version)
        {
            return IncidentResult.Stale;
        }
        if (incident.MergedIntoId is not null)
        {
            return IncidentResult.Invalid(new Problem("Reason", Text(number), "NotMerged"));
        }
        var before = await StateOfAsync(incident);
        incident.Status = step == EntryStep.Withdraw ? EditorialStatus.Withdrawn : EditorialStatus.Published;
        Revise(
            incident,
            step == EntryStep.Withdraw ? RevisionKind.Withdrawn : RevisionKind.Reinstated,
            before,
            person,
            reason!);
        return await CommitAsync(transaction, IncidentResult.Done, cancellationToken);
    }

    private async Task<IncidentResult> CommitAsync(
        Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction,
        IncidentResult result,
        CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await store.FollowAsync(db);
        return result;
    }

    /// <summary>Adds what the other lacks; a toll that a source gives widens the range.</summary>
    private static void TakeCitations(Incident duplicate, Incident other)
    {
        foreach (var citation in duplicate.Citations
            .Where(citation => !other.Citations.Exists(one => one.Source == citation.Source)))
        {
            other.Citations.Add(new Citation
            {
                Source = citation.Source,
                Credibility = citation.Credibility,
                Supports = [.. citation.Supports],
                DeathsLow = citation.DeathsLow,
                DeathsBest = citation.DeathsBest,
                DeathsHigh = citation.DeathsHigh,
                Note = citation.Note,
            });
        }
        var span = Toll.Span(other.Deaths, other.Citations.Select(citation => citation.Deaths));
        if (span.IsOrdered)
        {
            (other.DeathsLow, other.DeathsBest, other.DeathsHigh) = (span.Low, span.Best, span.High);
        }
        Derivation.ApplySourcesAndSides(other);
    }

    private async Task<State> StateOfAsync(Incident incident)
    {
        var exact = await press.ExactAsync(incident.Id, CancellationToken.None);
        return new State(IncidentFields.Of(incident), EntryForms.Of(incident, exact), exact);
    }

    private void Revise(
        Incident incident, RevisionKind kind, State before, Person person, string reason, params FieldChange[] more) =>
        press.Revise(
            incident, kind, before.Fields, before.Form, before.Exact, person, null, Now, reason.Trim(), more);

    private Task<List<int>> DuplicatesAsync(Incident incident, CancellationToken cancellationToken) => db.Incidents
        .Where(one => one.MergedIntoId == incident.Id)
        .OrderBy(one => one.Number)
        .Select(one => one.Number)
        .ToListAsync(cancellationToken);

    private static Problem? ReasonProblem(string? reason) => reason switch
    {
        null => new Problem("Reason", null, "Required"),
        _ when string.IsNullOrWhiteSpace(reason) => new Problem("Reason", null, "Required"),
        { Length: > EntryDesk.ReasonLength } =>
            Problem.TooLong("Reason", reason, EntryDesk.ReasonLength),
        _ => null,
    };

    private static FieldChange Change(string field, string? before, string? after) =>
        new() { Field = field, Before = before, After = after };

    private static string? Lines(List<int> numbers) =>
        numbers.Count == 0 ? null : string.Join('\n', numbers.Order().Select(Text));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record State(
        IReadOnlyList<(string Field, string? Text)> Fields, EntryForm Form, ExactPlace? Exact);
}
