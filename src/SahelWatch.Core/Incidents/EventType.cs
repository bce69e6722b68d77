namespace SahelWatch.Incidents;

/// <summary>The six event types of the ACLED codebook.</summary>
public enum EventType
{
    Battles,
    Explosions,
    ViolenceAgainstCivilians,
    Protests,
    Riots,
    StrategicDevelopments,
}
