using System.Numerics;
using SahelWatch.Actors;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// Counts incidents by actor, kind of actor, role and attribution, each once for every value that one of its parties
/// has; a party must meet the filter's other party fields. Kinds, roles and attributions are few enough to be bits: a
/// row's bits are those of its parties together, and rows are counted by their bits of kinds and by all others.
/// </summary>
internal sealed class PartyTally
{
    private static readonly int Kinds = Enum.GetValues<ActorKind>().Length;
    private static readonly int Roles = Enum.GetValues<ActorRole>().Length;
    private static readonly int Others = Roles + Enum.GetValues<Attribution>().Length;

    private readonly IndexTables _tables;
    private readonly PartyTest _test;
    private readonly int[] _byKinds = new int[1 << Kinds];
    private readonly int[] _byOthers = new int[1 << Others];
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
        Add(_byActor, later._byActor);
        Add(_byKinds, later._byKinds);
        Add(_byOthers, later._byOthers);
    }

    public void Write(FacetCounts counts)
    {
        Leave();
        for (var actor = 0; actor < _byActor.Length; actor++)
        {
            counts.Add(Facet.Actor, _tables.Actors[actor], _byActor[actor]);
        }
        var others = ByBit(_byOthers, Others);
        counts.Add<ActorKind>(Facet.Kind, ByBit(_byKinds, Kinds));
        counts.Add<ActorRole>(Facet.Role, others.AsSpan(0, Roles));
        counts.Add<Attribution>(Facet.Attribution, others.AsSpan(Roles));
    }

    private static void Add(int[] to, int[] from)
    {
        for (var place = 0; place < to.Length; place++)
        {
            to[place] += from[place];
        }
    }

    private static int[] ByBit(int[] byBits, int bits)
    {
        var counts = new int[bits];
        for (var set = 0; set < byBits.Length; set++)
        {
            for (var left = set; left != 0; left &= left - 1)
            {
                counts[BitOperations.TrailingZeroCount(left)] += byBits[set];
            }
        }
        return counts;
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
        var (bits, byKinds, byOthers) = (_bits, _byKinds, _byOthers);
        var (byParty, countsSeveral) = (_byParty, _countsSeveral);
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
                var all = bits[one] | bits[two] | bits[three];
                byKinds[all & byKinds.Length - 1]++;
                byOthers[all >> Kinds]++;
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
        _byKinds[bits & _byKinds.Length - 1]++;
        _byOthers[bits >> Kinds]++;
    }
}
