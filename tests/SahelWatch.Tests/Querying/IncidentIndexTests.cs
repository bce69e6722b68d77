using CsCheck;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Querying;

public sealed class IncidentIndexTests
{
    private static readonly Reference Reference = SyntheticIncidents.Reference;

    private static readonly Gen<(Incident[] Incidents, IncidentFilter Filter)> Cases = Gen.Select(
        SyntheticIncidents.Sets,
        RandomFilters.Over(Reference, new(2017, 12, 1), new(2020, 6, 1)));

    [Fact]
    public void Selection_equals_a_naive_scan() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test");

        var numbers = index.Select(one.Filter, Site.Today).Select(row => index[row].Number);

        Assert.Equal(Naive.Numbers(one.Incidents, one.Filter), numbers.Order());
    });

    [Fact]
    public void Facet_count_is_the_total_of_the_view_with_that_value_alone() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test");
        var counts = index.CountFacets(one.Filter, Site.Today);

        Assert.Equal(index.Select(one.Filter, Site.Today).Length, counts.Total);
        foreach (var facet in Enum.GetValues<Facet>())
        {
            foreach (var (value, count) in counts[facet])
            {
                Assert.Equal(Naive.Numbers(one.Incidents, Alone(one.Filter, facet, value)).Count(), count);
            }
        }
    }, iter: 300);

    [Fact]
    public void Order_is_the_one_asked_for_and_total() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test");

        var rows = index.Select(one.Filter with { Sort = IncidentSort.Deaths, Descending = true }, Site.Today)
            .Select(row => index[row]).ToList();

        foreach (var (left, right) in rows.Zip(rows.Skip(1)))
        {
            var (a, b) = (Rank(left), Rank(right));
            Assert.True(a > b || (a == b && (left.StartsOn, -left.Number).CompareTo((right.StartsOn, -right.Number)) > 0));
        }
    });

    [Fact]
    public void Empty_index_answers_everything_with_nothing()
    {
        var index = IncidentIndex.Build([], Reference.Empty, "test");

        Assert.Empty(index.Select(IncidentFilter.Everything, Site.Today));
        Assert.Equal(0, index.CountFacets(IncidentFilter.Everything, Site.Today).Total);
        Assert.Null(index.LastDay);
    }

    [Fact]
    public void Component_counts_as_its_whole_only_while_it_is_part_of_it()
    {
        var part = Reference.WithComponents("whole");

        Assert.Contains(new Membership("part", new(2018, 3, 1), DateOnly.MaxValue), part);
        Assert.Contains(new Membership("part-of-part", new(2018, 3, 1), new(2018, 12, 31)), part);
        Assert.Equal(3, part.Count);
    }

    [Fact]
    public void Text_is_found_without_accents_case_or_typographic_quotes()
    {
        Assert.Equal("l'armee ecole", TextFold.Fold("L’Armée École"));
        Assert.Equal(["menaka", "gao"], TextFold.Words("  Ménaka   GAO "));
    }

    private static int Rank(IncidentRow row) => row.Deaths.Best ?? row.Deaths.Low ?? row.Deaths.High ?? -1;

    private static IncidentFilter Alone(IncidentFilter filter, Facet facet, string value)
    {
        var key = Code.Of(facet);
        var without = FilterGrammar.Parts(filter).Where(part => part.Key == key)
            .Aggregate(filter.Selection, (left, part) => FilterGrammar.Parts(left).First(p => (p.Key, p.Value) == (part.Key, part.Value)).Without);
        return FilterGrammar.With(without, key, value)!;
    }
}
