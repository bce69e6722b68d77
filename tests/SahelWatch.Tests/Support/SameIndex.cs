using SahelWatch.Querying;

namespace SahelWatch.Tests.Support;

/// <summary>Two indexes of the same incidents, however made, answer alike.</summary>
internal static class SameIndex
{
    /// <param name="words">Searches to compare besides the filters.</param>
    public static void Check(
        IncidentIndex expected,
        IncidentIndex actual,
        IEnumerable<IncidentFilter> filters,
        params IEnumerable<string> words)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.AsOf, actual.AsOf);
        Assert.Equal(expected.FirstDay, actual.FirstDay);
        Assert.Equal(expected.LastDay, actual.LastDay);
        Assert.Equal(expected.CoveredTo, actual.CoveredTo);
        Assert.Equal(expected.Rows.Select(row => Told(expected, row)), actual.Rows.Select(row => Told(actual, row)));
        foreach (var filter in filters.Concat(words.Select(word => new IncidentFilter { Text = word })))
        {
            Assert.Equal(Numbers(expected, filter), Numbers(actual, filter));
            Check(expected.CountFacets(filter, Site.Today), actual.CountFacets(filter, Site.Today));
        }
    }

    private static void Check(FacetCounts expected, FacetCounts actual)
    {
        Assert.Equal(expected.Total, actual.Total);
        Assert.Equal(expected.Months, actual.Months);
        foreach (var facet in Enum.GetValues<Facet>())
        {
            Assert.Equal(expected[facet].OrderBy(pair => pair.Key), actual[facet].OrderBy(pair => pair.Key));
        }
    }

    private static IEnumerable<int> Numbers(IncidentIndex index, IncidentFilter filter) =>
        index.Select(filter, Site.Today).Select(row => index[row].Number);

    /// <summary>All that an index tells of one row.</summary>
    private static string Told(IncidentIndex index, int row) => string.Join(" | ",
        index[row],
        string.Join(' ', index.Parties(row)),
        string.Join(' ', index.TacticsOf(row)),
        string.Join(' ', index.TargetsOf(row)),
        string.Join(' ', index.Grades(row).ToArray()),
        string.Join(' ', index.Sources(row).ToArray().Order()),
        index.IndependentSources(row));
}
