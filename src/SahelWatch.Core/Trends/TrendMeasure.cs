namespace SahelWatch.Trends;

/// <summary>What the height of a column means.</summary>
public enum TrendMeasure
{
    Incidents,
    Deaths,
}
