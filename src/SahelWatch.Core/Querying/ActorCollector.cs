namespace SahelWatch.Querying;

/// <summary>Counts the incidents of each actor and nothing else.</summary>
internal sealed class ActorCollector(IndexTables tables, CompiledFilter filter) : ICollector<ActorCollector>
{
    private readonly PartyTally _parties = new(tables, filter);

    public void Add(IndexBlock block, int first, BlockScan scan) => _parties.Add(block, scan.Rows(block));

    public void Merge(ActorCollector later) => _parties.Merge(later._parties);

    public FacetCounts Counts()
    {
        var counts = new FacetCounts();
        _parties.Write(counts);
        return counts;
    }

    public void Dispose()
    {
    }
}
