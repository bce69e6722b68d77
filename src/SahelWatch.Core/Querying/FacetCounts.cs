namespace SahelWatch.Querying;

/// <summary>
/// How many incidents each value of each facet would show: a facet's counts leave out its own filter and keep all
/// others. Values without incidents are absent.
/// </summary>
public sealed class FacetCounts
{
    private readonly Dictionary<string, int>[] _counts =
        [.. Enum.GetValues<Facet>().Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];

    /// <summary>Incidents that match the whole filter.</summary>
    public int Total { get; internal set; }

    public IReadOnlyDictionary<string, int> this[Facet facet] => _counts[(int)facet];

    public int Of(Facet facet, string value) => _counts[(int)facet].GetValueOrDefault(value);

    internal void Add(Facet facet, string value)
    {
        var counts = _counts[(int)facet];
        counts[value] = counts.GetValueOrDefault(value) + 1;
    }
}
