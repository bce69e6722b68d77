using System.Globalization;
using SahelWatch.Exporting;
using SahelWatch.Hosting;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Incidents;

/// <summary>A filtered view made ready to be a file: its rows and what the file says about itself.</summary>
internal sealed class IncidentFile
{
    private readonly ViewRequest _view;
    private readonly string _siteUrl;
    private readonly CultureInfo _culture = CultureInfo.CurrentUICulture;
    private readonly IncidentIndex _index;

    private IncidentFile(ViewRequest view, string siteUrl, Text text)
    {
        _index = view.Index;
        _siteUrl = siteUrl;
        _view = view;
        var total = view.Index.CountOf(view.Filter, view.Today);
        Shown = view.Filter with { Page = 1, PageSize = IncidentFilter.DefaultPageSize };
        var frozen = Shown.Frozen(view.Today);
        Head = new ExportHead(
            view.Sentence(text).Write(view.Filter),
            FilterGrammar.Write(frozen),
            siteUrl + ViewRequest.Link("/incidents", frozen),
            total,
            _index.AsOf,
            text["Incidents.Export.Licence"],
            $"{siteUrl}/about/api");
    }

    /// <summary>All rows, in the filter's order.</summary>
    public int[] Rows => _view.Rows();

    /// <summary>The filter in its order, all pages.</summary>
    public IncidentFilter Shown { get; }

    public ExportHead Head { get; }

    public static IncidentFile Of(HttpContext context, ViewRequest view, Text text) =>
        new(view, SiteUrl(context.Request), text);

    /// <summary>Address of the site as the reader reached it, without a slash at its end.</summary>
    public static string SiteUrl(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";

    public IAsyncEnumerable<IncidentRecord> Records(
        IReadOnlyCollection<int> rows, IncidentRecords records, CancellationToken cancellationToken) =>
        records.StreamAsync(_index, rows, _siteUrl, _culture, cancellationToken);
}
