using SahelWatch.Geography;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Regions;

/// <summary>Answer of <c>/api/v1/regions</c>: regions and incidents without one add up to <paramref name="Incidents"/>.</summary>
/// <param name="Total">Regions in <paramref name="Items"/>.</param>
/// <param name="Incidents">Incidents of the filter.</param>
public sealed record RegionListAnswer(
    int Total,
    int Incidents,
    string Sentence,
    string Query,
    string Layout,
    IReadOnlyList<RegionAnswer> Items,
    IReadOnlyList<WithoutRegionAnswer> WithoutRegion);

/// <summary>One region and what the filter's incidents come to in it.</summary>
public sealed record RegionAnswer(
    string Code,
    string Country,
    string NameEn,
    string NameFr,
    int Incidents,
    TrendFigure Deaths,
    double? Per100000People,
    double? Per1000Km2,
    int? Population,
    int? PopulationYear,
    string? PopulationSource,
    double AreaKm2)
{
    public static RegionAnswer Of(RegionTotal total) => new(
        total.Region.Code,
        total.Region.CountryCode,
        total.Region.NameEn,
        total.Region.NameFr,
        total.Incidents.Count,
        total.Figure,
        total.Per100000People,
        total.Per1000Km2,
        total.Region.Population,
        total.Region.PopulationYear,
        total.Region.PopulationSource,
        total.Region.AreaKm2);
}

public sealed record WithoutRegionAnswer(string Country, int Incidents, TrendFigure Deaths);

/// <summary>Answer of <c>/api/v1/regions/{code}</c>.</summary>
/// <param name="Total">Incidents of the filter in the region.</param>
/// <param name="OtherNames">Spellings, former and later names.</param>
/// <param name="LaterRegions">Regions cut out of it after the layout; their incidents count here.</param>
public sealed record RegionDetailsAnswer(
    int Total,
    string Sentence,
    string Query,
    RegionAnswer Region,
    IReadOnlyList<string> OtherNames,
    string Layout,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<LaterRegion> LaterRegions,
    IReadOnlyDictionary<string, int> Actors,
    IReadOnlyDictionary<string, int> Tactics);
