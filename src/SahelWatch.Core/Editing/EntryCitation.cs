namespace SahelWatch.Editing;

/// <summary>
/// What one source says about the incident, as typed. A known source is named by its key; of a new one its own fields
/// are given, and it becomes a source when the entry is published.
/// </summary>
public sealed record EntryCitation
{
    /// <summary>Key of a known source; null for a new one.</summary>
    public string? Source { get; init; }

    public string? Url { get; init; }

    public string? Publisher { get; init; }

    public string? Title { get; init; }

    /// <summary><c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</summary>
    public string? PublishedOn { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; init; }

    public string? Kind { get; init; }

    public string? Reading { get; init; }

    /// <summary>A to F.</summary>
    public string? Reliability { get; init; }

    /// <summary>Agency whose report the publisher relays.</summary>
    public string? Agency { get; init; }

    /// <summary>Key of the source that this one repeats.</summary>
    public string? DerivedFrom { get; init; }

    /// <summary>1 to 6.</summary>
    public string? Credibility { get; init; }

    /// <summary>
    /// The facts this source gives (<see cref="Incidents.CitedFacts"/>), and others in the editor's words.
    /// </summary>
    public IReadOnlyList<string> Supports { get; init; } = [];

    public string? DeathsLow { get; init; }

    public string? DeathsBest { get; init; }

    public string? DeathsHigh { get; init; }

    public string? Note { get; init; }
}
