using SahelWatch.Hosting;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Incidents;

/// <summary>The filter's incidents as a table.</summary>
public sealed class IndexModel(Text text, IncidentLines lines) : FilteredPage(text)
{
    public override string Path => "/incidents";

    public Pager Pager { get; private set; } = null!;

    public IncidentTable Table { get; private set; } = null!;

    /// <summary>
    /// Where nothing matches: each part of the filter with how many incidents there would be without it.
    /// </summary>
    public IReadOnlyList<WayOut> WaysOut { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Pager = new Pager(Total, View.Filter, Link);
        var rows = View.IsValid
            ? View.Index.SelectPage(View.Filter with { Page = Pager.Page }, View.Today)
            : [];
        Table = new IncidentTable(
            await lines.LoadAsync(View.Index, rows, cancellationToken), Caption, View.Filter, Link);
        if (View.IsValid && Total == 0)
        {
            WaysOut =
            [
                .. FilterGrammar.Parts(View.Filter)
                    .Select(part => new WayOut(
                        Sentence.ValueName(part.Key, part.Value),
                        Link(part.Without),
                        View.Index.CountOf(part.Without, View.Today)))
                    .OrderByDescending(way => way.Count),
            ];
        }
    }
}

/// <summary>One part of a filter that matches nothing, and what there would be without it.</summary>
public sealed record WayOut(string Name, string Link, int Count);
