using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>Adds rows up by bucket.</summary>
internal sealed class TrendTally(IncidentIndex index, IReadOnlyList<TimeBucket> buckets, BucketSize size)
{
    private readonly int _first = buckets.Count == 0 ? 0 : TimeBucket.Number(buckets[0].First, size);

    public TrendFigure[] Figures(IEnumerable<int> rows)
    {
        var figures = new TrendFigure[buckets.Count];
        foreach (var row in rows)
        {
            figures[TimeBucket.Number(index[row].StartsOn, size) - _first] += TrendFigure.Of(index[row].Deaths);
        }
        return figures;
    }

    public TrendFigure Total(IEnumerable<int> rows) =>
        rows.Aggregate(default(TrendFigure), (sum, row) => sum + TrendFigure.Of(index[row].Deaths));

    public TrendSeries Series(IReadOnlyList<string> values, IncidentFilter filter, IReadOnlyList<int> rows) =>
        new(values, filter, Figures(rows), Total(rows));
}
