using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// Parts a selection by the values of one filter key. A part is exactly what the filter with that one value selects,
/// so that its figure can link to its list; where the filter already names values of the key, these are the parts.
/// </summary>
internal sealed class TrendSplitter(IncidentIndex index, IncidentFilter filter, DateOnly today)
{
    public IEnumerable<(IReadOnlyList<string> Values, IncidentFilter Filter, IReadOnlyList<int> Rows)> Split(
        int[] rows, TrendSplit split)
    {
        if (split == TrendSplit.None)
        {
            return [([], filter, rows)];
        }
        if (split == TrendSplit.Actor && filter.Actors.Length > 0)
        {
            return filter.Actors.Select(Named).Where(part => part.Rows.Count > 0);
        }
        var parts = new SortedDictionary<string, List<int>>(Order(split));
        var values = ValuesOf(split);
        foreach (var row in rows)
        {
            foreach (var value in values(row))
            {
                (parts.TryGetValue(value, out var part) ? part : parts[value] = []).Add(row);
            }
        }
        return parts.Select(part => (
            (IReadOnlyList<string>)[part.Key],
            With(filter, split, [part.Key]),
            (IReadOnlyList<int>)part.Value));
    }

    public int CountWithout(int[] rows, TrendSplit split)
    {
        if (split is not (TrendSplit.Actor or TrendSplit.Tactic))
        {
            return 0;
        }
        var values = ValuesOf(split);
        return rows.Count(row => !values(row).Any());
    }

    /// <summary>The filter with the given values of the split's key in place of its own.</summary>
    public static IncidentFilter With(IncidentFilter filter, TrendSplit split, IReadOnlyList<string> values) =>
        split switch
    {
        TrendSplit.Region => filter with { Regions = [.. values.Order(StringComparer.Ordinal)] },
        TrendSplit.Country => filter with { Countries = [.. values.Order(StringComparer.Ordinal)] },
        TrendSplit.Actor => filter with { Actors = [.. values.Order(StringComparer.Ordinal)] },
        TrendSplit.Type => filter with { Types = [.. values.Select(Type).Order()] },
        TrendSplit.Tactic => filter with { Tactics = [.. values.Order(StringComparer.Ordinal)] },
        _ => filter,
    };

    private (IReadOnlyList<string> Values, IncidentFilter Filter, IReadOnlyList<int> Rows) Named(string actor)
    {
        var narrowed = With(filter, TrendSplit.Actor, [actor]);
        return ([actor], narrowed, index.Select(narrowed, today));
    }

    private Func<int, IEnumerable<string>> ValuesOf(TrendSplit split)
    {
        if (split == TrendSplit.Actor)
        {
            using var compiled = index.Compile(filter, today);
            var test = compiled.Parties;
            return row =>
            {
                var actors = test.Counting(test.Epoch(index[row].StartsOn.DayNumber));
                return index.Parties(row).SelectMany(party => actors[index.Tables.Parties.Find(party)])
                    .Distinct().Select(actor => index.Tables.Actors[actor]);
            };
        }
        return split switch
        {
            TrendSplit.Region => row => [index[row].RegionCode ?? IncidentFilter.NoRegion],
            TrendSplit.Country => row => [index[row].CountryCode],
            TrendSplit.Type => row => [Code.Of(index[row].Type)],
            _ => row => filter.Tactics.Length == 0
                ? index.TacticsOf(row)
                : index.TacticsOf(row).Where(code => filter.Tactics.Contains(code)),
        };
    }

    private static Comparer<string> Order(TrendSplit split) => split == TrendSplit.Type
        ? Comparer<string>.Create((a, b) => Type(a).CompareTo(Type(b)))
        : Comparer<string>.Create(string.CompareOrdinal);

    private static EventType Type(string code) => Code.TryParse<EventType>(code, out var type)
        ? type
        : throw new ArgumentException($"'{code}' is no event type.");
}
