namespace SahelWatch.Incidents;

/// <summary>One field before and after a revision, as text.</summary>
public sealed class FieldChange
{
    public required string Field { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }
}
