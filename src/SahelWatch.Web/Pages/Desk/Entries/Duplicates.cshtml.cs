using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Pages.Shared;

namespace SahelWatch.Pages.Desk.Entries;

/// <summary>
/// Incidents that may be the event of a form that is being typed: a part of the page, for its script.
/// </summary>
[Authorize(Policy = Policies.Editing)]
public sealed class DuplicatesModel(
    EntryDesk desk, DuplicateFinder finder, IncidentLines lines, Lookups lookups, Data.SahelWatchDbContext db,
    IncidentStore store)
    : PageModel, IReadsKeys
{
    public DuplicatePanel Found { get; private set; } = DuplicatePanel.None;

    public IReadOnlyCollection<string> Keys => [.. Request.Query.Keys];

    public async Task OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        var names = new EntryNames(store.Current.Reference, await lookups.CurrentAsync(db, cancellationToken));
        var entry = id is null ? null : await desk.FindAsync(User.Person()!, id.Value, cancellationToken);
        var list = await finder.FindAsync(names.Tidy(FormPairs.Read(Request.Query)), entry?.Incident?.Number, cancellationToken);
        Found = await DuplicatePanel.OfAsync(list, [], lines, cancellationToken);
    }
}
