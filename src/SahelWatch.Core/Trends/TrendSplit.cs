namespace SahelWatch.Trends;

/// <summary>What a trend is split by.</summary>
public enum TrendSplit
{
    None,
    Region,
    Country,
    Actor,
    Type,
    Tactic,
}
