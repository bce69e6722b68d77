using System.Numerics;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// The values of one split and which of them each row has. A value is exactly what the filter with that one value
/// selects, so that its figure can link to its list; values that the filter does not ask for are none.
/// </summary>
internal sealed class TrendValues
{
    private readonly TrendSplit _split;
    private readonly IndexTables _tables;
    private readonly PartyTest _parties;
    private readonly ulong _tactics;

    public TrendValues(IndexTables tables, CompiledFilter compiled, IncidentFilter filter, TrendSplit split)
    {
        (_split, _tables, _parties) = (split, tables, compiled.Parties);
        _tactics = filter.Tactics.Length == 0
            ? ulong.MaxValue
            : SahelWatch.Querying.Means.Of(filter.Tactics, []).Tactics;
        Names = split switch
        {
            TrendSplit.Region => Distinct(tables.Areas.Values, area => area.Region ?? IncidentFilter.NoRegion),
            TrendSplit.Country => Distinct(tables.Areas.Values, area => area.Country),
            TrendSplit.Type => Code.All<EventType>(),
            TrendSplit.Tactic => Tactics.All,
            TrendSplit.Actor => tables.Actors.Values.ToArray(),
            _ => [],
        };
        OfAreas = split switch
        {
            TrendSplit.Region => Places(tables.Areas.Values, area => area.Region ?? IncidentFilter.NoRegion),
            TrendSplit.Country => Places(tables.Areas.Values, area => area.Country),
            _ => null,
        };
        OfKinds = split == TrendSplit.Type
            ? Array.ConvertAll(tables.Kinds.Values.ToArray(), kind => (int)kind.Type)
            : null;
    }

    public IReadOnlyList<string> Names { get; }

    public int Count => Names.Count;

    /// <summary>The value of every area, by its code, where areas decide it.</summary>
    public int[]? OfAreas { get; }

    /// <summary>The value of every kind, by its code, where kinds decide it.</summary>
    public int[]? OfKinds { get; }

    /// <summary>Reads the values of rows; each thread needs its own.</summary>
    public Reader NewReader() => new(this);

    private static string[] Distinct(ReadOnlySpan<Area> areas, Func<Area, string> name) =>
        [.. areas.ToArray().Select(name).Distinct().Order(StringComparer.Ordinal)];

    private static int[] Places(ReadOnlySpan<Area> areas, Func<Area, string> name)
    {
        var names = Distinct(areas, name);
        return Array.ConvertAll(areas.ToArray(), area => Array.BinarySearch(names, name(area), StringComparer.Ordinal));
    }

    internal sealed class Reader(TrendValues values)
    {
        private readonly int[] _found = new int[values.Count];
        private readonly int[] _seen = new int[values.Count];
        private int[][] _actors = [];
        private int _epoch = -1;
        private int _row;

        /// <summary>The values of a row, each once; they stand until the next row. Rows come in date order.</summary>
        public ReadOnlySpan<int> Of(IndexBlock block, int row) => values._split switch
        {
            TrendSplit.Tactic => TacticsOf(values._tables.Means[block.Means[row]].Tactics & values._tactics),
            TrendSplit.Actor => ActorsOf(block, row),
            _ => [],
        };

        private ReadOnlySpan<int> TacticsOf(ulong bits)
        {
            var count = 0;
            for (; bits != 0; bits &= bits - 1)
            {
                _found[count++] = BitOperations.TrailingZeroCount(bits);
            }
            return _found.AsSpan(0, count);
        }

        private ReadOnlySpan<int> ActorsOf(IndexBlock block, int row)
        {
            if (values._parties.Epoch(block.Days[row]) is var epoch && epoch != _epoch)
            {
                (_epoch, _actors) = (epoch, values._parties.Counting(epoch));
            }
            _row++;
            var count = 0;
            var parties = block.Parties;
            Add(parties.First[row], ref count);
            Add(parties.Second[row], ref count);
            Add(parties.Third[row], ref count);
            if (parties.First[row] == 0 && parties.PlaceOfMany(row) is >= 0 and var place)
            {
                foreach (var party in parties.ManyOf(place))
                {
                    Add(party, ref count);
                }
            }
            return _found.AsSpan(0, count);
        }

        private void Add(ushort party, ref int count)
        {
            foreach (var actor in _actors[party])
            {
                if (_seen[actor] != _row)
                {
                    _seen[actor] = _row;
                    _found[count++] = actor;
                }
            }
        }
    }
}
