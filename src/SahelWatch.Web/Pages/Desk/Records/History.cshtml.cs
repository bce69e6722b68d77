using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Changes;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Desk.Records;

/// <summary>
/// All that was ever done to a record, as far as it tells no place that is withheld from the reader: who, when, why,
/// each field before and after.
/// </summary>
[Authorize(Policy = Policies.Desk)]
public sealed class HistoryModel(Text text, RecordDesk desk, RevisionReader reader, IncidentStore store)
    : RecordPage(text)
{
    public RecordState State { get; private set; } = null!;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<ToldRevision> Revisions { get; private set; } = [];

    /// <summary>Whether some places keep changes from the reader: said of all, as of one it would tell.</summary>
    public bool MayBeHidden { get; private set; }

    public Reference Reference => store.Current.Reference;

    public string Title => RecordSection.TitleOf(Kind, Slug, State.Texts);

    /// <summary>Whether the state before the first revision can be opened: the record did not begin with it.</summary>
    public bool HasFirstState => Revisions.Count > 0 && Revisions[^1].Kind != RevisionKind.Added;

    /// <summary>Whether the state after a revision can be opened; 0 is the state before the first.</summary>
    public bool MayRestore(int number) => Person.Is(Role.Editor)
        && State.Texts.GetValueOrDefault("merged-into") is null
        && ToldRevision.Leads(Revisions, number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Kind, Slug, cancellationToken) is not { } state)
        {
            return NotFound();
        }
        State = state;
        Revisions = await reader.HistoryAsync(state, Person, cancellationToken);
        MayBeHidden = Kind == RecordKind.Place && await reader.HidesPlacesAsync(Person, cancellationToken);
        return Page();
    }
}
