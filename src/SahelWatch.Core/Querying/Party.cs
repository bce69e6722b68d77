using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>One actor's entry in one incident.</summary>
public readonly record struct Party(string Actor, ActorRole Role, Attribution Attribution)
{
    public static Party Of(IncidentActor entry) => new(entry.Actor.Slug, entry.Role, entry.Attribution);
}
