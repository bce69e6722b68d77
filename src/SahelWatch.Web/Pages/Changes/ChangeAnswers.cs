using SahelWatch.Exporting;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Changes;

/// <summary>One page of the changes asked for.</summary>
/// <param name="Total">All changes asked for, on all pages.</param>
/// <param name="Latest">Where the changes end now: give it as <c>since</c> to be told what comes after.</param>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record ChangeListAnswer(
    int Total, string Latest, string? Next, string Licence, IReadOnlyList<ChangeAnswer> Items);

/// <summary>One change of the published data.</summary>
/// <param name="Cursor">Where it stands among the changes, for <c>since</c> and <c>before</c>.</param>
/// <param name="Change">What was done.</param>
/// <param name="Incident">Number of the incident; null for another record.</param>
/// <param name="Record">Key of another record, such as <c>actor/jnim</c>; null for incidents.</param>
/// <param name="Revision">Number of the revision of the incident or record.</param>
/// <param name="Url">Address of the incident's history; null for other records.</param>
/// <param name="Reviewed">Whether another person than the author agreed to it.</param>
/// <param name="Reason">Null where it is withheld, as it names a place that is.</param>
/// <param name="MergedInto">Number of the incident that this one turned out to be; null for most.</param>
/// <param name="Current">
/// The incident as it is now, as <c>/api/v1/incidents</c> gives it; null while it is withdrawn, and for other records.
/// </param>
public sealed record ChangeAnswer(
    string Cursor,
    RevisionKind Change,
    DateTime At,
    int? Incident,
    string? Record,
    int Revision,
    string? Title,
    string? Url,
    string Author,
    bool Reviewed,
    string? Reason,
    int? MergedInto,
    IReadOnlyList<FieldAnswer> Fields,
    IncidentRecord? Current);

/// <summary>One field before and after, as kept: codes, keys, lists with one entry a line.</summary>
/// <param name="Withheld">Whether the values are not told, to protect people.</param>
public sealed record FieldAnswer(string Field, string? Before, string? After, bool Withheld);
