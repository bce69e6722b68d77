namespace SahelWatch.Benchmarks.Synthetic;

/// <summary>
/// Invented incidents, the same for the same count on every machine: about 14 years with more and more incidents, hot
/// spots, few actors in most of them, tolls with a heavy tail and gaps, wordy text. Nothing of it is kept: any incident
/// can be read by its number, so a million cost no memory.
/// </summary>
internal sealed class SyntheticSet(int count)
{
    public const int WordCount = 50_000;
    public const ulong Seed = 20_120_117;

    public static readonly DateOnly FirstDay = new(2012, 1, 1);
    public static readonly DateOnly LastDay = new(2025, 12, 31);

    /// <summary>The day on which every question is asked.</summary>
    public static readonly DateOnly Today = new(2026, 1, 1);

    public int Count { get; } = count;

    public SyntheticWorld World { get; } = new(Seed);

    public Vocabulary Vocabulary { get; } = new(WordCount, Seed);

    /// <summary>A reader of its own for each thread; it is refilled with each incident.</summary>
    public SyntheticReader Reader() => new(this);
}
