using SahelWatch.Geography;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>What the incidents of a filter come to in one region.</summary>
/// <param name="Latest">Row of the incident that began last; null where there is none.</param>
public sealed record RegionTotal(Region Region, Counted Incidents, TrendFigure Figure, int? Latest)
{
    /// <summary>Incidents per 100,000 people of the census year; null where the population is not known.</summary>
    public double? Per100000People =>
        Region.Population is > 0 and var people ? Incidents.Count * 100_000.0 / people : null;

    /// <summary>Incidents per 1,000 square kilometres; null where the area is not known.</summary>
    public double? Per1000Km2 => Region.AreaKm2 > 0 ? Incidents.Count * 1_000.0 / Region.AreaKm2 : null;

    /// <summary>What a map shades the region by; null where it is not known.</summary>
    public double? Of(MapMeasure measure) => measure switch
    {
        MapMeasure.Count => Incidents.Count,
        MapMeasure.Deaths => Figure.Best,
        MapMeasure.PerPeople => Per100000People,
        _ => Per1000Km2,
    };
}
