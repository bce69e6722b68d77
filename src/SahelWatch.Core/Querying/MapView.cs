using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>What a map shows of a filter in one viewport; <paramref name="Total"/> = all placed rows + those without.</summary>
/// <param name="Total">Rows of the filter.</param>
/// <param name="InView">Rows of known place in the viewport, in the filter's order.</param>
/// <param name="WithoutPlace">Rows known no better than a district: shown as badges on areas.</param>
public sealed record MapView(
    int Total,
    IReadOnlyList<int> InView,
    int WithoutPlace,
    IReadOnlyList<MapCell> Cells,
    IReadOnlyList<MapArea> Areas);

/// <summary>Incidents of one grid cell; <paramref name="Row"/> is set where it is one alone.</summary>
public sealed record MapCell(
    double Latitude,
    double Longitude,
    int Count,
    int Deaths,
    EventType Dominant,
    BoundingBox Box,
    int? Row);

/// <summary>Incidents whose place is known no better than a district, by region; a null region is a whole country.</summary>
public sealed record MapArea(string CountryCode, string? RegionCode, int Count, int Deaths);
