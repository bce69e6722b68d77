namespace SahelWatch.Incidents;

/// <summary>One saved state of an incident: who made it, when (UTC), why, and every field before and after.</summary>
public sealed class Revision
{
    public int Id { get; init; }

    public int IncidentId { get; init; }

    /// <summary>1 for the first state, then one more with each save.</summary>
    public required int Number { get; init; }

    public required string Author { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string Reason { get; init; }

    public List<FieldChange> Changes { get; init; } = [];
}
