using System.Collections.Frozen;
using System.Globalization;
using SahelWatch.Geography;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Shared;

/// <summary>Names of countries, also of those outside the data, such as the state an actor belongs to.</summary>
public static class CountryNames
{
    private static readonly FrozenDictionary<string, RegionInfo> World = CultureInfo
        .GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name))
        .DistinctBy(region => region.ThreeLetterISORegionName)
        .ToFrozenDictionary(region => region.ThreeLetterISORegionName);

    /// <summary>The reference's name, else the platform's, else the code.</summary>
    public static string Of(Reference reference, string code) =>
        reference.Country(code)?.NameIn(CultureInfo.CurrentUICulture)
        ?? (World.TryGetValue(code, out var region) ? region.DisplayName : code);
}
