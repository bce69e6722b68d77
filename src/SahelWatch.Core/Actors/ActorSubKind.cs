namespace SahelWatch.Actors;

/// <summary>A finer kind where one is known.</summary>
public enum ActorSubKind
{
    None,
    Government,
    Military,
    Auxiliary,
    JihadistGroup,
    JihadistNetwork,
    SeparatistGroup,
    ArmedCoalition,
    ForeignForce,
    PeaceOperation,
    RegionalForce,
    IntergovernmentalOrganisation,
    PrivateMilitaryCompany,
    Community,
    PoliticalParty,
}
