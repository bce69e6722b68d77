using SahelWatch.Geography;

namespace SahelWatch.Querying;

/// <summary>What the rows of a filter come to in one region; deaths sum the known figures of each incident.</summary>
/// <param name="WithoutToll">Incidents of which no death figure at all is known; they add nothing to the sums.</param>
public sealed record RegionValue(
    Region Region, int Count, int DeathsLow, int DeathsBest, int DeathsHigh, int WithoutToll)
{
    /// <summary>Incidents per 100,000 people of the year the population is known for; null where it is not.</summary>
    public double? PerPeople => Region.Population is > 0 and var people ? Count * 100_000.0 / people : null;

    /// <summary>Incidents per 1,000 km2.</summary>
    public double? PerArea => Region.AreaKm2 > 0 ? Count * 1_000 / Region.AreaKm2 : null;

    public double? Of(MapMeasure measure) => measure switch
    {
        MapMeasure.Count => Count,
        MapMeasure.Deaths => DeathsBest,
        MapMeasure.PerPeople => PerPeople,
        _ => PerArea,
    };
}
