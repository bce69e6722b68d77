using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Changes;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Incidents;

/// <summary>Every revision of one incident, and any two of its states compared.</summary>
public sealed class HistoryModel(
    IncidentReader reader, RevisionReader revisions, SahelWatchDbContext db, IncidentStore store, Text text)
    : PageModel, IReadsKeys
{
    public IReadOnlyCollection<string> Keys => ["from", "to"];

    public Incident Incident { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ToldRevision> Revisions { get; private set; } = [];

    public FieldWords Words { get; private set; } = null!;

    /// <summary>Whether the reader is not told everything.</summary>
    public bool IsMasked { get; private set; }

    /// <summary>The revisions compared; null where none were chosen.</summary>
    public (ToldRevision From, ToldRevision To)? Compared { get; private set; }

    /// <summary>Whether revisions were chosen that are not there.</summary>
    public bool IsUnreadable { get; private set; }

    public IReadOnlyList<ShownChange> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(number, cancellationToken);
        if (found is null || found.Status is EditorialStatus.Draft or EditorialStatus.InReview)
        {
            return NotFound();
        }
        Incident = found;
        var person = User.Person();
        var mask = await revisions.MaskAsync(found, found.Revisions, person, cancellationToken);
        IsMasked = mask.Hides;
        Revisions = [.. (await revisions.HistoryAsync(found, person, cancellationToken)).Reverse()];
        var compared = ReadCompared(mask);
        var names = await RecordNames.LoadAsync(
            db, Revisions.SelectMany(revision => revision.Changes).Concat(compared), [], cancellationToken);
        Words = new FieldWords(text, store.Current.Reference, names);
        Differences = [.. compared.Select(Shown)];
        if (IsUnreadable)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        return Page();
    }

    public ShownChange Shown(ToldChange change) => ShownChange.Of(change, Words, record: null);

    private IReadOnlyList<ToldChange> ReadCompared(HistoryMask mask)
    {
        var (from, to) = (Request.Query["from"].ToString(), Request.Query["to"].ToString());
        if (from.Length == 0 && to.Length == 0)
        {
            return [];
        }
        if (Chosen(from) is not { } first || Chosen(to) is not { } second)
        {
            IsUnreadable = true;
            return [];
        }
        Compared = (first, second);
        return ToldChange.Of(FieldStates.Between(Incident.Revisions, first.Number, second.Number), mask);
    }

    private ToldRevision? Chosen(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            ? Revisions.FirstOrDefault(revision => revision.Number == wanted)
            : null;
}
