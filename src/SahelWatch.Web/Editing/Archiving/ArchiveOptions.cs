namespace SahelWatch.Editing.Archiving;

/// <summary>Section <c>Archive</c>: whether cited pages may be fetched and kept.</summary>
public sealed class ArchiveOptions
{
    /// <summary>Off by default: fetching tells the other site that its page is being looked at.</summary>
    public bool IsOn { get; init; }

    /// <summary>Kilobytes after which a page is cut, 1 to 10,000.</summary>
    public int MostKilobytes { get; init; } = 1000;

    /// <summary>Seconds after which a page is given up, 1 to 120.</summary>
    public int Seconds { get; init; } = 20;
}
