using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Desk.Entries;

/// <summary>The form of an entry, new or kept, and what its author does with it.</summary>
[Authorize(Policy = Policies.Editing)]
public sealed class EditModel(EntryWork work) : EntryPage(work)
{
    /// <summary>What a reviewer asked for, until the entry is submitted again.</summary>
    public string? Returned =>
        Entry?.Events.LastOrDefault(one => one.Step is EntryStep.Submit or EntryStep.Return) is
            { Step: EntryStep.Return } back
            ? back.Text
            : null;

    public async Task<IActionResult> OnGetAsync(int? id, string? after, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        if (id is null)
        {
            return Page();
        }
        if (await OwnAsync(id.Value, cancellationToken) is not { } entry)
        {
            return NotFound();
        }
        if (entry.Status != EditorialStatus.Draft)
        {
            return Redirect($"/desk/entries/{id}/review");
        }
        (Entry, Form, Reason, After) = (entry, entry.Form, entry.Reason, after);
        await DescribeAsync(cancellationToken);
        if (after is "checked" or "twins")
        {
            await CheckAsync(cancellationToken);
        }
        if (after == "twins")
        {
            await FindDuplicatesAsync(cancellationToken);
        }
        if (after == "merge" && IsOutdated)
        {
            await ShowOutdatedAsync(entry, cancellationToken);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] int? id, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        if (id is not null)
        {
            Entry = await OwnAsync(id.Value, cancellationToken);
            if (Entry is null)
            {
                return NotFound();
            }
            if (Entry.Status != EditorialStatus.Draft)
            {
                return await GoneOnAsync(Entry, cancellationToken);
            }
        }
        return Do switch
        {
            "save" => await SaveAsync(cancellationToken),
            "submit" or "submit-anyway" or "publish" or "publish-anyway" => await HandOnAsync(cancellationToken),
            "merge" when Entry is not null => await MergeAsync(Entry, cancellationToken),
            "discard" => await DiscardAsync(cancellationToken),
            _ => await RedrawAsync(cancellationToken),
        };
    }

    private async Task<Editing.Entry?> OwnAsync(int id, CancellationToken cancellationToken) =>
        await Work.Desk.FindAsync(Person, id, cancellationToken) is { } entry && entry.AuthorId == Person.Id
            ? entry
            : null;

    /// <summary>A row more or less, or lists of what may be meant: nothing is kept yet.</summary>
    private async Task<IActionResult> RedrawAsync(CancellationToken cancellationToken)
    {
        var version = Version;
        await DescribeAsync(cancellationToken);
        Version = version;
        Form = Do switch
        {
            "add-party" => Form with { Parties = [.. Form.Parties, new EntryParty()] },
            "add-source" => Form with { Citations = [.. Form.Citations, new EntryCitation()] },
            _ => Form,
        };
        IsFinding = Do == "find";
        return Page();
    }

    private async Task<IActionResult> SaveAsync(CancellationToken cancellationToken)
    {
        var result = await KeepAsync(isAutomatic: false, cancellationToken);
        return result.Outcome == EntryOutcome.Done ? BackWith("saved") : await RefuseAsync(result, cancellationToken);
    }

    private async Task<IActionResult> HandOnAsync(CancellationToken cancellationToken)
    {
        var result = await KeepAsync(isAutomatic: false, cancellationToken);
        if (result.Outcome != EntryOutcome.Done)
        {
            return await RefuseAsync(result, cancellationToken);
        }
        if (Do is "submit" or "publish" && await HasTwinsAsync(cancellationToken))
        {
            return BackWith("twins");
        }
        result = await StepAsync(EntryStep.Submit, cancellationToken);
        if (result.Outcome == EntryOutcome.Done && Do!.StartsWith("publish", StringComparison.Ordinal))
        {
            result = await StepAsync(EntryStep.Publish, cancellationToken);
            if (result is { Outcome: EntryOutcome.Done, Number: { } number, Entry.Status: EditorialStatus.Published })
            {
                return Redirect($"/incidents/{number}");
            }
        }
        return result.Outcome switch
        {
            EntryOutcome.Done => Redirect($"/desk/entries/{Entry!.Id}/review"),
            EntryOutcome.Invalid => BackWith("checked"),
            _ => await RefuseAsync(result, cancellationToken),
        };
    }

    private async Task<EntryResult> StepAsync(EntryStep step, CancellationToken cancellationToken)
    {
        Work.Db.ChangeTracker.Clear();
        var result = await Work.Desk.StepAsync(
            Person, Entry!.Id, Entry.Version, step, null, [], cancellationToken);
        Entry = result.Entry ?? Entry;
        return result;
    }

    /// <summary>
    /// Whether an incident or another entry may be the same event. A correction is asked about only where it moves day or
    /// place.
    /// </summary>
    private async Task<bool> HasTwinsAsync(CancellationToken cancellationToken)
    {
        if (Entry!.Base is { } published
            && (published.StartsOn, published.EndsOn, published.Latitude, published.Longitude)
                == (Form.StartsOn, Form.EndsOn, Form.Latitude, Form.Longitude))
        {
            return false;
        }
        await FindDuplicatesAsync(cancellationToken);
        return !Duplicates.IsEmpty;
    }

    private async Task<IActionResult> DiscardAsync(CancellationToken cancellationToken)
    {
        if (Entry is null)
        {
            return Redirect("/desk");
        }
        var result = await KeepAsync(isAutomatic: false, cancellationToken);
        if (result.Outcome == EntryOutcome.Done)
        {
            result = await StepAsync(EntryStep.Discard, cancellationToken);
        }
        return result.Outcome == EntryOutcome.Done ? Redirect("/desk") : await RefuseAsync(result, cancellationToken);
    }

    /// <summary>Keeps what two people, or one in two windows, changed, as was chosen field by field.</summary>
    private async Task<IActionResult> MergeAsync(Editing.Entry entry, CancellationToken cancellationToken)
    {
        var before = BeganWith(entry);
        if (entry.Version != Version)
        {
            return ShowStale(entry);
        }
        var theirs = entry.Form;
        if (entry.IncidentId is not null && MergedVersion is { } merged)
        {
            if (await PublishedAsync(entry, cancellationToken) is not { } published || published.Version != merged)
            {
                return await ShowOutdatedAsync(entry, cancellationToken);
            }
            theirs = published.Form;
        }
        Form = EntryMerge.Take(
            EntryMerge.TakeUntouched(before, Form, theirs),
            theirs,
            [.. EntryFields.All.Select(field => field.Name).Where(name => Request.Form[$"Take[{name}]"] == "theirs")]);
        var result = await KeepAsync(isAutomatic: false, cancellationToken);
        return result.Outcome == EntryOutcome.Done ? BackWith("merged") : await RefuseAsync(result, cancellationToken);
    }

    private async Task<IActionResult> RefuseAsync(EntryResult result, CancellationToken cancellationToken) =>
        result switch
        {
            { Outcome: EntryOutcome.Stale, Entry: { Status: not EditorialStatus.Draft } entry } =>
                await GoneOnAsync(entry, cancellationToken),
            { Outcome: EntryOutcome.Stale, Entry: { } entry } => ShowStale(entry),
            { Outcome: EntryOutcome.Outdated, Entry: { } entry } => await ShowOutdatedAsync(entry, cancellationToken),
            { Outcome: EntryOutcome.NotFound } => NotFound(),
            _ => Forbid(),
        };

    /// <summary>
    /// The entry went on elsewhere, to review for instance: what was typed here is shown beside what was kept.
    /// </summary>
    private async Task<IActionResult> GoneOnAsync(Editing.Entry entry, CancellationToken cancellationToken)
    {
        if (entry.Reason == Reason && EntryFields.Differences(entry.Form, Form).Count == 0)
        {
            return Redirect($"/desk/entries/{entry.Id}/review");
        }
        await DescribeAsync(cancellationToken);
        return ShowStale(entry);
    }

    private PageResult ShowStale(Editing.Entry entry)
    {
        var before = BeganWith(entry);
        return Show(entry, new ConflictView(
            false, Form, EntryMerge.Compare(before, Form, entry.Form), entry.Version, null,
            JsonSerializer.Serialize(before)));
    }

    private async Task<IActionResult> ShowOutdatedAsync(Editing.Entry entry, CancellationToken cancellationToken)
    {
        if (await PublishedAsync(entry, cancellationToken) is not { } published)
        {
            return Redirect($"/desk/entries/{entry.Id}/review?after=withheld");
        }
        var before = entry.Base ?? new EntryForm();
        return Show(entry, new ConflictView(
            true, Form, EntryMerge.Compare(before, Form, published.Form), entry.Version, published.Version,
            JsonSerializer.Serialize(before)));
    }

    private PageResult Show(Editing.Entry entry, ConflictView conflict)
    {
        (Entry, Conflict) = (entry, conflict);
        var page = Page();
        page.StatusCode = HttpMethods.IsPost(Request.Method)
            ? StatusCodes.Status409Conflict
            : StatusCodes.Status200OK;
        return page;
    }

    /// <summary>The incident as it is now; null where the person may not see its exact place.</summary>
    private async Task<(EntryForm Form, int Version)?> PublishedAsync(
        Editing.Entry entry, CancellationToken cancellationToken)
    {
        Work.Db.ChangeTracker.Clear();
        var incident = entry.Incident is null
            ? null
            : await Work.Press.FindAsync(entry.Incident.Number, cancellationToken);
        if (incident is null)
        {
            return null;
        }
        var exact = await Work.Press.ExactAsync(Person, incident, cancellationToken);
        return incident.IsPlaceWithheld && exact is null
            ? null
            : (EntryForms.Of(incident, exact), incident.Version);
    }

    private RedirectResult BackWith(string what) =>
        Redirect($"/desk/entries/{Entry!.Id}?after={what}{(what is "checked" or "twins" ? "#found" : "")}");
}
