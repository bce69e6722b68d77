using System.Runtime.Intrinsics;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// Adds figures up by bucket and by the values of a split, in one pass. Rows come in date order, so the rows of one
/// bucket stand together.
/// </summary>
internal sealed class TrendCollector : ICollector<TrendCollector>
{
    private readonly TrendValues _values;
    private readonly TrendValues.Reader _reader;
    private readonly BucketSize _size;
    private readonly int _first;
    private readonly Vector256<int>[] _byToll;
    private readonly Vector256<int>[] _totals;
    private readonly Vector256<int>[]?[] _series;

    public TrendCollector(IndexTables tables, TrendValues values, IReadOnlyList<TimeBucket> buckets, BucketSize size)
    {
        (_values, _reader, _size) = (values, values.NewReader(), size);
        _first = buckets.Count == 0 ? 0 : TimeBucket.Number(buckets[0].First, size);
        _byToll = FigureSums.ByToll(tables);
        _totals = new Vector256<int>[buckets.Count];
        _series = new Vector256<int>[values.Count][];
    }

    /// <summary>Incidents that have no value of the split.</summary>
    public int Without { get; private set; }

    /// <summary>Incidents that last, or may have happened, beyond the end of their bucket.</summary>
    public int Spanning { get; private set; }

    /// <summary>Each incident once, by bucket.</summary>
    public TrendFigure[] Totals => Array.ConvertAll(_totals, FigureSums.ToFigure);

    public string NameOf(int value) => _values.Names[value];

    /// <summary>Values of the split that occur, and their figures by bucket.</summary>
    public IEnumerable<(int Value, TrendFigure[] Figures)> Series => _series
        .Select((sums, value) => (value, sums))
        .Where(pair => pair.sums is not null)
        .Select(pair => (pair.value, Array.ConvertAll(pair.sums!, FigureSums.ToFigure)));

    public void Add(IndexBlock block, int first, BlockScan scan)
    {
        var rows = scan.Rows(block);
        while (rows.Length > 0)
        {
            var bucket = TimeBucket.Of(DateOnly.FromDayNumber(block.Days[rows[0]]), _size);
            var until = rows.Before(block.Before(bucket.Last.DayNumber + 1));
            Add(block, rows[..until], TimeBucket.Number(bucket.First, _size) - _first);
            CountSpanning(block, rows[..until], bucket.Last.DayNumber);
            rows = rows[until..];
        }
    }

    public void Merge(TrendCollector later)
    {
        Without += later.Without;
        Spanning += later.Spanning;
        Merge(_totals, later._totals);
        for (var value = 0; value < _series.Length; value++)
        {
            if (later._series[value] is { } sums)
            {
                Merge(SumsOf(value), sums);
            }
        }
    }

    public void Dispose()
    {
    }

    private void Add(IndexBlock block, ReadOnlySpan<ushort> rows, int bucket)
    {
        if (_values.OfAreas is { } ofAreas)
        {
            AddOne(block.Areas, ofAreas, block.Tolls, rows, bucket);
        }
        else if (_values.OfKinds is { } ofKinds)
        {
            AddOne(block.Kinds, ofKinds, block.Tolls, rows, bucket);
        }
        else
        {
            AddEach(block, rows, bucket);
        }
    }

    /// <summary>For a split of which every incident has exactly one value.</summary>
    private void AddOne(
        ReadOnlySpan<ushort> column, int[] valueOf, ReadOnlySpan<int> tolls, ReadOnlySpan<ushort> rows, int bucket)
    {
        var sums = new Vector256<int>[_series.Length];
        var byToll = _byToll;
        foreach (var row in rows)
        {
            sums[valueOf[column[row]]] += byToll[tolls[row]];
        }
        for (var value = 0; value < sums.Length; value++)
        {
            if (sums[value][0] > 0)
            {
                SumsOf(value)[bucket] += sums[value];
                _totals[bucket] += sums[value];
            }
        }
    }

    /// <summary>For a split of which an incident may have several values, or none.</summary>
    private void AddEach(IndexBlock block, ReadOnlySpan<ushort> rows, int bucket)
    {
        var total = Vector256<int>.Zero;
        foreach (var row in rows)
        {
            var one = _byToll[block.Tolls[row]];
            total += one;
            var values = _reader.Of(block, row);
            Without += _values.Count > 0 && values.Length == 0 ? 1 : 0;
            foreach (var value in values)
            {
                SumsOf(value)[bucket] += one;
            }
        }
        _totals[bucket] += total;
    }

    private void CountSpanning(IndexBlock block, ReadOnlySpan<ushort> rows, int last)
    {
        var (days, lengths) = (block.Days, block.Lengths);
        var count = 0;
        foreach (var row in rows)
        {
            count += days[row] + lengths[row] > last ? 1 : 0;
        }
        Spanning += count;
    }

    private Vector256<int>[] SumsOf(int value) => _series[value] ??= new Vector256<int>[_totals.Length];

    private static void Merge(Vector256<int>[] sums, Vector256<int>[] later)
    {
        for (var bucket = 0; bucket < sums.Length; bucket++)
        {
            sums[bucket] += later[bucket];
        }
    }
}
