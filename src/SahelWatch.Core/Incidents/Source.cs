using SahelWatch.Editing;

namespace SahelWatch.Incidents;

/// <summary>One published page or document that incidents, events, actors and relations are cited to.</summary>
public sealed class Source : IRecord
{
    public int Id { get; init; }

    public required string Slug { get; init; }

    public string? Publisher { get; set; }

    public string? Title { get; set; }

    public List<string> Authors { get; set; } = [];

    /// <summary>Publication date as known: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</summary>
    public string? PublishedOn { get; set; }

    /// <summary>Address as printed; a footnote may give one that cannot be followed.</summary>
    public string? Url { get; set; }

    /// <summary>The address where it can be followed: absolute, http or https.</summary>
    public Uri? Link => LinkOf(Url);

    public DateOnly? AccessedOn { get; set; }

    public string? ArchiveUrl { get; set; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; set; }

    public required SourceKind Kind { get; set; }

    /// <summary>Kind as the embedded set names it.</summary>
    public string? OriginalKind { get; set; }

    public required SourceReading Reading { get; set; }

    /// <summary>
    /// Agency whose report the publisher relays, such as AFP; reports of one agency count as one source.
    /// </summary>
    public string? Agency { get; set; }

    public int? DerivedFromId { get; set; }

    /// <summary>The source that this one repeats or copies.</summary>
    public Source? DerivedFrom { get; set; }

    /// <summary>A to F.</summary>
    public required char Reliability { get; set; }

    public string? Note { get; set; }

    /// <summary>Counts saved changes, from 1; guards against overwriting another's edit.</summary>
    public int Version { get; set; } = 1;

    /// <summary>A printed address where it can be followed.</summary>
    public static Uri? LinkOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link : null;
}
