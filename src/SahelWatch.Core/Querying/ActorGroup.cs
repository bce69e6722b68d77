namespace SahelWatch.Querying;

/// <summary>Kinds of actors gathered into as many groups as there are colours that everybody can tell apart.</summary>
public enum ActorGroup
{
    StateForces,
    ArmedGroups,
    ExternalForces,
    Militias,
    Crowds,
    Unknown,
}
