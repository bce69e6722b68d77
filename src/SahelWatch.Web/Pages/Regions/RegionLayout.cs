using System.Globalization;
using SahelWatch.Geography;

namespace SahelWatch.Pages.Regions;

/// <summary>Names and dates of the boundaries in use.</summary>
public static class RegionLayout
{
    public static string NameIn(this BoundaryLayout layout, CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "fr" ? layout.NameFr : layout.NameEn;

    /// <summary>The region's other names: its name in the other language, spellings, former and later names.</summary>
    public static IReadOnlyList<string> OtherNames(this Region region, CultureInfo culture) =>
    [
        .. region.Aliases.Prepend(region.NameFr).Prepend(region.NameEn)
            .Where(name => name != region.NameIn(culture)).Distinct(),
    ];
}
