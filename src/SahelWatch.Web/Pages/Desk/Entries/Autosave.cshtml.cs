using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Desk.Entries;

/// <summary>Keeps a form while it is being typed, for the page's script.</summary>
[Authorize(Policy = Policies.Editing)]
public sealed class AutosaveModel(EntryWork work) : EntryPage(work)
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] int? id, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        if (id is not null)
        {
            Entry = await Work.Desk.FindAsync(Person, id.Value, cancellationToken);
            if (Entry is null || Entry.AuthorId != Person.Id)
            {
                return NotFound();
            }
        }
        var isSame = Entry is not null && Entry.Status == EditorialStatus.Draft && Entry.Reason == Reason
            && Entry.Version == Version && EntryFields.Differences(Entry.Form, Form).Count == 0;
        var result = isSame ? EntryResult.Done(Entry) : await KeepAsync(isAutomatic: true, cancellationToken);
        return result.Outcome switch
        {
            EntryOutcome.Done => new JsonResult(new Saved(
                result.Entry!.Id,
                result.Entry.Version,
                result.Entry.ChangedAt,
                RegionName,
                JsonSerializer.Serialize(result.Entry.Form))),
            EntryOutcome.NotFound => NotFound(),
            _ => new ConflictResult(),
        };
    }

    /// <summary>What the script has to know of the entry as it was kept.</summary>
    /// <param name="At">UTC.</param>
    /// <param name="Began">The form as kept, for the page to begin from.</param>
    public sealed record Saved(int Id, int Version, DateTime At, string? Region, string Began);
}
