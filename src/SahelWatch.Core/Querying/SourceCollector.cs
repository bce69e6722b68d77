using System.Collections;

namespace SahelWatch.Querying;

/// <summary>What rows rest on: how many there are, how many were checked, and which sources they cite.</summary>
internal sealed class SourceCollector(IncidentIndex index) : ICollector<SourceCollector>
{
    private BitArray _sources = new(1024);

    public int Total { get; private set; }

    public int Checked { get; private set; }

    public int Sources { get; private set; }

    public IEnumerable<int> Keys => Enumerable.Range(0, _sources.Length).Where(source => _sources[source]);

    public void Add(IndexBlock block, int first, BlockScan scan)
    {
        var rows = scan.Rows(block);
        var kinds = index.Tables.Kinds.Values;
        Total += rows.Length;
        foreach (var row in rows)
        {
            Checked += kinds[block.Kinds[row]].IsChecked ? 1 : 0;
            foreach (var source in block.SourcesOf(row))
            {
                Cite(source);
            }
        }
    }

    public void Merge(SourceCollector later)
    {
        Total += later.Total;
        Checked += later.Checked;
        for (var source = 0; source < later._sources.Length; source++)
        {
            if (later._sources[source])
            {
                Cite(source);
            }
        }
    }

    public void Dispose()
    {
    }

    private void Cite(int source)
    {
        if (source >= _sources.Length)
        {
            _sources.Length = Math.Max(source + 1, _sources.Length * 2);
        }
        if (!_sources[source])
        {
            _sources[source] = true;
            Sources++;
        }
    }
}
