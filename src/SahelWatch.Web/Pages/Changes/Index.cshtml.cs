using Microsoft.AspNetCore.Mvc.RazorPages;
using SahelWatch.Accounts;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Changes;

/// <summary>What was added, corrected, withdrawn and reinstated, newest first.</summary>
public sealed class IndexModel(ChangeReader changes, Text text) : PageModel, IReadsKeys
{
    private static readonly string[] PageKeys = ["before", "change"];

    public IReadOnlyCollection<string> Keys => PageKeys;

    public ViewRequest View { get; private set; } = null!;

    public RevisionKind? Kind { get; private set; }

    public ChangePage? Changes { get; private set; }

    /// <summary>Whether this is not the first page.</summary>
    public bool IsLater { get; private set; }

    public FieldWords Words { get; private set; } = null!;

    public string? Next => Changes is { HasMore: true, Last: { } last } ? Link(Kind, last) : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = ViewRequest.ReadPlain(HttpContext, PageKeys);
        var query = ChangeQuery.Read(View) with { IsOldestFirst = false, Size = ChangeQuery.UsualSize };
        if (View.Problems.Any(problem => PageKeys.Contains(problem.Field)))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        (Kind, IsLater) = (query.Kind, query.Before is not null);
        Changes = await changes.SummaryAsync(query, User.Person(), cancellationToken);
        Words = new FieldWords(text, View.Index.Reference, Changes.Names);
    }

    /// <summary>The changes of one kind, or of all, from a place on.</summary>
    public static string Link(RevisionKind? kind, int? before = null)
    {
        List<KeyValuePair<string, string>> pairs = [];
        if (kind is { } chosen)
        {
            pairs.Add(new("change", Code.Of(chosen)));
        }
        if (before is { } place)
        {
            pairs.Add(new("before", ChangeQuery.Cursor(place)));
        }
        return pairs.Count == 0 ? "/changes" : $"/changes?{QueryPairs.Write(pairs)}";
    }

    public string NameOf(string record) => Changes!.Names.Record(record, View.Index.Reference);

    /// <summary>Kind of a record, as the texts name it.</summary>
    public static string KindOf(string record) =>
        record.Split('/')[0] is ("actor" or "place" or "source" or "political-event" or "relation") and var kind
            ? kind
            : "other";

    public string? LinkOf(Change change) => change switch
    {
        { Incident: { } incident } => FormattableString.Invariant(
            $"/incidents/{incident.Number}/history#revision-{change.Revision.Number}"),
        { Record: { } record } => RecordNames.Link(record, View.Index.Reference),
        _ => null,
    };
}
