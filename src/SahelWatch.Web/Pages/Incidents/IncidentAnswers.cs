using System.Globalization;
using System.Text.Json.Serialization;
using SahelWatch.Exporting;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
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
    IReadOnlyList<RevisionAnswer> Revisions)
{
    /// <param name="incident">Published; it need not be in the index yet.</param>
    public static IncidentAnswer Of(
        Incident incident, Reference reference, string siteUrl, CultureInfo culture) => new(
        IncidentRecord.Of(
            IncidentIndex.Build([incident], reference, version: ""),
            row: 0,
            IncidentText.Of(incident),
            [.. incident.Citations.Select(citation => citation.Source.Link?.AbsoluteUri).OfType<string>()],
            siteUrl,
            culture),
        incident.Status,
        incident.CreatedAt,
        [.. incident.Citations.Select(CitationAnswer.Of)],
        [.. IncidentReader.CollectionsOf(reference, incident.Number).Select(item => item.Collection.Slug)],
        [.. incident.ExternalIds.Select(id => new ExternalIdAnswer(id.Dataset, id.Value))],
        [
            .. incident.Revisions.OrderBy(revision => revision.Number)
                .Select(revision => new RevisionAnswer(
                    revision.Number, revision.Author, revision.At, revision.Reason,
                    [.. revision.Changes.Select(change => change.Field)])),
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
public sealed record RevisionAnswer(
    int Number, string Author, DateTime At, string Reason, IReadOnlyList<string> ChangedFields);
