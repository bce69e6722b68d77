namespace SahelWatch.Editing;

/// <summary>
/// Section <c>Duplicates</c>: how far apart two reports may lie to be pointed out as perhaps one event.
/// </summary>
public sealed class DuplicateOptions
{
    public int Days { get; init; } = 2;

    public double Km { get; init; } = 5;

    public DuplicateWindow Window => new(Days, Km);
}
