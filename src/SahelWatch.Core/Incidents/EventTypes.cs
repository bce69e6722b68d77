namespace SahelWatch.Incidents;

/// <summary>How sub-types belong to types, and which of them are political violence.</summary>
public static class EventTypes
{
    public static EventType TypeOf(EventSubType subType) => subType switch
    {
        <= EventSubType.NonStateActorOvertakesTerritory => EventType.Battles,
        <= EventSubType.ChemicalWeapon => EventType.Explosions,
        <= EventSubType.SexualViolence => EventType.ViolenceAgainstCivilians,
        <= EventSubType.ExcessiveForce => EventType.Protests,
        <= EventSubType.MobViolence => EventType.Riots,
        _ => EventType.StrategicDevelopments,
    };

    /// <summary>
    /// Political violence as ACLED defines it: battles, explosions and remote violence, violence against civilians,
    /// mob violence, and excessive force against protesters. Strategic developments are not attacks.
    /// </summary>
    public static bool IsPoliticalViolence(EventSubType subType) =>
        subType <= EventSubType.SexualViolence
        || subType is EventSubType.ExcessiveForce or EventSubType.MobViolence;
}
