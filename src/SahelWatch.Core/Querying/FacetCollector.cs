namespace SahelWatch.Querying;

/// <summary>
/// Counts all facets and the months in one pass. A column is counted by its codes, leaving out the filter's own part
/// on it; what each code means to each facet is settled once at the end.
/// </summary>
internal sealed class FacetCollector : ICollector<FacetCollector>
{
    private readonly IncidentIndex _index;
    private readonly Tally _areas;
    private readonly Tally _kinds;
    private readonly Tally _means;
    private readonly Tally _evidence;
    private readonly PartyTally _parties;
    private readonly MonthTally _months;
    private int _total;

    public FacetCollector(IncidentIndex index, CompiledFilter filter)
    {
        _index = index;
        var tables = index.Tables;
        _areas = new Tally(tables.Areas.Count);
        _kinds = new Tally(tables.Kinds.Count);
        _means = new Tally(tables.Means.Count);
        _evidence = new Tally(tables.Evidence.Count);
        _parties = new PartyTally(tables, filter);
        _months = new MonthTally(index);
    }

    public void Add(IndexBlock block, int first, BlockScan scan)
    {
        var rows = scan.RowsForPanels(block);
        _total += rows.Length;
        _months.AddSelected(block, rows);
        _areas.Add(block.Areas, Of(Miss.Area, rows, scan));
        _kinds.Add(block.Kinds, Of(Miss.Kind, rows, scan));
        _means.Add(block.Means, Of(Miss.Means, rows, scan));
        _evidence.Add(block.Evidence, Of(Miss.Evidence, rows, scan));
        _parties.Add(block, Of(Miss.Parties, rows, scan));
        _months.AddAnyDate(block, Of(Miss.Date, rows, scan));
    }

    public void Merge(FacetCollector later)
    {
        _total += later._total;
        _areas.Merge(later._areas);
        _kinds.Merge(later._kinds);
        _means.Merge(later._means);
        _evidence.Merge(later._evidence);
        _parties.Merge(later._parties);
        _months.Merge(later._months);
    }

    public FacetCounts Counts(FilterParts parts)
    {
        var counts = new FacetCounts { Total = _total, Months = _months.ToList() };
        Each(_areas, _index.Tables.Areas, (area, count) =>
        {
            var failed = parts.FailedBy(area);
            counts.Add(failed, Part.Country, Facet.Country, area.Country, count);
            counts.Add(failed, Part.Region, Facet.Region, area.Region ?? IncidentFilter.NoRegion, count);
        });
        Each(_kinds, _index.Tables.Kinds, (kind, count) => AddKind(counts, parts.FailedBy(kind), kind, count));
        Each(_means, _index.Tables.Means, (means, count) =>
        {
            var failed = parts.FailedBy(means);
            counts.AddEach(failed, Part.Tactic, Facet.Tactic, means.TacticCodes, count);
            counts.AddEach(failed, Part.Target, Facet.Target, means.TargetCodes, count);
        });
        Each(_evidence, _index.Tables.Evidence, (evidence, count) => counts.AddEach(
            parts.FailedBy(evidence), Part.Collection, Facet.Collection, evidence.CollectionSlugs, count));
        _parties.Write(counts);
        return counts;
    }

    public void Dispose()
    {
        _areas.Dispose();
        _kinds.Dispose();
        _means.Dispose();
        _evidence.Dispose();
        _parties.Dispose();
    }

    /// <summary>The rows of the panel of one column: the same as the filter's where it does not ask about it.</summary>
    private static ReadOnlySpan<ushort> Of(Miss column, ReadOnlySpan<ushort> rows, BlockScan scan) =>
        scan.Filter.Asks(column) ? scan.Without(column) : rows;

    private static void AddKind(FacetCounts counts, Part failed, IncidentKind kind, int count)
    {
        counts.Add(failed, Part.Type, Facet.Type, Incidents.Code.Of(kind.Type), count);
        counts.Add(failed, Part.SubType, Facet.Subtype, Incidents.Code.Of(kind.SubType), count);
        counts.Add(failed, Part.Geo, Facet.Geo, Incidents.Code.Of(kind.GeoPrecision), count);
        counts.Add(failed, Part.Time, Facet.Time, Incidents.Code.Of(kind.DatePrecision), count);
        counts.Add(failed, Part.Checked, Facet.Checked, kind.IsChecked ? "yes" : "no", count);
        if (kind.Violence is { } violence)
        {
            counts.Add(failed, Part.Violence, Facet.Ucdp, Incidents.Code.Of(violence), count);
        }
    }

    private static void Each<T>(Tally tally, ValueTable<T> values, Action<T, int> see) where T : notnull
    {
        var counts = tally.Counts;
        for (var code = 0; code < counts.Length; code++)
        {
            if (counts[code] > 0)
            {
                see(values[code], counts[code]);
            }
        }
    }
}
