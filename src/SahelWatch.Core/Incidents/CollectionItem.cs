namespace SahelWatch.Incidents;

/// <summary>One record in a collection, and where the collection's source speaks of it.</summary>
public sealed class CollectionItem
{
    public int CollectionId { get; init; }

    public required CollectionItemKind Kind { get; init; }

    /// <summary>The record's slug; an incident's public number.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// Whether the source states the record (or cites a work about it) rather than bearing on it as context.
    /// </summary>
    public required bool IsStated { get; init; }

    /// <summary>Place in the source, such as "¶9, fn 23".</summary>
    public string? Locator { get; init; }

    public List<int> Footnotes { get; init; } = [];
}
