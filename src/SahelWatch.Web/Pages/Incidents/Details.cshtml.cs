using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SahelWatch.Accounts;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Changes;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Incidents;

/// <summary>One incident: every fact, who says so, and how well it is known.</summary>
public sealed class DetailsModel(
    IncidentReader reader,
    RevisionReader revisions,
    IncidentLines lines,
    IncidentStore store,
    BaseMap baseMap,
    TimeProvider time) : PageModel
{
    /// <summary>Revisions that the page itself tells; the history has all.</summary>
    public const int MostRevisions = 3;

    public const int MostNeighbours = 6;
    public const int MostNear = 4;

    public int Number { get; private set; }

    /// <summary>
    /// Whether no incident of the number is published; <see cref="NearLines"/> then has near numbers.
    /// </summary>
    public bool IsUnknown { get; private set; }

    public Incident Incident { get; private set; } = null!;

    /// <summary>What the reader may see of its history, newest first.</summary>
    public IReadOnlyList<ToldRevision> Revisions { get; private set; } = [];

    /// <summary>Numbers of the incidents that turned out to be this one.</summary>
    public IReadOnlyList<int> MergedFrom { get; private set; } = [];

    /// <summary>Copies kept of what is cited, by source.</summary>
    public ILookup<int, CopyNote> Copies { get; private set; } = null!;

    public IReadOnlyList<CollectionItemOf> Collections { get; private set; } = [];

    public IncidentMap Map { get; private set; } = null!;

    public NeighbourList? Near { get; private set; }

    public IReadOnlyList<IncidentLine> NearLines { get; private set; } = [];

    /// <summary>What the citations that were read go back to, with how many of them each.</summary>
    public IReadOnlyList<(string Root, int Citations)> Roots { get; private set; } = [];

    public bool IsWithdrawn => Incident.Status == EditorialStatus.Withdrawn;

    /// <summary>Address of this page for citing.</summary>
    public string Permalink => $"{IncidentFile.SiteUrl(Request)}/incidents/{Incident.Number}";

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        Number = number;
        var found = await reader.FindAsync(number, cancellationToken);
        if (found is null || found.Status is EditorialStatus.Draft or EditorialStatus.InReview)
        {
            return await UnknownAsync(cancellationToken);
        }
        Incident = found;
        if (IsWithdrawn && found.MergedInto is { } other)
        {
            // The merge can be undone: the way there is asked for each time.
            Response.Headers.CacheControl = "no-cache";
            return RedirectPermanent(string.Create(CultureInfo.InvariantCulture, $"/incidents/{other.Number}"));
        }
        Revisions = [.. (await revisions.HistoryAsync(found, User.Person(), cancellationToken)).Reverse()];
        if (IsWithdrawn)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }
        Copies = await reader.CopiesAsync(found, cancellationToken);
        MergedFrom = await reader.MergedFromAsync(found, cancellationToken);
        var index = store.Current;
        Collections = [.. IncidentReader.CollectionsOf(index.Reference, number)];
        Map = IncidentMap.Of(found, baseMap, CultureInfo.CurrentUICulture);
        Roots =
        [
            .. found.Citations.Where(citation => citation.Source.Reading != SourceReading.CitedOnly)
                .GroupBy(citation => Derivation.RootOf(citation.Source))
                .Select(group => (group.Key, group.Count()))
                .OrderByDescending(root => root.Item2).ThenBy(root => root.Key, StringComparer.CurrentCulture),
        ];
        if (index.RowOf(number) is { } row)
        {
            Near = Neighbours.Find(index, row, MostNeighbours);
            NearLines = await lines.LoadAsync(index, [.. Near.Nearest.Select(near => near.Row)], cancellationToken);
        }
        return Page();
    }

    private async Task<PageResult> UnknownAsync(CancellationToken cancellationToken)
    {
        IsUnknown = true;
        Response.StatusCode = StatusCodes.Status404NotFound;
        var index = store.Current;
        NearLines = await lines.LoadAsync(index, Neighbours.ByNumber(index, Number, MostNear), cancellationToken);
        return Page();
    }
}
