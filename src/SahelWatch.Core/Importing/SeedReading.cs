namespace SahelWatch.Importing;

/// <summary>What came of reading the embedded set: all of it, or the problems against it; never both.</summary>
public sealed record SeedReading(SeedSet? Set, IReadOnlyList<Problem> Problems);
