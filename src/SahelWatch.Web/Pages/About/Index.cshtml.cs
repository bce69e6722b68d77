using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.About;

/// <summary>Method, limits and licences, with the figures that say how far to trust the data.</summary>
public sealed class IndexModel(SahelWatchDbContext db) : PageModel
{
    public IncidentIndex Index { get; private set; } = null!;

    public int Sources { get; private set; }

    /// <summary>Sources that published incidents cite.</summary>
    public int CitedSources { get; private set; }

    /// <summary>Sources that no published incident cites and that are known from a footnote alone.</summary>
    public int UnreadSources { get; private set; }

    public int OtherSources => Sources - CitedSources - UnreadSources;

    /// <summary>Incidents of which no more is known than that there were up to so many deaths.</summary>
    public int OnlyHigh { get; private set; }

    /// <summary>Incidents placed by an analyst's rounded estimate.</summary>
    public int Estimated { get; private set; }

    public int Checked { get; private set; }

    /// <summary>Incidents with fewer than two independent sources.</summary>
    public int SingleSource { get; private set; }

    public int WithoutToll { get; private set; }

    public int In2018 { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var view = ViewRequest.Read(HttpContext);
        Index = view.Index;
        var rows = Index.Rows.ToList();
        var sources = await db.Sources
            .Select(source => new { source.Id, source.Reading })
            .ToListAsync(cancellationToken);
        var cited = rows.SelectMany(row => Index.Sources(row).ToArray()).ToHashSet();
        Sources = sources.Count;
        CitedSources = cited.Count;
        UnreadSources = sources.Count(source =>
            !cited.Contains(source.Id) && source.Reading == SourceReading.CitedOnly);
        OnlyHigh = rows.Count(row => Index[row].Deaths is { Low: null, Best: null, High: not null });
        Estimated = await db.Incidents.CountAsync(
            incident => incident.Status == EditorialStatus.Published
                && incident.CoordinateSource == CoordinateSource.Estimate,
            cancellationToken);
        Checked = rows.Count(row => Index[row].IsChecked);
        SingleSource = rows.Count(row => Index.IndependentSources(row) < 2);
        WithoutToll = rows.Count(row => !Index[row].Deaths.IsKnown);
        In2018 = rows.Count(row => Index[row].StartsOn.Year == 2018);
    }
}
