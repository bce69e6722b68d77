using CsCheck;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Querying;

public sealed class FilterGrammarTests
{
    private static readonly Reference Reference = SyntheticIncidents.Reference;

    [Fact]
    public void Any_filter_survives_being_written_and_read() =>
        RandomFilters.Over(Reference, new(2017, 12, 1), new(2020, 6, 1)).Sample(filter =>
        {
            var reading = FilterGrammar.Read(FilterGrammar.Write(filter), Reference);

            Assert.Empty(reading.Problems);
            Assert.Equal(FilterGrammar.Write(filter), FilterGrammar.Write(reading.Filter));
            Assert.Equal(filter, reading.Filter);
        });

    [Fact]
    public void Each_part_can_be_taken_away_and_put_back() =>
        RandomFilters.Over(Reference, new(2017, 12, 1), new(2020, 6, 1)).Sample(filter =>
        {
            foreach (var part in FilterGrammar.Parts(filter))
            {
                Assert.DoesNotContain(
                    KeyValuePair.Create(part.Key, part.Value), FilterGrammar.Pairs(part.Without));
                Assert.Equal(filter.Selection, FilterGrammar.With(part.Without, part.Key, part.Value)!.Selection);
            }
        });

    [Theory]
    [InlineData("colour=red", "colour", "red", "KnownKey")]
    [InlineData("from=2018-13", "from", "2018-13", "Date")]
    [InlineData("from=29/07/2018", "from", "29/07/2018", "Date")]
    [InlineData("country=Mali", "country", "Mali", "Country")]
    [InlineData("region=ML-99", "region", "ML-99", "Region")]
    [InlineData("actor=nobody", "actor", "nobody", "Actor")]
    [InlineData("type=war", "type", "war", "OneOf")]
    [InlineData("tactic=magic", "tactic", "magic", "Tactic")]
    [InlineData("deaths=-1", "deaths", "-1", "Count")]
    [InlineData("deaths=ten", "deaths", "ten", "Count")]
    [InlineData("grade=G1", "grade", "G1", "Grade")]
    [InlineData("grade=F6", "grade", "F6", "Grade")]
    [InlineData("bbox=1,2,3", "bbox", "1,2,3", "Box")]
    [InlineData("bbox=5,2,3,4", "bbox", "5,2,3,4", "Box")]
    [InlineData("bbox=NaN,2,3,4", "bbox", "NaN,2,3,4", "Box")]
    [InlineData("last=0w", "last", "0w", "Span")]
    [InlineData("last=12w&from=2018", "last", "12w", "LastAlone")]
    [InlineData("from=2019&to=2018", "to", "2018-12-31", "NotBefore")]
    [InlineData("from=2018&from=2019", "from", "2018 & 2019", "Once")]
    [InlineData("page=0", "page", "0", "Page")]
    [InlineData("size=100000", "size", "100000", "PageSize")]
    [InlineData("sort=--date", "sort", "--date", "Sort")]
    [InlineData("checked=maybe", "checked", "maybe", "YesNo")]
    [InlineData("bbox=0,14,0.000001,15", "bbox", "0,14,0.000001,15", "Box")]
    [InlineData("q=a+b+c+d+e+f+g+h+i", "q", "a b c d e f g h i", "FewerWords")]
    [InlineData("q=%CC%81", "q", "\u0301", "Text")]
    [InlineData("q=gao%01", "q", "gao\ufffd", "Characters")]
    [InlineData("q=%EF%BF%BE", "q", "\ufffd", "Characters")]
    [InlineData("q=%EF%B7%90", "q", "\ufffd", "Characters")]
    [InlineData("q=%F0%9F%BF%BF", "q", "\ufffd", "Characters")]
    [InlineData("q=gao%0Amenaka", "q", "gao\nmenaka", "Characters")]
    [InlineData("q=%FF", "q", "\ufffd", "Characters")]
    [InlineData("country=ML%00I", "country", "ML\ufffdI", "Characters")]
    [InlineData("%01=red", "\ufffd", "red", "KnownKey")]
    public void Bad_part_is_named_with_value_and_expectation(string query, string field, string value, string expected)
    {
        var problem = Assert.Single(FilterGrammar.Read(query, Reference).Problems);

        Assert.Equal((field, value, expected), (problem.Field, problem.Value, problem.Expected));
    }

    [Fact]
    public void Key_of_the_view_is_no_problem_only_for_that_view()
    {
        Assert.Empty(FilterGrammar.Read("by=month", Reference, "by").Problems);
        Assert.Single(FilterGrammar.Read("by=month", Reference).Problems);
    }

    [Fact]
    public void Characters_that_cannot_be_shown_are_a_problem_in_a_key_of_the_view_too() => Assert.Equal(
        ("by", "\ufffd", "Characters"),
        Assert.Single(FilterGrammar.Read("by=%EF%BF%BE", Reference, "by").Problems) is var problem
            ? (problem.Field, problem.Value, problem.Expected)
            : default);

    [Theory]
    [InlineData("'")]
    [InlineData("🙂")]
    [InlineData("é")]
    [InlineData("#12")]
    public void Any_character_that_is_left_when_accents_go_can_be_searched_for(string text)
    {
        var reading = FilterGrammar.Read($"q={Uri.EscapeDataString(text)}", Reference);

        Assert.Empty(reading.Problems);
        Assert.Equal(text, reading.Filter.Text);
    }

    [Fact]
    public void Frozen_filter_spans_the_same_days_and_survives_being_written_and_read() =>
        RandomFilters.Over(Reference, new(2017, 12, 1), new(2020, 6, 1)).Sample(filter =>
        {
            var frozen = filter.Frozen(Site.Today);

            var reading = FilterGrammar.Read(FilterGrammar.Write(frozen), Reference);

            Assert.Empty(reading.Problems);
            Assert.Equal(frozen, reading.Filter);
            Assert.Equal(filter.Days(Site.Today), reading.Filter.Days(Site.Today.AddDays(90)));
        });

    [Fact]
    public void Box_is_read_as_it_is_written() => Assert.Equal(
        "bbox=0,14,0.00001,15",
        FilterGrammar.Write(FilterGrammar.Read("bbox=-0.000001,14.0000001,0.000012,15", Reference).Filter));

    [Fact]
    public void Filter_that_cannot_be_written_is_no_smaller_filter()
    {
        var filter = new IncidentFilter { Box = new BoundingBox(0, 14, 0.000001, 15), DeathsAtLeast = 3 };

        Assert.Throws<ArgumentException>(() => FilterGrammar.Parts(filter));
        Assert.Throws<ArgumentException>(() => FilterGrammar.With(filter, "country", "MLI"));
    }

    [Fact]
    public void Blank_form_fields_ask_nothing() =>
        Assert.True(FilterGrammar.Read("q=&from=&to=+&actor=", Reference).Filter.IsEverything);

    [Fact]
    public void Partial_dates_span_their_month_or_year()
    {
        var filter = FilterGrammar.Read("from=2018-02&to=2020", Reference).Filter;

        Assert.Equal((new DateOnly(2018, 2, 1), new DateOnly(2020, 12, 31)), filter.Days(new(2026, 1, 1)));
    }

    [Theory]
    [InlineData("7d", "2026-10-26")]
    [InlineData("12w", "2026-08-10")]
    [InlineData("6m", "2026-05-02")]
    [InlineData("2y", "2024-11-02")]
    [InlineData("200y", "1900-01-01")]
    [InlineData("999y", "1900-01-01")]
    public void Relative_span_ends_today(string span, string first)
    {
        var filter = FilterGrammar.Read($"last={span}", Reference).Filter;

        Assert.Equal((DateOnly.Parse(first, null), Site.Today), filter.Days(Site.Today));
        Assert.Equal(filter.Days(Site.Today), filter.Frozen(Site.Today).Days(Site.Today.AddDays(90)));
    }

    [Fact]
    public void Too_many_or_too_long_values_are_refused()
    {
        Assert.Equal("FewerPairs", Assert.Single(FilterGrammar.Read(
            string.Join('&', Enumerable.Range(0, 300).Select(i => $"q={i}")), Reference).Problems).Expected);
        Assert.Equal("Shorter", Assert.Single(FilterGrammar.Read($"q={new string('a', 10_000)}", Reference).Problems).Expected);
    }

    [Fact]
    public void Equal_choices_give_one_address_whatever_their_order() => Assert.Equal(
        FilterGrammar.Write(FilterGrammar.Read("type=riots&type=battles&country=NER&country=BFA", Reference).Filter),
        FilterGrammar.Write(FilterGrammar.Read("country=BFA&type=battles&country=NER&type=riots&type=battles", Reference).Filter));

    [Fact]
    public void Grade_asks_reliability_and_credibility_apart()
    {
        Assert.True(new Grade('B', 2).IsAtLeast(new Grade('B', 6)));
        Assert.True(new Grade('A', 6).IsAtLeast(new Grade('B', 6)));
        Assert.False(new Grade('F', 1).IsAtLeast(new Grade('E', 6)));
        Assert.False(new Grade('A', 6).IsAtLeast(new Grade('B', 5)));
    }
}
