namespace SahelWatch.Querying;

/// <summary>What a map of regions is shaded by; the rates are incidents per 100,000 people and per 1,000 km2.</summary>
public enum MapMeasure
{
    Count,
    Deaths,
    PerPeople,
    PerArea,
}
