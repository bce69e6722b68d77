using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// One thing that happened to an entry: a save with the fields before and after, a step of the workflow, or a comment.
/// Never changed, never deleted.
/// </summary>
public sealed class EntryEvent
{
    public int Id { get; init; }

    public int EntryId { get; init; }

    /// <summary>From 1, in order.</summary>
    public required int Number { get; init; }

    public required EntryStep Step { get; init; }

    public required int PersonId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Reason of a step, or the comment.</summary>
    public string? Text { get; init; }

    /// <summary>Whom a comment mentions.</summary>
    public List<int> Mentions { get; init; } = [];

    /// <summary>What a save changed.</summary>
    public List<FieldChange> Changes { get; init; } = [];

    /// <summary>The form as saved; null for steps that do not touch it.</summary>
    public EntryForm? Form { get; init; }
}
