namespace SahelWatch.Incidents;

/// <summary>On what ground an actor is named: its own claim, somebody's statement, a suspicion, or none.</summary>
public enum Attribution
{
    Claimed,
    Attributed,
    Suspected,
    Unknown,
}
