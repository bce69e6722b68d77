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
    /// <summary>Negative, as no code is.</summary>
    private const int Several = -1;

    private readonly int[] _seen = new int[actors.Length];
    private int _epoch = -1;

    /// <summary>The actors that each party counts for.</summary>
    private int[][] _actors = [];

    /// <summary>The actor that each party counts for; may be <see cref="Nobody"/> or <see cref="Several"/>.</summary>
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
        _actor = Array.ConvertAll(_actors, some => some.Length switch
        {
            0 => Nobody,
            1 => IsAsked(some[0]) ? some[0] : Nobody,
            _ => Several,
        });
        _actors = Array.ConvertAll(_actors, some => Array.FindAll(some, IsAsked));
    }

    private bool IsAsked(int actor) => asked.Count == 0 || asked.Contains(Values[actor]);

    private Vector256<int> AddEpoch(IndexBlock block, ReadOnlySpan<ushort> rows)
    {
        var (parties, tollCodes, figures, total) = (block.Parties, block.Tolls, Tolls, Vector256<int>.Zero);
        var (sums, actor, nobody, many) = (Sums, _actor, Nobody, 0);
        foreach (var row in rows)
        {
            var figure = figures[tollCodes[row]];
            total += figure;
            var (one, two, three) = (parties.First[row], parties.Second[row], parties.Third[row]);
            var (first, second, third) = (actor[one], actor[two], actor[three]);
            if (one == 0)
            {
                Without += AddAll(parties.ManyOf(row, ref many), figure);
            }
            else if ((first | second | third) < 0)
            {
                Without += AddAll([one, two, three], figure);
            }
            else
            {
                sums[first] += figure;
                sums[second] += figure;
                sums[third] += figure;
                Without += first == nobody && second == nobody && third == nobody ? 1 : 0;
            }
        }
        return total;
    }

    /// <summary>Parties that may count for several actors, or for the same ones; 1 where none counts.</summary>
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
