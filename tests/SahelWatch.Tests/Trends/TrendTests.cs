using System.Globalization;
using CsCheck;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;
using SahelWatch.Trends;

namespace SahelWatch.Tests.Trends;

public sealed class TrendTests
{
    private static readonly Reference Reference = SyntheticIncidents.Reference;

    private static readonly Gen<(Incident[] Incidents, IncidentFilter Filter, BucketSize Size, TrendSplit Split, int BlockRows)>
        Cases = Gen.Select(
            SyntheticIncidents.Sets,
            RandomFilters.Over(Reference, new(2017, 12, 1), new(2020, 6, 1)),
            Gen.Enum<BucketSize>(),
            Gen.Enum<TrendSplit>(),
            Pick.From(1, 2, 7, 1000));

    [Fact]
    public void Buckets_add_up_to_the_total_of_the_list() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test", one.BlockRows);

        var trend = Trend.Build(index, one.Filter, Site.Today, one.Size, one.Split);

        Assert.Equal(index.Select(one.Filter, Site.Today).Length, trend.Total.Incidents);
        Assert.Equal(trend.Total, Sum(trend.Totals));
        Assert.All(trend.Series, series => Assert.Equal(series.Total, Sum(series.Figures)));
    });

    [Fact]
    public void Figures_are_those_of_the_rows_added_one_by_one() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test", one.BlockRows);

        var trend = Trend.Build(index, one.Filter, Site.Today, one.Size, one.Split);

        TrendFigure Naive(IncidentFilter filter) => Sum(index.Select(filter, Site.Today)
            .Select(row => TrendFigure.Of(index[row].Deaths)));
        Assert.Equal(Naive(one.Filter), trend.Total);
        Assert.All(trend.Series, series => Assert.Equal(Naive(series.Filter), series.Total));
        Assert.Equal(
            index.Select(one.Filter, Site.Today).Count(row =>
                TimeBucket.Of(index[row].StartsOn, one.Size).Last < index[row].EndsOn),
            trend.Spanning);
    });

    [Fact]
    public void Series_are_all_values_that_occur_and_those_without_one_are_counted() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test", one.BlockRows);

        var trend = Trend.Build(index, one.Filter, Site.Today, one.Size, one.Split);

        var found = Found(one.Incidents, one.Filter);
        Assert.Equal(
            Values(one.Split, found, one.Filter),
            trend.Series.SelectMany(series => series.Values).Order(StringComparer.Ordinal));
        var inSeries = trend.Series.SelectMany(series => Found(one.Incidents, series.Filter)).Distinct().Count();
        Assert.Equal(found.Length - inSeries, trend.WithoutValue);
    });

    [Fact]
    public void Every_figure_counts_exactly_the_list_it_links_to() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test", one.BlockRows);
        var trend = Trend.Build(index, one.Filter, Site.Today, one.Size, one.Split);
        int Listed(IncidentFilter filter)
        {
            var reading = FilterGrammar.Read(FilterGrammar.Write(filter), Reference);
            Assert.Empty(reading.Problems);
            return index.Select(reading.Filter, Site.Today).Length;
        }

        foreach (var (bucket, i) in trend.Buckets.Select((bucket, i) => (bucket, i)))
        {
            Assert.Equal(trend.Totals[i].Incidents, Listed(trend.FilterOf(bucket)));
            foreach (var series in trend.Series.Concat(trend.Drawn).Where(series => series.Figures[i].Incidents > 0))
            {
                Assert.Equal(series.Figures[i].Incidents, Listed(trend.FilterOf(bucket, series)));
            }
        }
        Assert.All(
            trend.Series.Concat(trend.Drawn),
            series => Assert.Equal(series.Total.Incidents, Listed(series.Filter)));
    }, iter: 200);

    [Fact]
    public void Series_of_an_exclusive_split_add_up_to_the_total() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test", one.BlockRows);

        var trend = Trend.Build(index, one.Filter, Site.Today, one.Size, one.Split);

        if (trend.Overlaps)
        {
            var counted = Sum(trend.Series.Select(series => series.Total)).Incidents + trend.WithoutValue;
            Assert.True(counted >= trend.Total.Incidents);
        }
        else
        {
            Assert.Equal(trend.Total, Sum(trend.Series.Select(series => series.Total)));
            Assert.Equal(trend.Total, Sum(trend.Drawn.Select(series => series.Total)));
            Assert.Equal(0, trend.WithoutValue);
        }
        Assert.True(trend.Drawn.Count <= Trend.MostDrawn);
    });

    [Fact]
    public void A_trend_of_no_incident_has_no_bucket()
    {
        var trend = Trend.Build(IncidentIndex.Build([], Reference, "test"), new(), Site.Today, BucketSize.Month);

        Assert.Empty(trend.Buckets);
        Assert.Null(trend.Range);
        Assert.Equal(default, trend.Total);
    }

    [Fact]
    public void A_trend_of_one_incident_has_one_bucket()
    {
        var trend = Of([One(1, "2018-06-29", new(3, 5, 9))], new(), BucketSize.Week);

        Assert.Equal("2018-W26", Assert.Single(trend.Buckets).Code);
        Assert.Equal(new TrendFigure(1, 3, 5, 9, 0), Assert.Single(trend.Totals));
    }

    [Fact]
    public void Months_without_incidents_are_zero_and_present()
    {
        var trend = Of(
            [One(1, "2018-01-31", default), One(2, "2018-04-01", default)], new(), BucketSize.Month);

        Assert.Equal([1, 0, 0, 1], trend.Totals.Select(figure => figure.Incidents));
    }

    [Fact]
    public void An_incident_that_spans_buckets_counts_once_on_its_first_day()
    {
        Incident[] incidents = [One(1, "2018-06-29", new(2, 2, 2), "2018-07-03"), One(2, "2018-08-01", default)];

        var trend = Of(incidents, new(), BucketSize.Month);

        Assert.Equal([1, 0, 1], trend.Totals.Select(figure => figure.Incidents));
        Assert.Equal(1, trend.Spanning);
        var july = new IncidentFilter { From = new(2018, 7, 1), To = new(2018, 7, 31) };
        Assert.Equal(0, Of(incidents, july, BucketSize.Month).Total.Incidents);
    }

    [Fact]
    public void Unknown_tolls_are_counted_apart_and_add_nothing()
    {
        var trend = Of(
        [
            One(1, "2018-06-01", default), One(2, "2018-06-02", new(0, 0, 0)),
            One(3, "2018-06-03", new(20, null, 40)), One(4, "2018-06-04", new(null, null, 7)),
        ], new(), BucketSize.Month);

        Assert.Equal(new TrendFigure(4, 20, 20, 47, 1), trend.Total);
    }

    [Fact]
    public void Buckets_that_the_filter_or_the_end_of_the_data_cuts_are_partial()
    {
        Incident[] incidents =
            [One(1, "2018-01-05", default), One(2, "2018-03-20", default), One(3, "2026-10-30", default)];

        var cut = Of(incidents, new() { From = new(2018, 1, 4), To = new(2018, 3, 31) }, BucketSize.Month);
        var whole = Of(incidents, new(), BucketSize.Month);

        Assert.Equal([true, false, false], cut.Buckets.Select(cut.IsPartial));
        Assert.Equal([whole.Buckets[^1]], whole.Buckets.Where(whole.IsPartial));
        Assert.Equal(new DateOnly(2026, 10, 30), whole.CoveredTo);
        Assert.True(Of(incidents, new(), BucketSize.Year).IsPartial(TimeBucket.Of(Site.Today, BucketSize.Year)));
    }

    [Fact]
    public void The_range_is_the_filters_dates_cut_to_the_data()
    {
        Incident[] incidents = [One(1, "2018-01-05", default), One(2, "2019-03-20", default, "2019-05-20")];

        var early = Of(incidents, new() { From = new(1990, 1, 1) }, BucketSize.Year);
        Assert.Equal((new DateOnly(2018, 1, 5), new DateOnly(2019, 3, 20)), early.Range);
        Assert.Null(Of(incidents, new() { From = new(2020, 1, 1) }, BucketSize.Year).Range);
    }

    [Fact]
    public void More_buckets_than_a_chart_can_hold_are_refused() => Assert.Throws<ArgumentException>(() => Of(
        [One(1, "1950-01-01", default), One(2, "2018-01-01", default)], new(), BucketSize.Week));

    [Fact]
    public void Histogram_counts_any_date_and_what_the_dates_select() => Cases.Sample(one =>
    {
        var index = IncidentIndex.Build(one.Incidents, Reference, "test", one.BlockRows);

        var histogram = TimeHistogram.Build(index, one.Filter, Site.Today);

        Assert.Equal(index.Select(one.Filter with { From = null, To = null, Last = null }, Site.Today).Length, histogram.Total);
        Assert.Equal(index.Select(one.Filter, Site.Today).Length, histogram.Selected);
        Assert.Equal(histogram.Total, histogram.Buckets.Sum(bucket => bucket.Count));
        Assert.Equal(histogram.Selected, histogram.Buckets.Sum(bucket => bucket.Selected));
        Assert.All(histogram.Buckets, bucket => Assert.True(bucket.Selected <= bucket.Count));
    });

    private static Incident[] Found(Incident[] incidents, IncidentFilter filter)
    {
        var numbers = Naive.Numbers(incidents, filter).ToHashSet();
        return [.. incidents.Where(incident => numbers.Contains(incident.Number))];
    }

    /// <summary>The values that some incident of those found has and that the filter asks for or leaves open.</summary>
    private static IEnumerable<string> Values(TrendSplit split, Incident[] found, IncidentFilter filter) => (split switch
    {
        TrendSplit.Region => found.Select(incident => incident.Region?.Code ?? IncidentFilter.NoRegion),
        TrendSplit.Country => found.Select(incident => incident.CountryCode),
        TrendSplit.Type => found.Select(incident => Code.Of(incident.Type)),
        TrendSplit.Tactic => found.SelectMany(incident => incident.Tactics)
            .Where(tactic => filter.Tactics.Length == 0 || filter.Tactics.Contains(tactic)),
        TrendSplit.Actor => Reference.Actors.Select(actor => actor.Slug)
            .Where(slug => filter.Actors.Length == 0 || filter.Actors.Contains(slug))
            .Where(slug => Found(found, filter with { Actors = [slug] }).Length > 0),
        _ => [],
    }).Distinct().Order(StringComparer.Ordinal);

    private static Trend Of(Incident[] incidents, IncidentFilter filter, BucketSize size) =>
        Trend.Build(IncidentIndex.Build(incidents, Reference, "test"), filter, Site.Today, size);

    private static TrendFigure Sum(IEnumerable<TrendFigure> figures) =>
        figures.Aggregate(default(TrendFigure), (sum, figure) => sum + figure);

    private static Incident One(int number, string from, Toll deaths, string? to = null) => new()
    {
        Number = number,
        Title = "Synthetic",
        Summary = "Synthetic.",
        StartsOn = DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        EndsOn = DateOnly.ParseExact(to ?? from, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        DatePrecision = DatePrecision.Day,
        SubType = EventSubType.ArmedClash,
        CountryCode = "MLI",
        PlaceName = "Gao",
        Latitude = 16.27,
        Longitude = -0.05,
        GeoPrecision = GeoPrecision.Exact,
        CoordinateSource = CoordinateSource.Gazetteer,
        DeathsLow = deaths.Low,
        DeathsBest = deaths.Best,
        DeathsHigh = deaths.High,
        Status = EditorialStatus.Published,
        CreatedAt = DateTime.UnixEpoch,
        ChangedAt = DateTime.UnixEpoch,
    };
}
