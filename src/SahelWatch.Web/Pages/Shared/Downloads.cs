using SahelWatch.Querying;

namespace SahelWatch.Pages.Shared;

/// <summary>Files and addresses of what a view shows: every link gives exactly its rows.</summary>
/// <param name="Page">Address of the view itself, for "copy link".</param>
public sealed record Downloads(string Page, IReadOnlyList<Download> Files)
{
    /// <summary>
    /// The filter's incidents as CSV, GeoJSON and API answer; <paramref name="more"/> come before them.
    /// </summary>
    public static Downloads Incidents(FilteredPage page, params IEnumerable<Download> more)
    {
        var filter = page.View.Filter with { Page = 1, PageSize = IncidentFilter.DefaultPageSize };
        return new Downloads(
            page.Link(page.View.Filter),
            [
                .. more,
                new Download("CSV", Hosting.ViewRequest.Link("/incidents.csv", filter)),
                new Download("GeoJSON", Hosting.ViewRequest.Link("/incidents.geojson", filter)),
                new Download("API", Hosting.ViewRequest.Link("/api/v1/incidents", filter), IsFile: false),
            ]);
    }
}

/// <summary>One file of a view, by its format's name.</summary>
public sealed record Download(string Name, string Link, bool IsFile = true);
