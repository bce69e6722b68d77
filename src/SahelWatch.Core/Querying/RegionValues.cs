namespace SahelWatch.Querying;

/// <summary>
/// The rows of a filter by region: every region of the reference, those without incidents too, and the number of rows
/// that no region holds. Region counts and <see cref="WithoutRegion"/> add up to the rows.
/// </summary>
public sealed class RegionValues
{
    private RegionValues(IReadOnlyList<RegionValue> all, int withoutRegion)
    {
        All = all;
        WithoutRegion = withoutRegion;
    }

    public IReadOnlyList<RegionValue> All { get; }

    public int WithoutRegion { get; }

    public static RegionValues Of(IncidentIndex index, IReadOnlyList<int> rows)
    {
        var byRegion = rows.Select(row => index[row]).ToLookup(row => row.RegionCode);
        var values = index.Reference.Regions
            .Select(region => (Region: region, Rows: byRegion[region.Code].ToList()))
            .Select(pair => new RegionValue(
                pair.Region,
                pair.Rows.Count,
                pair.Rows.Sum(row => row.Deaths.Low ?? row.Deaths.Best ?? 0),
                pair.Rows.Sum(row => row.CountedDeaths),
                pair.Rows.Sum(row => row.Deaths.High ?? row.Deaths.Best ?? row.Deaths.Low ?? 0),
                pair.Rows.Count(row => !row.Deaths.IsKnown)))
            .ToList();
        return new RegionValues(values, rows.Count - values.Sum(value => value.Count));
    }

    /// <summary>The classes that a map shades these regions by.</summary>
    public IReadOnlyList<ValueClass> Classes(MapMeasure measure) =>
        ValueClass.Quantiles(All.Select(value => value.Of(measure) ?? 0));
}
