namespace SahelWatch.Incidents;

/// <summary>The 25 event sub-types of the ACLED codebook, in its order.</summary>
public enum EventSubType
{
    ArmedClash,
    GovernmentRegainsTerritory,
    NonStateActorOvertakesTerritory,
    AirOrDroneStrike,
    SuicideBomb,
    ShellingOrMissile,
    RemoteExplosive,
    Grenade,
    ChemicalWeapon,
    Attack,
    Abduction,
    SexualViolence,
    PeacefulProtest,
    ProtestWithIntervention,
    ExcessiveForce,
    ViolentDemonstration,
    MobViolence,
    Agreement,
    Arrests,
    ChangeToGroup,
    DisruptedWeaponsUse,
    BaseEstablished,
    LootingOrDestruction,
    TransferOfTerritory,
    Displacement,
    Closure,
    Other,
}
