namespace SahelWatch.Hosting;

/// <summary>Section <c>Limits</c>: how much one address may ask of the expensive endpoints.</summary>
public sealed class Limits
{
    /// <summary>Name of the rate-limit policy of whole-selection files.</summary>
    public const string Files = "files";

    /// <summary>Whole-selection files that one address may fetch in a minute; 1 or more.</summary>
    public int FilesPerMinute { get; init; } = 60;
}
