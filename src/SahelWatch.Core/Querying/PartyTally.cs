using System.Buffers;
using System.Numerics;
using SahelWatch.Actors;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// Counts incidents by actor, kind of actor, role and attribution, each once for every value that one of its parties
/// has; a party must meet the filter's other party fields. Kinds, roles and attributions are few enough to be bits: a
/// row's bits are those of its parties together, and rows are counted by their bits.
/// </summary>
internal sealed class PartyTally : IDisposable
{
    private static readonly int Kinds = Enum.GetValues<ActorKind>().Length;
    private static readonly int Roles = Enum.GetValues<ActorRole>().Length;
    private static readonly int AllBits = Kinds + Roles + Enum.GetValues<Attribution>().Length;

    private readonly IndexTables _tables;
    private readonly PartyTest _test;
    private readonly int[] _byBits = ArrayPool<int>.Shared.Rent(1 << AllBits);
    private readonly int[] _byActor;
    private readonly int[] _seen;
    private int _epoch = -1;
    private int[] _bits = [];
    private int[][] _actors = [];
    private bool[] _countsSeveral = [];
    private int[] _byParty = [];
    private int _row;

    public PartyTally(IndexTables tables, CompiledFilter filter)
    {
        (_tables, _test) = (tables, filter.Parties);
        _byBits.AsSpan(0, 1 << AllBits).Clear();
        _byActor = new int[filter.Sizes.Actors];
        _seen = new int[_byActor.Length];
    }

    public void Add(IndexBlock block, ReadOnlySpan<ushort> rows)
    {
        while (rows.Length > 0)
        {
            var epoch = _test.Epoch(block.Days[rows[0]]);
            if (epoch != _epoch)
            {
                Enter(epoch);
            }
            var until = rows.Before(block.Before(_test.EndOf(epoch)));
            Add(block.Parties, rows[..until]);
            rows = rows[until..];
        }
    }

    public void Merge(PartyTally later)
    {
        Leave();
        later.Leave();
        for (var actor = 0; actor < _byActor.Length; actor++)
        {
            _byActor[actor] += later._byActor[actor];
        }
        for (var bits = Next(later._byBits, 0); bits >= 0; bits = Next(later._byBits, bits + 1))
        {
            _byBits[bits] += later._byBits[bits];
        }
    }

    public void Write(FacetCounts counts)
    {
        Leave();
        for (var actor = 0; actor < _byActor.Length; actor++)
        {
            counts.Add(Facet.Actor, _tables.Actors[actor], _byActor[actor]);
        }
        var byValue = new int[AllBits];
        for (var bits = Next(_byBits, 0); bits >= 0; bits = Next(_byBits, bits + 1))
        {
            for (var left = bits; left != 0; left &= left - 1)
            {
                byValue[BitOperations.TrailingZeroCount(left)] += _byBits[bits];
            }
        }
        counts.Add<ActorKind>(Facet.Kind, byValue.AsSpan(0, Kinds));
        counts.Add<ActorRole>(Facet.Role, byValue.AsSpan(Kinds, Roles));
        counts.Add<Attribution>(Facet.Attribution, byValue.AsSpan(Kinds + Roles));
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(_byBits);

    /// <summary>The first bits from some on that have a count, or -1: few have one.</summary>
    private static int Next(int[] byBits, int from)
    {
        var steps = byBits.AsSpan(from, (1 << AllBits) - from).IndexOfAnyExcept(0);
        return steps < 0 ? -1 : from + steps;
    }

    private void Enter(int epoch)
    {
        Leave();
        _epoch = epoch;
        _actors = _test.Counting(epoch);
        _countsSeveral = Array.ConvertAll(_actors, actors => actors.Length > 1);
        _byParty = new int[_actors.Length];
        var (kind, role, attribution) = (
            _test.Meeting(epoch, Facet.Kind), _test.Meeting(epoch, Facet.Role),
            _test.Meeting(epoch, Facet.Attribution));
        _bits = new int[_actors.Length];
        for (var code = 1; code < _bits.Length; code++)
        {
            var party = _test.Parties[code];
            _bits[code] = (kind[code] ? 1 << (int)_test.KindOf(code) : 0)
                | (role[code] ? 1 << Kinds + (int)party.Role : 0)
                | (attribution[code] ? 1 << Kinds + Roles + (int)party.Attribution : 0);
        }
    }

    /// <summary>Gives what parties were counted to the actors they count for.</summary>
    private void Leave()
    {
        for (var party = 0; party < _actors.Length; party++)
        {
            foreach (var actor in _actors[party])
            {
                _byActor[actor] += _byParty[party];
            }
        }
        _byParty.AsSpan().Clear();
    }

    private void Add(BlockParties parties, ReadOnlySpan<ushort> rows)
    {
        var (first, second, third, many) = (parties.First, parties.Second, parties.Third, 0);
        var (bits, byBits, byParty, countsSeveral) = (_bits, _byBits, _byParty, _countsSeveral);
        foreach (var row in rows)
        {
            var (one, two, three) = (first[row], second[row], third[row]);
            if (one == 0)
            {
                AddRow(parties.ManyOf(row, ref many));
            }
            else if (countsSeveral[one] || countsSeveral[two] || countsSeveral[three])
            {
                AddRow([one, two, three]);
            }
            else
            {
                byBits[bits[one] | bits[two] | bits[three]]++;
                byParty[one]++;
                byParty[two]++;
                byParty[three]++;
            }
        }
    }

    /// <summary>A row some of whose parties count for several actors, or for the same one.</summary>
    private void AddRow(ReadOnlySpan<ushort> parties)
    {
        _row++;
        var bits = 0;
        foreach (var party in parties)
        {
            bits |= _bits[party];
            foreach (var actor in _actors[party])
            {
                if (_seen[actor] != _row)
                {
                    _seen[actor] = _row;
                    _byActor[actor]++;
                }
            }
        }
        _byBits[bits]++;
    }
}
