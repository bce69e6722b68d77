using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SahelWatch.Hosting;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// A page that shows what the filter in its address selects. A part of the address that cannot be read makes the
/// answer a 400 that names it, and withholds every figure.
/// </summary>
public abstract class FilteredPage(Text text) : PageModel
{
    protected Text Text { get; } = text;

    public ViewRequest View { get; private set; } = null!;

    public FilterSentence Sentence { get; private set; } = null!;

    /// <summary>What is counted of the filter; of what could be read of it while there are problems.</summary>
    public FacetCounts Counts { get; private set; } = null!;

    /// <summary>Incidents of the filter; none while there are problems.</summary>
    public int Total => View.IsValid ? Counts.Total : 0;

    public FilterPanel Panel { get; private set; } = null!;

    /// <summary>The filter in words.</summary>
    public string Caption { get; private set; } = "";

    /// <summary>Path of this page without query.</summary>
    public abstract string Path { get; }

    /// <summary>Query keys that the page reads besides the filter's.</summary>
    protected virtual IReadOnlyCollection<string> ViewKeys => [];

    /// <summary>
    /// The page's own pairs as they stand, without those that could not be read: kept by every link and form that
    /// changes the filter.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> ViewPairs => ViewRequest.OwnPairs(View.Query)
        .Where(pair => ViewKeys.Contains(pair.Key) && View.Problems.All(problem => problem.Field != pair.Key));

    /// <summary>The address as it stands in its canonical form; null while there are problems.</summary>
    public IEnumerable<KeyValuePair<string, string>>? Pairs =>
        View.IsValid ? FilterGrammar.Pairs(View.Filter).Concat(ViewPairs) : null;

    /// <summary>A link to this page with another filter and the same view.</summary>
    public string Link(IncidentFilter filter) => ViewRequest.Link(Path, filter, ViewPairs);

    /// <summary>
    /// A link to this page with the same filter and one of the view's own keys set, or removed by null.
    /// </summary>
    public string LinkView(string key, string? value) => ViewRequest.Link(
        Path,
        View.Filter,
        ViewPairs.Where(pair => pair.Key != key)
            .Concat(value is null ? [] : [KeyValuePair.Create(key, value)]));

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        View = ViewRequest.Read(HttpContext, ViewKeys);
        ReadView();
        Sentence = View.Sentence(Text);
        Caption = Sentence.Write(View.Filter);
        Counts = View.Index.CountFacets(View.Filter, View.Today);
        if (!View.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        Panel = FilterPanel.Build(this, Text);
    }

    /// <summary>Reads the page's own query keys and reports what cannot be read.</summary>
    protected virtual void ReadView()
    {
    }
}
