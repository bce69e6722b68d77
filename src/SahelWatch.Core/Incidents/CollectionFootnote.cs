namespace SahelWatch.Incidents;

/// <summary>One work cited in one footnote of a collection's source.</summary>
public sealed class CollectionFootnote
{
    public int CollectionId { get; init; }

    public required int Number { get; init; }

    public int SourceId { get; init; }

    public required Source Source { get; init; }
}
