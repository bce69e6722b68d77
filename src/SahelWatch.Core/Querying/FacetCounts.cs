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
    public int Total { get; internal init; }

    /// <summary>Every month from the first to the last of the data, without the filter's own dates and with them.</summary>
    public IReadOnlyList<MonthCount> Months { get; internal init; } = [];

    public IReadOnlyDictionary<string, int> this[Facet facet] => _counts[(int)facet];

    public int Of(Facet facet, string value) => _counts[(int)facet].GetValueOrDefault(value);

    /// <summary>Adds to a value unless it fails another part of the filter than the facet's own.</summary>
    internal void Add(Part failed, Part own, Facet facet, string value, int count)
    {
        if (count > 0 && (failed & ~own) == Part.None)
        {
            System.Runtime.InteropServices.CollectionsMarshal
                .GetValueRefOrAddDefault(_counts[(int)facet], value, out _) += count;
        }
    }

    internal void AddEach(Part failed, Part own, Facet facet, IEnumerable<string> values, int count)
    {
        foreach (var value in values)
        {
            Add(failed, own, facet, value, count);
        }
    }
}
