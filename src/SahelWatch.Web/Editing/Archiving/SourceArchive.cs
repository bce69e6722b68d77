using SahelWatch.Incidents;

namespace SahelWatch.Editing.Archiving;

/// <summary>A cited page as it was fetched once. Never changed.</summary>
public sealed class SourceArchive
{
    public int Id { get; init; }

    public required int SourceId { get; init; }

    public Source Source { get; init; } = null!;

    public required string Url { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime FetchedAt { get; init; }

    /// <summary>Account of who asked for it.</summary>
    public required int PersonId { get; init; }

    public required string ContentType { get; init; }

    /// <summary>SHA-256 of the bytes as received, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes received.</summary>
    public required int Length { get; init; }

    /// <summary>Whether the page went on after what was kept.</summary>
    public required bool IsCut { get; init; }

    /// <summary>The page's words without its markup; null where it has none, as a picture.</summary>
    public string? Text { get; init; }
}
