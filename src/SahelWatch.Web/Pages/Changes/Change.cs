using SahelWatch.Incidents;

namespace SahelWatch.Pages.Changes;

/// <summary>One change of the published data.</summary>
/// <param name="Revision">What was changed, as the reader may see it.</param>
/// <param name="Incident">The incident it is of; null for another record.</param>
/// <param name="Record">Key of the record it is of, such as <c>actor/jnim</c>; null for incidents.</param>
/// <param name="Many">Set where it stands for many that were made at once: how many.</param>
public sealed record Change(ToldRevision Revision, ChangedIncident? Incident, string? Record, int? Many = null);

/// <summary>What a change says of its incident as it is now.</summary>
/// <param name="MergedInto">Number of the incident that it turned out to be.</param>
public sealed record ChangedIncident(int Number, string Title, EditorialStatus Status, int? MergedInto);

/// <summary>A page of changes.</summary>
/// <param name="Total">All that were asked for.</param>
/// <param name="Last">Key of the last one of the page; null on an empty page.</param>
/// <param name="HasMore">Whether others come after it.</param>
/// <param name="Latest">Key of the newest change of all.</param>
public sealed record ChangePage(
    IReadOnlyList<Change> Items, int Total, int? Last, bool HasMore, int Latest, RecordNames Names);
