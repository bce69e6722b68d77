using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// Every published incident in memory, to be asked by filter; safe for any number of readers. A version never changes;
/// <see cref="With"/> makes the next one and shares with it all that an edit did not touch.
/// <para>
/// Incidents stand in date order in blocks of up to 16,384, as columns: day, length and number (4 bytes each), and a
/// code for each group of facts that many incidents share. Codes are of kind (type, precisions, whether checked) and
/// area, 2 bytes each, and of means (tactics and targets), evidence (grades, collections), toll and point, 4 bytes
/// each. Three parties take 6 bytes, sources 4 each and 4 for their start, and 2 more those that last: 58 bytes an
/// incident in all with the tables, for a million with two sources each. Words of the text are numbers in one
/// vocabulary; each block has for every word the rows that hold it, 54 bytes an incident of 46 words.
/// </para>
/// <para>
/// A filter is compiled to one table for each column it asks about, of which codes fail; a query is one pass over the
/// blocks within its dates. Counting codes instead of values lets one count answer several facets.
/// </para>
/// <para>
/// What it cannot do: show a text (the database has it), find words across spaces, or forget values that no incident
/// has any more, which a restart does.
/// </para>
/// </summary>
public sealed class IncidentIndex
{
    internal IncidentIndex(
        IndexTables tables, IndexBlock[] blocks, Reference reference, string version, DateTime? asOf)
    {
        (Tables, Blocks, Reference, Version, AsOf) = (tables, blocks, reference, version, asOf);
        Count = blocks.Sum(block => block.Count);
    }

    /// <summary>Names the state of the data; part of every ETag.</summary>
    public string Version { get; }

    /// <summary>UTC time of the latest change to an incident that is or was published: "data as of".</summary>
    public DateTime? AsOf { get; }

    public Reference Reference { get; }

    public int Count { get; }

    public DateOnly? FirstDay => Count == 0 ? null : DateOnly.FromDayNumber(Blocks[0].FirstDay);

    /// <summary>First possible day of the latest incident: the data tells nothing of the days after it.</summary>
    public DateOnly? CoveredTo => Count == 0 ? null : DateOnly.FromDayNumber(Blocks[^1].LastDay);

    public DateOnly? LastDay => Count == 0 ? null : DateOnly.FromDayNumber(Blocks.Max(block => block.LastEnd));

    /// <summary>The numbers of all rows, in date order. They have gaps.</summary>
    public IEnumerable<int> Rows => Blocks.SelectMany((block, number) =>
        Enumerable.Range(number << IndexBlock.Shift, block.Count));

    internal IndexTables Tables { get; }

    internal IndexBlock[] Blocks { get; }

    public IncidentRow this[int row]
    {
        get
        {
            var codes = BlockOf(row)[PlaceOf(row)];
            var (kind, area, point) = (Tables.Kinds[codes.Kind], Tables.Areas[codes.Area], Tables.Points[codes.Point]);
            return new IncidentRow(
                codes.Number,
                DateOnly.FromDayNumber(codes.Day),
                DateOnly.FromDayNumber(codes.Day + codes.Length),
                kind.DatePrecision,
                kind.SubType,
                kind.Violence,
                area.Country,
                area.Region,
                point.Latitude,
                point.Longitude,
                kind.GeoPrecision,
                Tables.Tolls[codes.Toll],
                kind.IsChecked);
        }
    }

    /// <summary>
    /// Builds the index. Only published incidents enter. Actors, citations with sources, and place must be loaded.
    /// </summary>
    /// <exception cref="ArgumentException">A tactic or target is not in its code list.</exception>
    public static IncidentIndex Build(
        IEnumerable<Incident> incidents, Reference reference, string version, int blockRows = IndexBlock.Usual)
    {
        var builder = new IndexBuilder(reference) { BlockRows = blockRows };
        foreach (var incident in incidents)
        {
            builder.Add(incident);
        }
        return builder.Freeze(version);
    }

    /// <summary>
    /// The next version: each incident as it now stands in place of what had its number; those not published leave.
    /// Collections are those of the reference; one whose incidents changed without their being given needs a new build.
    /// </summary>
    public IncidentIndex With(IReadOnlyCollection<Incident> changed, Reference reference, string version)
    {
        lock (Tables)
        {
            var asOf = changed
                .Where(incident => incident.Status is EditorialStatus.Published or EditorialStatus.Withdrawn)
                .Select(incident => (DateTime?)incident.ChangedAt).Append(AsOf).Max();
            return new IncidentIndex(
                Tables, new IndexEdit(this, changed, reference).Blocks(), reference, version, asOf);
        }
    }

    /// <summary>All of a row but its parties, its sources and its text.</summary>
    public IncidentFacts FactsOf(int row)
    {
        var codes = BlockOf(row)[PlaceOf(row)];
        return new IncidentFacts(
            codes.Number,
            DateOnly.FromDayNumber(codes.Day),
            DateOnly.FromDayNumber(codes.Day + codes.Length),
            Tables.Kinds[codes.Kind],
            Tables.Areas[codes.Area],
            Tables.Points[codes.Point],
            Tables.Tolls[codes.Toll],
            Tables.Means[codes.Means],
            Tables.Evidence[codes.Evidence]);
    }

    public Party[] Parties(int row) =>
        Array.ConvertAll(BlockOf(row).Parties[PlaceOf(row)], code => Tables.Parties[code]);

    public IEnumerable<string> TacticsOf(int row) => MeansOf(row).TacticCodes;

    public IEnumerable<string> TargetsOf(int row) => MeansOf(row).TargetCodes;

    /// <summary>Grades of the row's citations, each once.</summary>
    public ReadOnlySpan<Grade> Grades(int row) => EvidenceOf(row).GradeList;

    /// <summary>Keys of the sources that the row cites.</summary>
    public ReadOnlySpan<int> Sources(int row) => BlockOf(row).SourcesOf(PlaceOf(row));

    /// <summary>How many of the row's sources do not go back to another one of them.</summary>
    public int IndependentSources(int row) => EvidenceOf(row).IndependentSources;

    /// <summary>What the rows that match rest on.</summary>
    public Standing StandingOf(IncidentFilter filter, DateOnly today)
    {
        using var found = Collect(filter, today, _ => new SourceCollector(this));
        return new Standing(found.Total, found.Checked, found.Sources);
    }

    /// <summary>The points of the rows that match and may be drawn as places, the most frequent first.</summary>
    public IReadOnlyList<PointCount> PointsOf(IncidentFilter filter, DateOnly today)
    {
        using var found = Collect(filter, today, _ => new PointCollector(Tables));
        return found.Points;
    }

    /// <summary>Keys of all sources that the rows which match cite.</summary>
    public IReadOnlySet<int> SourcesOf(IncidentFilter filter, DateOnly today)
    {
        using var found = Collect(filter, today, _ => new SourceCollector(this));
        return found.Keys.ToHashSet();
    }

    /// <summary>Row of a public number; null where no published incident has it.</summary>
    public int? RowOf(int number)
    {
        foreach (var row in RowsOf([number]))
        {
            return row;
        }
        return null;
    }

    /// <summary>All rows that match, in the filter's order.</summary>
    public int[] Select(IncidentFilter filter, DateOnly today)
    {
        using var compiled = Compile(filter, today);
        return RowOrder.Page(this, compiled, filter, 0, int.MaxValue);
    }

    /// <summary>The rows of the filter's page, in its order.</summary>
    public int[] SelectPage(IncidentFilter filter, DateOnly today)
    {
        using var compiled = Compile(filter, today);
        return RowOrder.Page(
            this, compiled, filter, (int)Math.Min(int.MaxValue, (filter.Page - 1L) * filter.PageSize), filter.PageSize);
    }

    /// <summary>How many rows match.</summary>
    public int CountOf(IncidentFilter filter, DateOnly today)
    {
        using var count = Collect(filter, today, _ => new CountCollector());
        return count.Count;
    }

    /// <summary>Counts beside every facet value and for every month, each without its own part of the filter.</summary>
    public FacetCounts CountFacets(IncidentFilter filter, DateOnly today)
    {
        using var compiled = Compile(filter, today);
        using var facets = new BlockPass<FacetCollector>(
            Blocks, 0, Blocks.Length, compiled, () => new FacetCollector(this, compiled)).Run();
        return facets.Counts(compiled.Parts);
    }

    internal CompiledFilter Compile(IncidentFilter filter, DateOnly today) => new(filter, today, Reference, Tables);

    /// <summary>One pass over the rows of a filter.</summary>
    internal T Collect<T>(IncidentFilter filter, DateOnly today, Func<CompiledFilter, T> make) where T : ICollector<T>
    {
        using var compiled = Compile(filter, today);
        return Collect(compiled, () => make(compiled));
    }

    /// <summary>One pass over the rows of a compiled filter.</summary>
    internal T Collect<T>(CompiledFilter filter, Func<T> make) where T : ICollector<T>
    {
        var (first, end) = BlocksOf(filter);
        return new BlockPass<T>(Blocks, first, end, filter, make).Run();
    }

    /// <summary>Rows of those of some public numbers that published incidents have.</summary>
    internal IEnumerable<int> RowsOf(HashSet<int> numbers)
    {
        for (var block = 0; block < Blocks.Length; block++)
        {
            foreach (var place in Blocks[block].PlacesOf(numbers))
            {
                yield return (block << IndexBlock.Shift) + place;
            }
        }
    }

    /// <summary>First and end number of the blocks that reach into a filter's dates.</summary>
    internal (int First, int End) BlocksOf(CompiledFilter filter)
    {
        var first = 0;
        while (first < Blocks.Length && Blocks[first].LastDay < filter.FirstDay)
        {
            first++;
        }
        var end = first;
        while (end < Blocks.Length && Blocks[end].FirstDay < filter.EndDay)
        {
            end++;
        }
        return (first, end);
    }

    internal IndexBlock BlockOf(int row) => Blocks[row >> IndexBlock.Shift];

    internal static int PlaceOf(int row) => row & IndexBlock.Most - 1;

    private Means MeansOf(int row) => Tables.Means[BlockOf(row).Means[PlaceOf(row)]];

    private Evidence EvidenceOf(int row) => Tables.Evidence[BlockOf(row).Evidence[PlaceOf(row)]];
}
