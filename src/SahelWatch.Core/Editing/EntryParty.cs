namespace SahelWatch.Editing;

/// <summary>One actor's part in the incident, as typed.</summary>
public sealed record EntryParty
{
    /// <summary>Key of an actor.</summary>
    public string? Actor { get; init; }

    public string? Role { get; init; }

    public string? Attribution { get; init; }
}
