namespace SahelWatch.Incidents;

/// <summary>What a revision did, as the change feed tells it.</summary>
public enum RevisionKind
{
    Added,
    Corrected,
    Withdrawn,
    Reinstated,
}
