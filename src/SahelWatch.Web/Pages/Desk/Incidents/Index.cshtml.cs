using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Incidents;
using SahelWatch.Pages.Changes;
using SahelWatch.Pages.Incidents;

namespace SahelWatch.Pages.Desk.Incidents;

/// <summary>What can be done with an incident that is published or withdrawn.</summary>
[Authorize(Policy = Policies.Desk)]
public sealed class IndexModel(
    IncidentDesk desk,
    EntryDesk entries,
    EarlierState earlier,
    IncidentPress press,
    IncidentReader reader,
    RevisionReader revisions,
    DeskQueue queue,
    SahelWatchDbContext db) : DeskPage
{
    private IReadOnlyDictionary<int, string> _names = new Dictionary<int, string>();

    public override IReadOnlyCollection<string> Keys => ["after", "kept"];

    public Incident Incident { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ToldRevision> Revisions { get; private set; } = [];

    /// <summary>Numbers of the revisions whose state was kept.</summary>
    public IReadOnlySet<int> Restorable { get; private set; } = new HashSet<int>();

    public IReadOnlyList<Entry> Open { get; private set; } = [];

    public string? Reason { get; private set; }

    /// <summary>Sources of citations that parting left, by the address.</summary>
    public string? Kept => Typed(Request.Query["kept"]);

    /// <summary>False too where the exact place is withheld from the person: the form would not show it.</summary>
    public bool MayCorrect { get; private set; }

    public bool MayWithdraw => desk.May(Person, Incident, EntryStep.Withdraw);

    public bool MayReinstate => desk.May(Person, Incident, EntryStep.Reinstate);

    public string NameOf(int person) => _names.GetValueOrDefault(person, $"{person}");

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken) =>
        await LoadAsync(number, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCorrectAsync(
        [FromRoute] int number, CancellationToken cancellationToken) =>
        await BegunAsync(
            await entries.CorrectAsync(Person, number, null, cancellationToken), number, cancellationToken);

    public async Task<IActionResult> OnPostRestoreAsync(
        [FromRoute] int number, [FromForm] int revision, CancellationToken cancellationToken) =>
        await BegunAsync(
            await earlier.RestoreAsync(Person, number, revision, cancellationToken), number, cancellationToken);

    public async Task<IActionResult> OnPostWithdrawAsync(
        [FromRoute] int number, [FromForm] int version, [FromForm] string? reason,
        CancellationToken cancellationToken) =>
        await DoneAsync(
            await desk.WithdrawAsync(Person, number, version, Typed(reason), cancellationToken),
            number, "withdrawn", reason, cancellationToken);

    public async Task<IActionResult> OnPostReinstateAsync(
        [FromRoute] int number, [FromForm] int version, [FromForm] string? reason,
        CancellationToken cancellationToken) =>
        await DoneAsync(
            await desk.ReinstateAsync(Person, number, version, Typed(reason), cancellationToken),
            number, "reinstated", reason, cancellationToken);

    public async Task<IActionResult> OnPostUnmergeAsync(
        [FromRoute] int number, [FromForm] int version, [FromForm] string? reason,
        CancellationToken cancellationToken) =>
        await DoneAsync(
            await desk.UnmergeAsync(Person, number, version, Typed(reason), cancellationToken),
            number, "parted", reason, cancellationToken);

    private async Task<IActionResult> BegunAsync(EntryResult result, int number, CancellationToken cancellationToken)
    {
        if (result.Outcome == EntryOutcome.Done)
        {
            return Redirect($"/desk/entries/{result.Entry!.Id}");
        }
        return await RefusedAsync(result.Outcome, result.Problems, number, cancellationToken);
    }

    private async Task<IActionResult> DoneAsync(
        IncidentResult result, int number, string done, string? reason, CancellationToken cancellationToken)
    {
        if (result.Outcome == EntryOutcome.Done)
        {
            var kept = result.Kept.Count == 0 ? "" : $"&kept={Uri.EscapeDataString(string.Join(", ", result.Kept))}";
            return Redirect($"/desk/incidents/{number}?after={(kept.Length > 0 ? "kept" : done)}{kept}");
        }
        Reason = reason;
        return await RefusedAsync(result.Outcome, result.Problems, number, cancellationToken);
    }

    private async Task<IActionResult> RefusedAsync(
        EntryOutcome outcome, IReadOnlyList<Problem> problems, int number, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        db.ChangeTracker.Clear();
        if (outcome == EntryOutcome.NotFound || !await LoadAsync(number, cancellationToken))
        {
            return NotFound();
        }
        if (outcome == EntryOutcome.NotAllowed)
        {
            return Forbidden();
        }
        (Problems, IsStale) = (problems, outcome == EntryOutcome.Stale);
        Response.StatusCode = IsStale ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> LoadAsync(int number, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(number, cancellationToken) is not { } incident)
        {
            return false;
        }
        Incident = incident;
        MayCorrect = Person.Is(Role.Editor) && incident.Status == EditorialStatus.Published
            && (!incident.IsPlaceWithheld || await press.ExactAsync(Person, incident, cancellationToken) is not null);
        Revisions = [.. (await revisions.HistoryAsync(incident, Person, cancellationToken)).Reverse()];
        Restorable = incident.Revisions.Where(one => EarlierState.After(incident.Revisions, one) is not null)
            .Select(one => one.Number).ToHashSet();
        Open = await db.Entries.AsNoTracking()
            .Where(entry => entry.IncidentId == incident.Id
                && (entry.Status == EditorialStatus.Draft || entry.Status == EditorialStatus.InReview))
            .OrderBy(entry => entry.CreatedAt)
            .ToListAsync(cancellationToken);
        _names = await queue.NamesAsync(Open.Select(entry => entry.AuthorId), cancellationToken);
        return true;
    }
}
