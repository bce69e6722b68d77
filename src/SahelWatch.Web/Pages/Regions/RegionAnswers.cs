using System.Text.Json.Serialization;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Regions;

/// <summary>Answer of <c>/api/v1/regions</c>: regions and incidents without one add up to the total.</summary>
public sealed record RegionListAnswer(
    [property: JsonIgnore] AnswerHead Head,
    string Layout,
    IReadOnlyList<RegionAnswer> Items,
    IReadOnlyList<WithoutRegionAnswer> WithoutRegion) : AnswerHead(Head);

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
/// <param name="OtherNames">Spellings, former and later names.</param>
/// <param name="LaterRegions">Regions cut out of it after the layout; their incidents count here.</param>
public sealed record RegionDetailsAnswer(
    [property: JsonIgnore] AnswerHead Head,
    RegionAnswer Region,
    IReadOnlyList<string> OtherNames,
    string Layout,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<LaterRegion> LaterRegions,
    IReadOnlyDictionary<string, int> Actors,
    IReadOnlyDictionary<string, int> Tactics) : AnswerHead(Head);
