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
        var rows = index.Select(_filter, today);
        var byCountry = rows.ToLookup(row => index[row].CountryCode);
        Total = rows.Length;
        Figure = Sum(rows);
        Countries =
        [
            .. index.Reference.Countries.Select(country => country.Code).Union(byCountry.Select(group => group.Key))
                .Select(code => Country(code, [.. byCountry[code]])),
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

    private CountryTotal Country(string code, int[] rows)
    {
        var asked = _filter with { Countries = [code] };
        var byRegion = rows.ToLookup(row => _index[row].RegionCode);
        var outside = byRegion[null].ToList();
        return new CountryTotal(
            code,
            [
                .. _index.Reference.Regions.Where(region => region.CountryCode == code)
                    .Select(region => Region(region, [.. byRegion[region.Code]])),
            ],
            Counted(outside.Count, asked with { Regions = [IncidentFilter.NoRegion] }),
            Sum(outside),
            Latest(outside),
            Counted(rows.Length, asked),
            Sum(rows));
    }

    private RegionTotal Region(Region region, int[] rows) => new(
        region,
        Counted(rows.Length, _filter with { Regions = [region.Code] }),
        Sum(rows),
        Latest(rows));

    /// <summary>
    /// No filter for nothing: the filter may ask for other countries or regions, which this one would replace.
    /// </summary>
    private static Counted Counted(int count, IncidentFilter filter) => new(count, count == 0 ? null : filter);

    private TrendFigure Sum(IEnumerable<int> rows) =>
        rows.Aggregate(default(TrendFigure), (sum, row) => sum + TrendFigure.Of(_index[row].Deaths));

    private int? Latest(IReadOnlyCollection<int> rows) =>
        rows.Count == 0 ? null : rows.MaxBy(row => (_index[row].StartsOn, _index[row].Number));
}
