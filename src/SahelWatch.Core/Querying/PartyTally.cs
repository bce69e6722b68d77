using SahelWatch.Actors;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// Counts incidents by actor, kind of actor, role and attribution, each once for every value that one of its entries
/// has; an entry must meet the filter's other party fields. Sets are counted first, and opened when an epoch ends.
/// </summary>
internal sealed class PartyTally : IDisposable
{
    private static readonly Facet[] Facets = [Facet.Actor, Facet.Kind, Facet.Role, Facet.Attribution];

    private readonly IndexTables _tables;
    private readonly PartyTest _test;
    private readonly Tally _sets;
    private readonly int[][] _counts;
    private readonly int[][] _seen;
    private int _opened;
    private int _epoch = -1;

    public PartyTally(IndexTables tables, CompiledFilter filter)
    {
        _tables = tables;
        _test = filter.Parties;
        _sets = new Tally(filter.PartySets);
        int[] sizes =
        [
            tables.Actors.Count, Enum.GetValues<ActorKind>().Length, Enum.GetValues<ActorRole>().Length,
            Enum.GetValues<Attribution>().Length,
        ];
        _counts = Array.ConvertAll(sizes, size => new int[size]);
        _seen = Array.ConvertAll(sizes, size => new int[size]);
    }

    public void Add(IndexBlock block, ReadOnlySpan<ushort> rows)
    {
        while (rows.Length > 0)
        {
            var epoch = _test.Epoch(block.Days[rows[0]]);
            if (epoch != _epoch)
            {
                Open();
                _epoch = epoch;
            }
            var until = rows.Before(block.Before(_test.EndOf(epoch)));
            _sets.Add(block.Parties, rows[..until]);
            rows = rows[until..];
        }
    }

    public void Merge(PartyTally later)
    {
        Open();
        later.Open();
        foreach (var (own, others) in _counts.Zip(later._counts))
        {
            for (var value = 0; value < own.Length; value++)
            {
                own[value] += others[value];
            }
        }
    }

    public void Write(FacetCounts counts)
    {
        Open();
        Write(Facet.Actor, code => _tables.Actors[code]);
        Write(Facet.Kind, code => Code.Of((ActorKind)code));
        Write(Facet.Role, code => Code.Of((ActorRole)code));
        Write(Facet.Attribution, code => Code.Of((Attribution)code));

        void Write(Facet facet, Func<int, string> name)
        {
            var values = _counts[Array.IndexOf(Facets, facet)];
            for (var value = 0; value < values.Length; value++)
            {
                counts.Add(Part.None, Part.None, facet, name(value), values[value]);
            }
        }
    }

    public void Dispose() => _sets.Dispose();

    /// <summary>Adds the sets counted so far to the values they stand for at that time.</summary>
    private void Open()
    {
        if (_epoch < 0)
        {
            return;
        }
        var (members, wholes) = (_test.Members(_epoch), _test.Wholes(_epoch));
        var counts = _sets.Counts;
        var sets = _tables.Parties.Values;
        for (var code = 0; code < counts.Length; code++)
        {
            if (counts[code] > 0)
            {
                Open(sets[code], counts[code], members, wholes);
            }
        }
        _sets.Clear();
        _epoch = -1;
    }

    private void Open(PartySet set, int count, bool[] members, int[][] wholes)
    {
        _opened++;
        for (var i = 0; i < set.Parties.Length; i++)
        {
            var (party, actor) = (set.Parties[i], set.Actors[i]);
            for (var place = 0; place < Facets.Length; place++)
            {
                if (!_test.Meets(party, actor, members, Facets[place]))
                {
                    continue;
                }
                switch (Facets[place])
                {
                    case Facet.Actor:
                        foreach (var whole in wholes[actor])
                        {
                            Count(place, whole, count);
                        }
                        break;
                    case Facet.Kind:
                        Count(place, (int)_test.KindOf(actor), count);
                        break;
                    case Facet.Role:
                        Count(place, (int)party.Role, count);
                        break;
                    default:
                        Count(place, (int)party.Attribution, count);
                        break;
                }
            }
        }
    }

    /// <summary>Counts a value of the set now opened, once.</summary>
    private void Count(int place, int value, int count)
    {
        if (_seen[place][value] != _opened)
        {
            _seen[place][value] = _opened;
            _counts[place][value] += count;
        }
    }
}
