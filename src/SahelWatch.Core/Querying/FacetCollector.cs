using System.Numerics;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// Counts all facets and the months in one pass. A column is counted by its codes, leaving out the filter's own part
/// on it; what each code means to each facet is settled once at the end.
/// </summary>
internal sealed class FacetCollector : ICollector<FacetCollector>
{
    private readonly IndexTables _tables;
    private readonly Tally _areas;
    private readonly Tally _kinds;
    private readonly Tally _means;

    /// <summary>Null where no incident belongs to a collection.</summary>
    private readonly Tally? _evidence;
    private readonly PartyTally _parties;
    private readonly MonthTally _months;
    private int _total;

    public FacetCollector(IncidentIndex index, CompiledFilter filter)
    {
        _tables = index.Tables;
        _areas = new Tally(filter.Sizes.Areas);
        _kinds = new Tally(filter.Sizes.Kinds);
        _means = new Tally(filter.Sizes.Means);
        _evidence = HasCollections(_tables.Collections) ? new Tally(filter.Sizes.Evidence) : null;
        _parties = new PartyTally(_tables, filter);
        _months = new MonthTally(index);
    }

    public void Add(IndexBlock block, int first, BlockScan scan)
    {
        var rows = scan.RowsForPanels(block);
        _total += rows.Length;
        _months.Add(block, scan, rows);
        _areas.Add(block.Areas, Of(Miss.Area, rows, scan));
        _kinds.Add(block.Kinds, Of(Miss.Kind, rows, scan));
        _means.Add(block.Means, Of(Miss.Means, rows, scan));
        _evidence?.Add(block.Evidence, Of(Miss.Evidence, rows, scan));
        _parties.Add(block, Of(Miss.Parties, rows, scan));
    }

    public void Merge(FacetCollector later)
    {
        _total += later._total;
        _areas.Merge(later._areas);
        _kinds.Merge(later._kinds);
        _means.Merge(later._means);
        if (later._evidence is { } evidence)
        {
            _evidence?.Merge(evidence);
        }
        _parties.Merge(later._parties);
        _months.Merge(later._months);
    }

    public FacetCounts Counts(FilterParts parts)
    {
        var counts = new FacetCounts { Total = _total, Months = _months.ToList() };
        WriteAreas(parts, counts);
        WriteKinds(parts, counts);
        WriteMeans(parts, counts);
        WriteCollections(parts, counts);
        _parties.Write(counts);
        return counts;
    }

    public void Dispose()
    {
        _areas.Dispose();
        _kinds.Dispose();
        _means.Dispose();
        _evidence?.Dispose();
    }

    /// <summary>The rows of the panel of one column: the same as the filter's where it does not ask about it.</summary>
    private static ReadOnlySpan<ushort> Of(Miss column, ReadOnlySpan<ushort> rows, BlockScan scan) =>
        scan.Filter.Asks(column) ? scan.Without(column) : rows;

    /// <summary>Whether a value that fails these parts counts in the facet of one of them.</summary>
    private static bool IsOpen(Part failed, Part own) => (failed & ~own) == Part.None;

    private void WriteAreas(FilterParts parts, FacetCounts counts) =>
        Each(_areas, _tables.Areas, parts.FailedBy, (area, failed, count) =>
        {
            counts.Add(Facet.Country, area.Country, IsOpen(failed, Part.Country) ? count : 0);
            counts.Add(
                Facet.Region, area.Region ?? IncidentFilter.NoRegion, IsOpen(failed, Part.Region) ? count : 0);
        });

    private void WriteKinds(FilterParts parts, FacetCounts counts)
    {
        var (types, subTypes) = (new int[Code.All<EventType>().Count], new int[Code.All<EventSubType>().Count]);
        var (geo, time) = (new int[Code.All<GeoPrecision>().Count], new int[Code.All<DatePrecision>().Count]);
        var (violence, isChecked) = (new int[Code.All<UcdpViolence>().Count], new int[2]);
        Each(_kinds, _tables.Kinds, parts.FailedBy, (kind, failed, count) =>
        {
            types[(int)kind.Type] += IsOpen(failed, Part.Type) ? count : 0;
            subTypes[(int)kind.SubType] += IsOpen(failed, Part.SubType) ? count : 0;
            geo[(int)kind.GeoPrecision] += IsOpen(failed, Part.Geo) ? count : 0;
            time[(int)kind.DatePrecision] += IsOpen(failed, Part.Time) ? count : 0;
            isChecked[kind.IsChecked ? 1 : 0] += IsOpen(failed, Part.Checked) ? count : 0;
            if (kind.Violence is { } own)
            {
                violence[own - UcdpViolence.StateBased] += IsOpen(failed, Part.Violence) ? count : 0;
            }
        });
        counts.Add<EventType>(Facet.Type, types);
        counts.Add<EventSubType>(Facet.Subtype, subTypes);
        counts.Add<GeoPrecision>(Facet.Geo, geo);
        counts.Add<DatePrecision>(Facet.Time, time);
        counts.Add<UcdpViolence>(Facet.Ucdp, violence);
        counts.Add(Facet.Checked, ["no", "yes"], isChecked);
    }

    /// <summary>Means are many, their sets of tactics and of targets few: only these are opened.</summary>
    private void WriteMeans(FilterParts parts, FacetCounts counts)
    {
        var (tactics, targets) = (_tables.Tactics.ByCode, _tables.Targets.ByCode);
        var byTactics = new int[_tables.Tactics.Parts.Count];
        var byTargets = new int[_tables.Targets.Parts.Count];
        var means = _tables.Means.Values;
        var byCode = _means.Counts;
        for (var code = 0; code < byCode.Length; code++)
        {
            var failed = parts.FailedBy(means[code]);
            byTactics[tactics[code]] += IsOpen(failed, Part.Tactic) ? byCode[code] : 0;
            byTargets[targets[code]] += IsOpen(failed, Part.Target) ? byCode[code] : 0;
        }
        counts.Add(Facet.Tactic, Tactics.All, Opened(byTactics, _tables.Tactics.Parts, Tactics.All.Count));
        counts.Add(Facet.Target, Targets.All, Opened(byTargets, _tables.Targets.Parts, Targets.All.Count));
    }

    /// <summary>Counts of the bits of sets.</summary>
    private static int[] Opened(int[] bySet, ValueTable<ulong> sets, int bits)
    {
        var counts = new int[bits];
        for (var set = 0; set < bySet.Length; set++)
        {
            for (var left = sets[set]; left != 0; left &= left - 1)
            {
                counts[BitOperations.TrailingZeroCount(left)] += bySet[set];
            }
        }
        return counts;
    }

    /// <summary>As for means: sets of collections are few.</summary>
    private void WriteCollections(FilterParts parts, FacetCounts counts)
    {
        if (_evidence is null)
        {
            return;
        }
        var sets = _tables.Collections.ByCode;
        var evidence = _tables.Evidence.Values;
        var byCode = _evidence.Counts;
        var bySet = new int[_tables.Collections.Parts.Count];
        for (var code = 0; code < byCode.Length; code++)
        {
            bySet[sets[code]] += IsOpen(parts.FailedBy(evidence[code]), Part.Collection) ? byCode[code] : 0;
        }
        for (var set = 0; set < bySet.Length; set++)
        {
            foreach (var slug in Evidence.SlugsOf(_tables.Collections.Parts[set]))
            {
                counts.Add(Facet.Collection, slug, bySet[set]);
            }
        }
    }

    private static bool HasCollections(PartTable<Evidence, string> collections)
    {
        _ = collections.ByCode;
        foreach (var slugs in collections.Parts.Values)
        {
            if (slugs.Length > 0)
            {
                return true;
            }
        }
        return false;
    }

    private static void Each<T>(Tally tally, ValueTable<T> table, Func<T, Part> failedBy, Action<T, Part, int> see)
        where T : notnull
    {
        var counts = tally.Counts;
        var values = table.Values;
        for (var code = 0; code < counts.Length; code++)
        {
            if (counts[code] > 0)
            {
                see(values[code], failedBy(values[code]), counts[code]);
            }
        }
    }
}
