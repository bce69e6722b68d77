namespace SahelWatch.Hosting;

/// <summary>Section <c>Cache</c>: answers kept in memory for those who ask the same.</summary>
public sealed class ViewCacheOptions
{
    /// <summary>Memory for kept answers, as compressed as they are sent; 0 keeps none.</summary>
    public int Megabytes { get; init; } = 64;
}
