using System.Runtime.Intrinsics;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>Adds up the rows of each bucket by the values of a split.</summary>
/// <param name="values">Numbered by their place.</param>
/// <param name="tolls">What a row of each toll comes to, by the toll's code.</param>
internal abstract class SplitTally(IReadOnlyList<string> values, Vector256<int>[] tolls, int buckets)
{
    private readonly Vector256<int>[]?[] _series = new Vector256<int>[values.Count][];

    /// <summary>Rows that have no value.</summary>
    public int Without { get; protected set; }

    /// <summary>The values that have rows, with a figure for each bucket.</summary>
    public IEnumerable<(string Value, TrendFigure[] Figures)> Series =>
        values.Zip(_series).Where(pair => pair.Second is not null)
            .Select(pair => (pair.First, Array.ConvertAll(pair.Second!, FigureSums.ToFigure)));

    protected IReadOnlyList<string> Values => values;

    protected Vector256<int>[] Tolls => tolls;

    /// <summary>What the rows of the bucket come to, by value; one place more is for rows without.</summary>
    protected Vector256<int>[] Sums { get; } = new Vector256<int>[values.Count + 1];

    /// <summary>Adds rows of one bucket and returns what they come to together, each once.</summary>
    public Vector256<int> Add(IndexBlock block, ReadOnlySpan<ushort> rows, int bucket)
    {
        var total = AddUp(block, rows);
        for (var value = 0; value < _series.Length; value++)
        {
            if (Sums[value] != Vector256<int>.Zero)
            {
                SeriesOf(value)[bucket] += Sums[value];
            }
        }
        Sums.AsSpan().Clear();
        return total;
    }

    public void Merge(SplitTally later)
    {
        Without += later.Without;
        for (var value = 0; value < _series.Length; value++)
        {
            if (later._series[value] is { } theirs)
            {
                var own = SeriesOf(value);
                for (var bucket = 0; bucket < own.Length; bucket++)
                {
                    own[bucket] += theirs[bucket];
                }
            }
        }
    }

    /// <summary>Adds rows to <see cref="Sums"/>.</summary>
    protected abstract Vector256<int> AddUp(IndexBlock block, ReadOnlySpan<ushort> rows);

    private Vector256<int>[] SeriesOf(int value) => _series[value] ??= new Vector256<int>[buckets];
}
