namespace SahelWatch.Incidents;

/// <summary>What kind of date in the political calendar.</summary>
public enum PoliticalEventKind
{
    Election,
    Summit,
    Coup,
    Accord,
    Withdrawal,
    Mandate,
    Strike,
    Protest,
    Statement,
    Governance,
    Intervention,
    ArmedGroup,
}
