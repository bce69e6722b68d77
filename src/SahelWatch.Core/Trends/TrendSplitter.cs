using System.Runtime.Intrinsics;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// What the parts of a split are. A part is exactly what the filter with that one value selects, so that its figure can
/// link to its list; where the filter already names values of the key, these are the parts.
/// </summary>
internal static class TrendSplitter
{
    /// <summary>Makes what adds up the rows of a filter by the values of a split, one for each thread.</summary>
    public static Func<SplitTally> Tallies(
        IndexTables tables,
        CompiledFilter compiled,
        IncidentFilter filter,
        TrendSplit split,
        Vector256<int>[] tolls,
        int buckets)
    {
        switch (split)
        {
            case TrendSplit.None:
                return () => new WholeTally(tolls, buckets);
            case TrendSplit.Region:
                return ByArea(area => area.Region ?? IncidentFilter.NoRegion);
            case TrendSplit.Country:
                return ByArea(area => area.Country);
            case TrendSplit.Type:
                return ColumnTally.Over(
                    block => block.Kinds, tables.Kinds.Values, kind => Code.Of(kind.Type), tolls, buckets);
            case TrendSplit.Tactic:
                var asked = filter.Tactics.Length == 0 ? ulong.MaxValue : Means.Of(filter.Tactics, []).Tactics;
                return () => new TacticTally(tables.Tactics, asked, tolls, buckets);
            default:
                var actors = tables.Actors.Values.ToArray();
                return () => new ActorTally(compiled.Parties, actors, filter.Actors, tolls, buckets);
        }

        Func<SplitTally> ByArea(Func<Area, string> value) =>
            ColumnTally.Over(block => block.Areas, tables.Areas.Values, value, tolls, buckets);
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

    /// <summary>Values in the order of their list, or by name where they have none.</summary>
    public static Comparer<string> Order(TrendSplit split) => split == TrendSplit.Type
        ? Comparer<string>.Create((a, b) => Type(a).CompareTo(Type(b)))
        : Comparer<string>.Create(string.CompareOrdinal);

    private static EventType Type(string code) => Code.TryParse<EventType>(code, out var type)
        ? type
        : throw new ArgumentException($"'{code}' is no event type.");
}
