using SahelWatch.Actors;

namespace SahelWatch.Incidents;

/// <summary>One actor's part in one incident, and on what ground it is named.</summary>
public sealed class IncidentActor
{
    public int IncidentId { get; init; }

    public int ActorId { get; init; }

    public required Actor Actor { get; init; }

    public required ActorRole Role { get; init; }

    public required Attribution Attribution { get; set; }
}
