using SahelWatch.Querying;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// The list of incidents as a table: what <c>_IncidentTable</c> draws. With <paramref name="Link"/> and
/// <paramref name="Filter"/> its column heads sort; without them the order stands.
/// </summary>
/// <param name="Caption">Says what the rows are; part of the table for assistive technology.</param>
/// <param name="Link">Address of the same view with another filter.</param>
public sealed record IncidentTable(
    IReadOnlyList<IncidentLine> Lines,
    string Caption,
    IncidentFilter? Filter = null,
    Func<IncidentFilter, string>? Link = null)
{
    /// <summary>"ascending" or "descending" for the column that orders the rows, else null.</summary>
    public string? Order(IncidentSort sort) => Filter is null || Link is null || Filter.Sort != sort
        ? null
        : Filter.Descending ? "descending" : "ascending";

    /// <summary>
    /// Where a column's head leads: the order turned round where the rows are already in it, else the column's usual
    /// first order (newest and most first, names from A).
    /// </summary>
    public string? SortLink(IncidentSort sort) => Filter is null || Link is null
        ? null
        : Link(Filter with
        {
            Sort = sort,
            Descending = Filter.Sort == sort ? !Filter.Descending : sort is IncidentSort.Date or IncidentSort.Deaths,
            Page = 1,
        });
}
