namespace SahelWatch.Benchmarks.Synthetic;

/// <summary>A small random source (SplitMix64), the same on every machine and every runtime.</summary>
internal struct Dice
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state;

    public Dice(ulong seed, ulong stream = 0)
    {
        _state = seed + stream * 0xD1B54A32D192ED03;
        _state = Next() ^ stream;
    }

    public ulong Next()
    {
        _state += Step;
        var mixed = (_state ^ _state >> 30) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
        return mixed ^ mixed >> 31;
    }

    /// <summary>0 to <paramref name="sides"/> - 1.</summary>
    public int Roll(int sides) => (int)((UInt128)Next() * (uint)sides >> 64);

    /// <summary>0 included to 1 excluded.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Share() < probability;

    /// <summary>Normally distributed with mean 0 and deviation 1.</summary>
    public double Bell() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());
}
