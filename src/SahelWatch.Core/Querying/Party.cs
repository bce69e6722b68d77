using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>One actor's entry in one incident.</summary>
public readonly record struct Party(string Actor, ActorRole Role, Attribution Attribution);
