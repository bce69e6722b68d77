namespace SahelWatch.Benchmarks.Synthetic;

/// <summary>Picks places of a list by weight in constant time (Walker's alias method).</summary>
internal sealed class Weighted
{
    private readonly double[] _keep;
    private readonly int[] _other;

    public Weighted(IReadOnlyList<double> weights)
    {
        var scale = weights.Count / weights.Sum();
        _keep = [.. weights.Select(weight => weight * scale)];
        _other = new int[weights.Count];
        var small = new Stack<int>(Enumerable.Range(0, weights.Count).Where(place => _keep[place] < 1));
        var large = new Stack<int>(Enumerable.Range(0, weights.Count).Where(place => _keep[place] >= 1));
        while (small.Count > 0 && large.Count > 0)
        {
            var (poor, rich) = (small.Pop(), large.Pop());
            _other[poor] = rich;
            _keep[rich] -= 1 - _keep[poor];
            (_keep[rich] < 1 ? small : large).Push(rich);
        }
        foreach (var place in small.Concat(large))
        {
            _keep[place] = 1;
        }
    }

    /// <summary>Weights 1, 1/2^s, 1/3^s and so on.</summary>
    public static Weighted Zipf(int count, double exponent = 1) =>
        new([.. Enumerable.Range(1, count).Select(rank => Math.Pow(rank, -exponent))]);

    public int Pick(ref Dice dice)
    {
        var place = dice.Roll(_keep.Length);
        return dice.Share() < _keep[place] ? place : _other[place];
    }
}
