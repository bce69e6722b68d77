using SahelWatch.Querying;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// One page of a list: which rows it holds, and links to the other pages. A page beyond the end is the last.
/// </summary>
public sealed class Pager(int total, IncidentFilter filter, Func<IncidentFilter, string> link)
{
    public static readonly IReadOnlyList<int> Sizes = [25, 50, 100];

    public int Total => total;

    public int Size => filter.PageSize;

    /// <summary>At least 1.</summary>
    public int Pages => Math.Max(1, (total + Size - 1) / Size);

    /// <summary>The page asked for, or the last where there are fewer.</summary>
    public int Page => Math.Min(filter.Page, Pages);

    public bool IsBeyondEnd => filter.Page > Pages;

    /// <summary>Position of the page's first row, from 1; 0 without rows.</summary>
    public int First => total == 0 ? 0 : (Page - 1) * Size + 1;

    public int Last => Math.Min(total, Page * Size);

    public string Link(int page) => link(filter with { Page = page });

    /// <summary>The same list in pages of another size, from the page that holds the first row of this one.</summary>
    public string SizeLink(int size) => link(filter with { PageSize = size, Page = Math.Max(0, First - 1) / size + 1 });
}
