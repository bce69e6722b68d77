namespace SahelWatch.Querying;

/// <summary>Numbers of all rows of a filter, in date order.</summary>
internal sealed class RowCollector : ICollector<RowCollector>
{
    public List<int> Rows { get; } = [];

    public void Add(IndexBlock block, int first, BlockScan scan)
    {
        foreach (var place in scan.Rows(block))
        {
            Rows.Add(first + place);
        }
    }

    public void Merge(RowCollector later) => Rows.AddRange(later.Rows);

    public void Dispose()
    {
    }
}
