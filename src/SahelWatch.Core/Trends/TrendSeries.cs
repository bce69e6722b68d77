using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>One line of a trend: the figures of one or more values of the split, bucket by bucket.</summary>
/// <param name="Values">Values of the split's filter key, such as <c>ML-5</c>; none for a trend without split.</param>
/// <param name="Filter">The filter that selects exactly this series' incidents.</param>
/// <param name="Figures">One for each bucket.</param>
/// <param name="Total">All buckets together.</param>
public sealed record TrendSeries(
    IReadOnlyList<string> Values,
    IncidentFilter Filter,
    IReadOnlyList<TrendFigure> Figures,
    TrendFigure Total)
{
    /// <summary>Whether several values are shown as one because there is no room for each.</summary>
    public bool IsOther => Values.Count > 1;
}
