using SahelWatch.Geography;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// The incidents of a filter split by country and region. The regions of a country and its incidents that lie in none
/// add up to the country; the countries add up to the filter.
/// </summary>
public sealed class RegionTotals
{
    private readonly IncidentIndex _index;
    private readonly IncidentFilter _filter;

    private RegionTotals(IncidentIndex index, IncidentFilter filter, DateOnly today)
    {
        (_index, _filter) = (index, filter.Selection);
        using var found = index.Collect(_filter, today, _ => new AreaCollector(index.Tables));
        var areas = found.Areas.ToList();
        Figure = Sum(areas);
        Total = Figure.Incidents;
        Countries =
        [
            .. index.Reference.Countries.Select(country => country.Code).Union(areas.Select(one => one.Area.Country))
                .Select(code => Country(code, areas.FindAll(one => one.Area.Country == code))),
        ];
    }

    public IReadOnlyList<CountryTotal> Countries { get; }

    /// <summary>The regions of all countries.</summary>
    public IEnumerable<RegionTotal> Regions => Countries.SelectMany(country => country.Regions);

    /// <summary>Incidents that lie in no region.</summary>
    public int Outside => Countries.Sum(country => country.Outside.Count);

    public int Total { get; }

    public TrendFigure Figure { get; }

    public static RegionTotals Of(IncidentIndex index, IncidentFilter filter, DateOnly today) =>
        new(index, filter, today);

    /// <summary>The classes that a map shades the regions by.</summary>
    public IReadOnlyList<ValueClass> Classes(MapMeasure measure) =>
        ValueClass.Quantiles(Regions.Select(region => region.Of(measure) ?? 0));

    private CountryTotal Country(string code, List<(Area Area, TrendFigure Figure, int Latest)> areas)
    {
        var asked = _filter with { Countries = [code] };
        var outside = areas.FindAll(one => one.Area.Region is null);
        var (figure, figureOutside) = (Sum(areas), Sum(outside));
        return new CountryTotal(
            code,
            [
                .. _index.Reference.Regions.Where(region => region.CountryCode == code)
                    .Select(region => Region(region, areas.FindAll(one => one.Area.Region == region.Code))),
            ],
            Counted(figureOutside, asked with { Regions = [IncidentFilter.NoRegion] }),
            figureOutside,
            Latest(outside),
            Counted(figure, asked),
            figure);
    }

    private RegionTotal Region(Region region, List<(Area Area, TrendFigure Figure, int Latest)> areas) => new(
        region,
        Counted(Sum(areas), _filter with { Regions = [region.Code] }),
        Sum(areas),
        Latest(areas));

    /// <summary>
    /// No filter for nothing: the filter may ask for other countries or regions, which this one would replace.
    /// </summary>
    private static Counted Counted(TrendFigure figure, IncidentFilter filter) =>
        new(figure.Incidents, figure.Incidents == 0 ? null : filter);

    private static TrendFigure Sum(IEnumerable<(Area Area, TrendFigure Figure, int Latest)> areas) =>
        areas.Aggregate(default(TrendFigure), (sum, one) => sum + one.Figure);

    private static int? Latest(List<(Area Area, TrendFigure Figure, int Latest)> areas) =>
        areas.Count == 0 ? null : areas.Max(one => one.Latest);
}
