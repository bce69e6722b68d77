using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>The incidents of a filter in one country: in its regions, in none of them, and in all.</summary>
/// <param name="Regions">Every region of the country in the reference's order, those without incidents too.</param>
/// <param name="OutsideLatest">Row of the latest incident that lies in no region; null where there is none.</param>
public sealed record CountryTotal(
    string CountryCode,
    IReadOnlyList<RegionTotal> Regions,
    Counted Outside,
    TrendFigure OutsideFigure,
    int? OutsideLatest,
    Counted All,
    TrendFigure Figure);
