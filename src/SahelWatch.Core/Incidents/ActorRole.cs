namespace SahelWatch.Incidents;

/// <summary>What an actor did in an incident.</summary>
public enum ActorRole
{
    Perpetrator,
    SideA,
    SideB,
    Target,
    Associated,
}
