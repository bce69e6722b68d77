using System.Runtime.Intrinsics;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// Adds up a split by actor: a row counts once for each actor that one of its parties counts for. Actors are numbered
/// by their codes.
/// </summary>
/// <param name="asked">Actors that the filter names; where it names any, all others are nobody.</param>
internal sealed class ActorTally(
    PartyTest test, string[] actors, IReadOnlyCollection<string> asked, Vector256<int>[] tolls, int buckets)
    : SplitTally(actors, tolls, buckets)
{
    private readonly int[] _seen = new int[actors.Length];
    private int _epoch = -1;

    /// <summary>The actors that each party counts for.</summary>
    private int[][] _actors = [];

    /// <summary>The actor that each party counts for, where that is one at most.</summary>
    private int[] _actor = [];

    private int _row;

    private int Nobody => Sums.Length - 1;

    protected override Vector256<int> AddUp(IndexBlock block, ReadOnlySpan<ushort> rows)
    {
        var total = Vector256<int>.Zero;
        while (rows.Length > 0)
        {
            Enter(test.Epoch(block.Days[rows[0]]));
            var until = rows.Before(block.Before(test.EndOf(_epoch)));
            total += AddEpoch(block, rows[..until]);
            rows = rows[until..];
        }
        return total;
    }

    private void Enter(int epoch)
    {
        if (epoch == _epoch)
        {
            return;
        }
        _epoch = epoch;
        _actors = test.Counting(epoch);
        if (asked.Count > 0)
        {
            _actors = Array.ConvertAll(
                _actors, some => Array.FindAll(some, actor => asked.Contains(Values[actor])));
        }
        _actor = Array.ConvertAll(_actors, some => some.Length == 1 ? some[0] : Nobody);
    }

    private Vector256<int> AddEpoch(IndexBlock block, ReadOnlySpan<ushort> rows)
    {
        var (parties, tollCodes, figures, total) = (block.Parties, block.Tolls, Tolls, Vector256<int>.Zero);
        var many = 0;
        foreach (var row in rows)
        {
            var figure = figures[tollCodes[row]];
            total += figure;
            var (one, two, three) = (parties.First[row], parties.Second[row], parties.Third[row]);
            Without += (one, test.CountsWholes) switch
            {
                (0, _) => AddAll(parties.ManyOf(row, ref many), figure),
                (_, true) => AddAll([one, two, three], figure),
                _ => AddFew(one, two, three, figure),
            };
        }
        return total;
    }

    /// <summary>Three parties at most, of different actors that count for nobody else; 1 where none counts.</summary>
    private int AddFew(int one, int two, int three, Vector256<int> figure)
    {
        var (first, second, third) = (_actor[one], _actor[two], _actor[three]);
        Sums[first] += figure;
        Sums[second] += figure;
        Sums[third] += figure;
        return first == Nobody && second == Nobody && third == Nobody ? 1 : 0;
    }

    /// <summary>Parties that may count for several actors, and these for the same ones; 1 where none counts.</summary>
    private int AddAll(ReadOnlySpan<ushort> parties, Vector256<int> figure)
    {
        _row++;
        var without = 1;
        foreach (var party in parties)
        {
            foreach (var actor in _actors[party])
            {
                if (_seen[actor] != _row)
                {
                    _seen[actor] = _row;
                    Sums[actor] += figure;
                    without = 0;
                }
            }
        }
        return without;
    }
}
