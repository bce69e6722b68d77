namespace SahelWatch.Actors;

/// <summary>What kind of actor, after the ACLED actor types.</summary>
public enum ActorKind
{
    StateForces,
    RebelOrJihadistGroup,
    PoliticalMilitia,
    IdentityMilitia,
    ExternalForces,
    Civilians,
    Protesters,
    Rioters,
    Unidentified,
}
