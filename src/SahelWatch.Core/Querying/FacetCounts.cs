using System.Runtime.InteropServices;
using SahelWatch.Incidents;

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

    /// <summary>
    /// Every month from the first to the last of the data, without the filter's own dates and with them.
    /// </summary>
    public IReadOnlyList<MonthCount> Months { get; internal init; } = [];

    public IReadOnlyDictionary<string, int> this[Facet facet] => _counts[(int)facet];

    public int Of(Facet facet, string value) => _counts[(int)facet].GetValueOrDefault(value);

    internal void Add(Facet facet, string value, int count)
    {
        if (count > 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts[(int)facet], value, out _) += count;
        }
    }

    /// <summary>Adds counts by value of an enum that is numbered from 0.</summary>
    internal void Add<T>(Facet facet, ReadOnlySpan<int> counts) where T : struct, Enum =>
        Add(facet, Code.All<T>(), counts);

    /// <summary>Adds counts by place in a list of codes.</summary>
    internal void Add(Facet facet, IReadOnlyList<string> codes, ReadOnlySpan<int> counts)
    {
        for (var place = 0; place < counts.Length; place++)
        {
            Add(facet, codes[place], counts[place]);
        }
    }
}
