using CsCheck;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Querying;

public sealed class IncidentIndexTests
{
    private static readonly Reference Reference = SyntheticIncidents.Reference;

    private static readonly Gen<(Incident[] Incidents, IncidentFilter Filter, int BlockRows)> Cases = Gen.Select(
        SyntheticIncidents.Sets,
        RandomFilters.Over(Reference, new(2017, 12, 1), new(2020, 6, 1)),
        Pick.From(1, 2, 7, 1000));

    [Fact]
    public void Selection_equals_a_naive_scan() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test", one.BlockRows);

        var numbers = index.Select(one.Filter, Site.Today).Select(row => index[row].Number);

        Assert.Equal(Naive.Numbers(one.Incidents, one.Filter), numbers.Order());
    });

    [Fact]
    public void Facet_count_is_the_total_of_the_view_with_that_value_alone() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test", one.BlockRows);
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
    public void Facet_counts_name_every_value_that_shows_something() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test", one.BlockRows);
        var counts = index.CountFacets(one.Filter, Site.Today);

        foreach (var actor in Reference.Actors)
        {
            Assert.Equal(
                Naive.Numbers(one.Incidents, Alone(one.Filter, Facet.Actor, actor.Slug)).Count(),
                counts.Of(Facet.Actor, actor.Slug));
        }
    }, iter: 300);

    [Fact]
    public void Months_count_incidents_of_any_date_and_those_selected() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test", one.BlockRows);
        var months = index.CountFacets(one.Filter, Site.Today).Months;
        var anyDate = one.Filter with { From = null, To = null, Last = null };

        Assert.Equal(ByMonth(index, anyDate), months.Where(month => month.AnyDate > 0)
            .Select(month => (month.Month, month.AnyDate)));
        Assert.Equal(ByMonth(index, one.Filter), months.Where(month => month.Selected > 0)
            .Select(month => (month.Month, month.Selected)));
    });

    [Fact]
    public void Pages_put_together_are_the_selection() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test", one.BlockRows);
        var filter = one.Filter with { PageSize = 7 };
        var whole = index.Select(filter, Site.Today);

        var pages = Enumerable.Range(1, whole.Length / 7 + 1)
            .SelectMany(page => index.SelectPage(filter with { Page = page }, Site.Today));

        Assert.Equal(whole, pages);
        Assert.Equal(whole.Length, index.CountOf(filter, Site.Today));
    });

    [Fact]
    public void Row_of_a_number_is_the_row_that_has_it() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test", one.BlockRows);

        Assert.All(index.Rows, row => Assert.Equal(row, index.RowOf(index[row].Number)));
        Assert.Equal(index.Count, index.Rows.Count());
        Assert.Null(index.RowOf(one.Incidents.Length + 1));
    });

    [Fact]
    public void Order_is_the_one_asked_for_and_total() => SyntheticIncidents.Sets.Sample(incidents =>
    {
        var index = IncidentIndex.Build(incidents, Reference, "test");
        foreach (var sort in Enum.GetValues<IncidentSort>())
        {
            foreach (var descending in (bool[])[false, true])
            {
                var rows = index.Select(new IncidentFilter { Sort = sort, Descending = descending }, Site.Today)
                    .Select(row => index[row]).ToList();

                foreach (var (left, right) in rows.Zip(rows.Skip(1)))
                {
                    var order = Compare(sort, left, right) * (descending ? -1 : 1);
                    Assert.True(order <= 0, $"{left} stands before {right} by {sort}");
                    Assert.True(
                        order < 0 || IsNewer(left, right) == (sort != IncidentSort.Date || descending),
                        $"{left} stands before {right}, equal by {sort}");
                }
            }
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

    [Theory]
    [InlineData("gao Gao menaka", "gao menaka")]
    [InlineData("march marche marches", "marches")]
    [InlineData("1 #12 12", "#12 12")]
    public void Words_that_are_part_of_others_are_not_sought(string text, string expected) =>
        Assert.Equal(expected.Split(' '), TextFold.Sought(text));

    [Fact]
    public void Any_text_can_be_folded() => Gen.Char['\0', '\uffff'].Array[0, 12].Select(letters => new string(letters))
        .Sample(text => Assert.StartsWith("gao\n", TextFold.Fold($"Gao\n{text}"), StringComparison.Ordinal));

    private static bool IsNewer(IncidentRow left, IncidentRow right) =>
        (left.StartsOn, left.Number).CompareTo((right.StartsOn, right.Number)) > 0;

    private static int Compare(IncidentSort sort, IncidentRow left, IncidentRow right) => sort switch
    {
        IncidentSort.Date => left.StartsOn.CompareTo(right.StartsOn),
        IncidentSort.Deaths => Rank(left).CompareTo(Rank(right)),
        IncidentSort.Type => left.SubType.CompareTo(right.SubType),
        IncidentSort.Region => string.CompareOrdinal(Names(left), Names(right)),
        IncidentSort.Number => left.Number.CompareTo(right.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "A sort without a test."),
    };

    private static string Names(IncidentRow row) =>
        $"{Reference.Country(row.CountryCode)!.NameEn}, {(row.RegionCode is { } code ? Reference.Region(code)!.NameEn : "")}";

    private static int Rank(IncidentRow row) => row.Deaths.Best ?? row.Deaths.Low ?? -1;

    private static IEnumerable<(int Month, int Count)> ByMonth(IncidentIndex index, IncidentFilter filter) => index
        .Select(filter, Site.Today).Select(row => index[row].StartsOn)
        .GroupBy(day => day.Year * 12 + day.Month - 1).OrderBy(month => month.Key)
        .Select(month => (month.Key, month.Count()));

    private static IncidentFilter Alone(IncidentFilter filter, Facet facet, string value)
    {
        var key = Code.Of(facet);
        var without = FilterGrammar.Parts(filter).Where(part => part.Key == key)
            .Aggregate(filter.Selection, (left, part) => FilterGrammar.Parts(left).First(p => (p.Key, p.Value) == (part.Key, part.Value)).Without);
        return FilterGrammar.With(without, key, value)!;
    }
}
