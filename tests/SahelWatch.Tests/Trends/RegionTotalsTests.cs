using CsCheck;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;
using SahelWatch.Trends;

namespace SahelWatch.Tests.Trends;

/// <summary>Every figure of the regions, actors, tactics and calendar is the total of the list it links to.</summary>
public sealed class RegionTotalsTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    private static readonly IncidentIndex Index = IncidentIndex.Build(
        [.. Repository.Set.Incidents],
        new Reference(
            [.. Repository.Set.Countries], [.. Repository.Set.Regions], [.. Repository.Set.Actors],
            [.. Repository.Set.Relations], [.. Repository.Set.Collections], [.. Repository.Set.PoliticalEvents]),
        "test",
        blockRows: 11);

    private static readonly Gen<IncidentFilter> Filters =
        RandomFilters.Over(Index.Reference, Index.FirstDay!.Value, Index.LastDay!.Value);

    [Fact]
    public void Regions_and_incidents_without_one_add_up_to_the_total() => Filters.Sample(filter =>
    {
        var totals = RegionTotals.Of(Index, filter, Today);
        var parts = totals.Countries.Sum(country => country.Regions.Sum(region => region.Incidents.Count) + country.Outside.Count);

        Assert.Equal(Index.Select(filter, Today).Length, parts);
        Assert.Equal(parts, totals.Total);
        Assert.Equal(parts, totals.Countries.Sum(country => country.All.Count));
        Assert.Equal(totals.Figure, totals.Countries.Aggregate(default(TrendFigure), (sum, country) => sum + country.Figure));
    }, iter: 100);

    [Fact]
    public void Latest_of_a_region_is_the_last_of_its_list() => Filters.Sample(filter =>
    {
        foreach (var region in RegionTotals.Of(Index, filter, Today).Regions.Where(one => one.Latest is not null))
        {
            Assert.Equal(Index.Select(region.Incidents.Filter!, Today)[0], region.Latest);
        }
    }, iter: 30);

    [Fact]
    public void What_stands_behind_a_view_is_what_its_rows_have() => Filters.Sample(filter =>
    {
        var rows = Index.Select(filter, Today);
        var sources = rows.SelectMany(row => Index.Sources(row).ToArray()).ToHashSet();

        Assert.Equal(
            new Standing(rows.Length, rows.Count(row => Index[row].IsChecked), sources.Count),
            Index.StandingOf(filter, Today));
        Assert.Equal(sources.Order(), Index.SourcesOf(filter, Today).Order());
        Assert.Equal(
            rows.Where(row => Index[row].HasPlace).GroupBy(row => (Index[row].Latitude, Index[row].Longitude))
                .Select(point => (point.Key, Count: point.Count(), Latest: point.Max())).Order(),
            Index.PointsOf(filter, Today)
                .Select(point => ((point.Point.Latitude, point.Point.Longitude), point.Count, point.Latest)).Order());
    }, iter: 100);

    [Fact]
    public void Every_region_figure_is_the_total_of_its_list() => Filters.Sample(filter =>
    {
        foreach (var country in RegionTotals.Of(Index, filter, Today).Countries)
        {
            AssertLists([country.All, country.Outside, .. country.Regions.Select(region => region.Incidents)]);
        }
    }, iter: 30);

    [Fact]
    public void Classes_hold_every_region_above_zero_by_each_measure() => Filters.Sample(filter =>
    {
        var totals = RegionTotals.Of(Index, filter, Today);

        Assert.Equal(Index.Reference.Regions.Count, totals.Regions.Count());
        foreach (var measure in Enum.GetValues<MapMeasure>())
        {
            Assert.Equal(
                totals.Regions.Count(region => region.Of(measure) > 0),
                totals.Classes(measure).Sum(one => one.Count));
        }
    }, iter: 30);

    [Fact]
    public void Every_actor_figure_is_the_total_of_its_list() => Filters.Sample(filter =>
    {
        foreach (var count in ActorCount.Of(Index, filter, Today))
        {
            AssertLists([count.Incidents, count.AsPerpetrator, count.InOtherRoles]);
        }
    }, iter: 30);

    [Fact]
    public void Every_tactic_figure_is_the_total_of_its_list_and_years_add_up() => Filters.Sample(filter =>
    {
        foreach (var row in TacticYears.Of(Index, filter, Today).Rows)
        {
            AssertLists([row.Total, .. row.Cells]);
            Assert.Equal(row.Total.Count, row.Cells.Sum(cell => cell.Count));
        }
    }, iter: 30);

    [Fact]
    public void Every_figure_around_a_political_event_is_the_total_of_its_list()
    {
        foreach (var filter in new[] { IncidentFilter.Everything, new IncidentFilter { Actors = ["jnim"], Components = true } })
        {
            var events = EventNeighbours.Of(Index, filter, Today);

            Assert.Equal(Repository.Set.PoliticalEvents.Count, events.Count);
            AssertLists(events.SelectMany(near => new[] { near.Before, near.During, near.After, near.Usual?.Incidents }.OfType<Counted>()));
        }
    }

    private static void AssertLists(IEnumerable<Counted> figures)
    {
        foreach (var figure in figures.Where(figure => figure.Filter is not null || figure.Count > 0))
        {
            Assert.Equal(
                (FilterGrammar.Write(figure.Filter!), figure.Count),
                (FilterGrammar.Write(figure.Filter!), Index.Select(figure.Filter!, Today).Length));
        }
    }
}
