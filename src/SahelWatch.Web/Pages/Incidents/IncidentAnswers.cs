using System.Globalization;
using System.Text.Json.Serialization;
using SahelWatch.Exporting;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Changes;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Incidents;

/// <summary>One page of incidents; its total is of all pages.</summary>
public sealed record IncidentListAnswer(
    [property: JsonIgnore] AnswerHead Head, int Page, int Size, string Licence, IReadOnlyList<IncidentRecord> Items)
    : AnswerHead(Head);

/// <summary>How many incidents each value of each filter key would show; values without incidents are absent.</summary>
public sealed record FacetsAnswer(
    [property: JsonIgnore] AnswerHead Head, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Facets)
    : AnswerHead(Head);

/// <summary>One incident with everything that is known of it.</summary>
public sealed record IncidentAnswer(
    IncidentRecord Incident,
    EditorialStatus Status,
    DateTime CreatedAt,
    IReadOnlyList<CitationAnswer> Citations,
    IReadOnlyList<string> Collections,
    IReadOnlyList<ExternalIdAnswer> ExternalIds,
    IReadOnlyList<int> MergedFrom,
    IReadOnlyList<RevisionAnswer> Revisions)
{
    /// <param name="incident">Published; it need not be in the index yet.</param>
    /// <param name="mergedFrom">Numbers of the incidents that turned out to be this one.</param>
    /// <param name="revisions">What the reader may see of its history, by number.</param>
    public static IncidentAnswer Of(
        Incident incident,
        IReadOnlyList<int> mergedFrom,
        IReadOnlyList<ToldRevision> revisions,
        Reference reference,
        string siteUrl,
        CultureInfo culture) => new(
        IncidentRecord.Of(incident, reference, siteUrl, culture),
        incident.Status,
        incident.CreatedAt,
        [.. incident.Citations.Select(CitationAnswer.Of)],
        [.. IncidentReader.CollectionsOf(reference, incident.Number).Select(item => item.Collection.Slug)],
        [.. incident.ExternalIds.Select(id => new ExternalIdAnswer(id.Dataset, id.Value))],
        mergedFrom,
        [
            .. revisions.Select(revision => new RevisionAnswer(
                revision.Number, revision.Kind, revision.AuthorCode, revision.IsReviewed, revision.At, revision.Reason,
                [.. revision.FieldNames])),
        ]);
}

/// <summary>What one source says about the incident.</summary>
/// <param name="Grade">Source reliability and information credibility, such as "B2".</param>
/// <param name="DerivedFrom">Slug of the source that this one repeats.</param>
public sealed record CitationAnswer(
    string Source,
    string? Publisher,
    string? Title,
    IReadOnlyList<string> Authors,
    string? PublishedOn,
    string? Url,
    string Language,
    SourceKind Kind,
    SourceReading Reading,
    string? Agency,
    string? DerivedFrom,
    string Grade,
    IReadOnlyList<string> Supports,
    TollRecord Deaths,
    string? Note)
{
    public static CitationAnswer Of(Citation citation) => new(
        citation.Source.Slug,
        citation.Source.Publisher,
        citation.Source.Title,
        citation.Source.Authors,
        citation.Source.PublishedOn,
        citation.Source.Link?.AbsoluteUri,
        citation.Source.Language,
        citation.Source.Kind,
        citation.Source.Reading,
        citation.Source.Agency,
        citation.Source.DerivedFrom?.Slug,
        citation.Grade.ToString(),
        citation.Supports,
        TollRecord.Of(citation.Deaths),
        citation.Note);
}

/// <summary>The incident's identifier in another dataset.</summary>
public sealed record ExternalIdAnswer(string Dataset, string Value);

/// <summary>One saved state of the incident and the fields it changed.</summary>
/// <param name="Author">"editor" or "embedded data"; a name for people of the desk alone.</param>
/// <param name="Reviewed">Whether another person than the author agreed to it.</param>
/// <param name="Reason">Null where it is withheld, as it names a place that is.</param>
public sealed record RevisionAnswer(
    int Number,
    RevisionKind Change,
    string Author,
    bool Reviewed,
    DateTime At,
    string? Reason,
    IReadOnlyList<string> ChangedFields);
