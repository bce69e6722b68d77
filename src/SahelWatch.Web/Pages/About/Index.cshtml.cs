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

    public DataFigures Figures { get; private set; }

    /// <summary>Incidents placed by an analyst's rounded estimate.</summary>
    public int Estimated { get; private set; }

    public int In2018 { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var view = ViewRequest.Read(HttpContext);
        Index = view.Index;
        var sources = await db.Sources
            .Select(source => new { source.Id, source.Reading })
            .ToListAsync(cancellationToken);
        var cited = Index.SourcesOf(IncidentFilter.Everything, view.Today);
        Sources = sources.Count;
        CitedSources = cited.Count;
        UnreadSources = sources.Count(source =>
            !cited.Contains(source.Id) && source.Reading == SourceReading.CitedOnly);
        Estimated = await db.Incidents.CountAsync(
            incident => incident.Status == EditorialStatus.Published
                && incident.CoordinateSource == CoordinateSource.Estimate,
            cancellationToken);
        Figures = DataFigures.Of(Index);
        In2018 = Index.CountOf(
            new IncidentFilter { From = new DateOnly(2018, 1, 1), To = new DateOnly(2018, 12, 31) }, view.Today);
    }
}
