using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// The incidents of a filter split by region. The regions and the incidents that lie in none add up to the total of
/// the filter.
/// </summary>
public sealed class RegionTotals
{
    private RegionTotals(IReadOnlyList<RegionTotal> regions, IReadOnlyList<OutsideTotal> outside, int total)
    {
        Regions = regions;
        Outside = outside;
        Total = total;
    }

    /// <summary>Every region of the reference, those without incidents too, in its order.</summary>
    public IReadOnlyList<RegionTotal> Regions { get; }

    /// <summary>Incidents of a country that lie in no region, for countries that have any.</summary>
    public IReadOnlyList<OutsideTotal> Outside { get; }

    public int Total { get; }

    public static RegionTotals Of(IncidentIndex index, IncidentFilter filter, DateOnly today)
    {
        var rows = index.Select(filter.Selection, today);
        var byRegion = rows.ToLookup(row => index[row].RegionCode);
        return new RegionTotals(
            [.. index.Reference.Regions.Select(region => InRegion(index, filter, region, byRegion[region.Code]))],
            [
                .. byRegion[null].ToLookup(row => index[row].CountryCode)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => WithoutRegion(index, filter, group.Key, [.. group], today)),
            ],
            rows.Length);
    }

    private static RegionTotal InRegion(IncidentIndex index, IncidentFilter filter, Region region, IEnumerable<int> inside)
    {
        var rows = inside.ToList();
        return new RegionTotal(
            region,
            new Counted(rows.Count, filter.Selection with { Regions = [region.Code] }),
            TollSum.Of(rows.Select(row => index[row].Deaths)),
            Latest(index, rows));
    }

    private static OutsideTotal WithoutRegion(
        IncidentIndex index, IncidentFilter filter, string country, IReadOnlyCollection<int> rows, DateOnly today)
    {
        var precisions = rows.Select(row => index[row].GeoPrecision).Distinct().Order();
        var asked = filter.Selection with { Countries = [country], GeoPrecisions = [.. precisions] };
        var isExact = index.Select(asked, today).Length == rows.Count;
        return new OutsideTotal(
            country,
            new Counted(rows.Count, isExact ? asked : null),
            TollSum.Of(rows.Select(row => index[row].Deaths)),
            Latest(index, rows));
    }

    private static int? Latest(IncidentIndex index, IReadOnlyCollection<int> rows) =>
        rows.Count == 0 ? null : rows.MaxBy(row => (index[row].StartsOn, index[row].Number));
}
