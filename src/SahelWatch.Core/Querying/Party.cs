using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>One actor's entry in one incident.</summary>
public readonly record struct Party(string Actor, ActorRole Role, Attribution Attribution)
{
    /// <summary>The entry, of the actor that its own turned out to be.</summary>
    public static Party Of(IncidentActor entry, Reference reference) =>
        new(reference.Canonical(entry.Actor.Slug), entry.Role, entry.Attribution);
}
