using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Desk.Records;

/// <summary>All that was ever done to a record: who, when, why, each field before and after.</summary>
[Authorize(Policy = Policies.Desk)]
public sealed class HistoryModel(Text text, RecordDesk desk, IncidentStore store) : RecordPage(text)
{
    public RecordState State { get; private set; } = null!;

    public Reference Reference => store.Current.Reference;

    public string Title => RecordSection.TitleOf(Kind, Slug, State.Texts);

    /// <summary>Whether the state before the first revision can be opened: the record did not begin with it.</summary>
    public bool HasFirstState => State.Revisions.Count > 0
        && State.Revisions[^1].Kind != RevisionKind.Added;

    public bool MayRestore => Person.Is(Role.Editor) && State.Texts.GetValueOrDefault("merged-into") is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Kind, Slug, cancellationToken) is not { } state)
        {
            return NotFound();
        }
        State = state;
        return Page();
    }
}
