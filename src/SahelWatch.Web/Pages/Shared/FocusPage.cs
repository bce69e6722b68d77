using Microsoft.AspNetCore.Mvc.Filters;
using SahelWatch.Hosting;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// A page about one value of the filter, such as one actor. Its path names the value; its query may narrow what is
/// shown by every other key.
/// </summary>
public abstract class FocusPage(Text text) : FilteredPage(text)
{
    /// <summary>What the page shows: the filter of the address together with the value of the path.</summary>
    public IncidentFilter Shown { get; private set; } = IncidentFilter.Everything;

    /// <summary>Incidents shown.</summary>
    public int ShownTotal { get; private set; }

    public string ShownCaption { get; private set; } = "";

    /// <summary>Key of the filter that the path speaks for.</summary>
    protected abstract string FocusKey { get; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        Shown = Focus(View.Filter.Selection);
        ShownCaption = Sentence.Write(Shown);
        if (View.IsValid)
        {
            ShownTotal = View.Index.CountOf(Shown, View.Today);
        }
    }

    /// <summary>The newest incidents shown.</summary>
    protected int[] LatestRows(int most) =>
        View.Index.SelectPage(Shown with { Page = 1, PageSize = most }, View.Today);

    /// <summary>The files of what is shown.</summary>
    public Downloads Files => new(Link(View.Filter),
    [
        new Download("CSV", ViewRequest.Link("/incidents.csv", Shown)),
        new Download("GeoJSON", ViewRequest.Link("/incidents.geojson", Shown)),
        new Download("API", ViewRequest.Link("/api/v1" + Path, View.Filter.Selection), IsFile: false),
    ]);

    protected abstract IncidentFilter Focus(IncidentFilter filter);

    protected override void ReadView() => View.Refuse(FocusKey);
}
