using SahelWatch.Editing;

namespace SahelWatch.Incidents;

/// <summary>
/// One saved state of an incident or of a record that incidents refer to: who made it, when (UTC), why, and every field
/// before and after. Never changed, never deleted.
/// </summary>
public sealed class Revision
{
    public int Id { get; init; }

    /// <summary>Null where it is about another record.</summary>
    public int? IncidentId { get; init; }

    /// <summary>Kind and key of another record, such as <c>actor/jnim</c>; null for incidents.</summary>
    public string? Record { get; init; }

    /// <summary>1 for the first state, then one more with each save.</summary>
    public required int Number { get; init; }

    public required RevisionKind Kind { get; init; }

    /// <summary>Name of who made it.</summary>
    public required string Author { get; init; }

    /// <summary>Account of who made it; null for the embedded set.</summary>
    public int? AuthorId { get; init; }

    /// <summary>Account of who agreed to publish it, where that takes another person.</summary>
    public int? ReviewerId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string Reason { get; init; }

    public List<FieldChange> Changes { get; init; } = [];

    /// <summary>An incident's state as a form, for restoring it; null where only the changes were kept.</summary>
    public EntryForm? Form { get; init; }

    /// <summary>The state before, where the revision before this one did not keep it.</summary>
    public EntryForm? FormBefore { get; init; }
}
