using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>What someone typed about a record.</summary>
/// <param name="Slug">Null for a new record.</param>
/// <param name="Version">The saved state that it began with.</param>
/// <param name="Texts">By field; fields that are not given stay as they are.</param>
public sealed record RecordEdit(
    RecordKind Kind, string? Slug, int Version, IReadOnlyDictionary<string, string?> Texts, string? Reason);

/// <summary>A record as it stands.</summary>
/// <param name="Revisions">The latest first.</param>
public sealed record RecordState(
    RecordKind Kind,
    string Slug,
    int Version,
    IReadOnlyDictionary<string, string?> Texts,
    IReadOnlyList<Revision> Revisions);

/// <summary>What came of an edit.</summary>
public sealed record RecordAnswer(RecordOutcome Outcome, string? Slug = null)
{
    /// <summary>Of a refused edit.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Of an edit that another one came before.</summary>
    public RecordConflict? Conflict { get; init; }

    /// <summary>The record as it stands, where the edit was not saved.</summary>
    public RecordState? State { get; init; }
}

/// <summary>How an edit ended.</summary>
public enum RecordOutcome
{
    Saved,

    /// <summary>It changes nothing.</summary>
    Unchanged,

    /// <summary>It has problems.</summary>
    Refused,

    /// <summary>Someone else saved meanwhile.</summary>
    Conflict,

    /// <summary>There is no such record.</summary>
    Missing,

    /// <summary>The person may not change this record.</summary>
    Forbidden,
}
