namespace SahelWatch.Incidents;

/// <summary>A named set of records that rest on one document, with that document's footnotes.</summary>
public sealed class Collection
{
    public int Id { get; init; }

    public required string Slug { get; init; }

    public required string TitleEn { get; set; }

    public required string TitleFr { get; set; }

    public required string NoteEn { get; set; }

    public required string NoteFr { get; set; }

    public int SourceId { get; set; }

    public required Source Source { get; set; }

    public List<CollectionItem> Items { get; } = [];

    public List<CollectionFootnote> Footnotes { get; } = [];
}
