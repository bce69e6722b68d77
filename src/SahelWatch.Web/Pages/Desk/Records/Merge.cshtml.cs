using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Desk.Records;

/// <summary>Merges an actor into another, or takes that back.</summary>
[Authorize(Policy = Policies.Reviewing)]
public sealed class MergeModel(
    Text text, RecordDesk desk, ActorMerge merge, SahelWatchDbContext db, IncidentStore store) : RecordPage(text)
{
    public RecordState State { get; private set; } = null!;

    public string Title => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr"
        ? State.Texts["name-fr"] ?? State.Texts["name"]!
        : State.Texts["name"]!;

    public string? MergedInto => State.Texts["merged-into"];

    public string? Into { get; private set; }

    public string? Reason { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public bool IsStale { get; private set; }

    /// <summary>What names the actor, or would name it again.</summary>
    public int Incidents { get; private set; }

    public int Events { get; private set; }

    public int Relations { get; private set; }

    /// <summary>What the last parting left with the other actor.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    public IEnumerable<Actor> Others => store.Current.Reference.Actors.Where(actor => actor.Slug != Slug)
        .OrderBy(actor => actor.NameIn(CultureInfo.CurrentUICulture), StringComparer.CurrentCultureIgnoreCase);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => AnswerAsync(
        (version, reason) => merge.MergeAsync(
            Slug, version, Request.Form["into"].ToString(), reason, Person, cancellationToken),
        cancellationToken);

    public Task<IActionResult> OnPostUnmergeAsync(CancellationToken cancellationToken) => AnswerAsync(
        (version, reason) => merge.UnmergeAsync(Slug, version, reason, Person, cancellationToken), cancellationToken);

    private async Task<IActionResult> AnswerAsync(
        Func<int, string?, Task<RecordAnswer>> ask, CancellationToken cancellationToken)
    {
        Into = Request.Form["into"].ToString();
        Reason = Request.Form["reason"].ToString();
        _ = int.TryParse(Request.Form["version"], CultureInfo.InvariantCulture, out var version);
        var answer = Kind == RecordKind.Actor
            ? await ask(version, Reason)
            : new RecordAnswer(RecordOutcome.Missing);
        if (answer.Outcome == RecordOutcome.Saved)
        {
            return Redirect($"{RecordSection.PathOf(RecordKind.Actor, Slug)}/merge");
        }
        if (answer.Outcome == RecordOutcome.Missing || !await LoadAsync(cancellationToken))
        {
            return NotFound();
        }
        Problems = answer.Problems;
        IsStale = answer.Outcome == RecordOutcome.Conflict;
        Response.StatusCode = IsStale ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Kind != RecordKind.Actor || await desk.FindAsync(Kind, Slug, cancellationToken) is not { } state)
        {
            return false;
        }
        State = state;
        Incidents = await db.Set<IncidentActor>().Where(party => party.Actor.Slug == Slug)
            .Select(party => party.IncidentId).Distinct().CountAsync(cancellationToken);
        Events = await db.PoliticalEvents.CountAsync(
            one => one.Actors.Any(actor => actor.Slug == Slug), cancellationToken);
        Relations = await db.ActorRelations.CountAsync(
            one => one.From.Slug == Slug || one.To.Slug == Slug, cancellationToken);
        Left = RecordSheet.Split(State.Revisions.Count == 0
            ? null
            : State.Revisions[0].Changes.Find(change => change.Field == ActorMerge.LeftField)?.After);
        return true;
    }
}
