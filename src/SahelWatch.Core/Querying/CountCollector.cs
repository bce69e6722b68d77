namespace SahelWatch.Querying;

/// <summary>How many rows a filter has.</summary>
internal sealed class CountCollector : ICollector<CountCollector>
{
    public int Count { get; private set; }

    public void Add(IndexBlock block, int first, BlockScan scan) => Count += scan.Rows(block).Length;

    public void Merge(CountCollector later) => Count += later.Count;

    public void Dispose()
    {
    }
}
