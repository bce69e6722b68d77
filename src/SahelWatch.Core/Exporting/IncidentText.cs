using System.Linq.Expressions;
using SahelWatch.Incidents;

namespace SahelWatch.Exporting;

/// <summary>What a record tells of an incident besides what the index knows.</summary>
public sealed record IncidentText(
    int Number,
    string Title,
    string Summary,
    DateOnly? FirstReportedOn,
    string? SourceRegionName,
    string Place,
    CoordinateSource CoordinateSource,
    int? CivilianDeaths,
    int? AssailantDeaths,
    string? DeathsNote,
    int? InjuredLow,
    int? InjuredBest,
    int? InjuredHigh,
    string? InjuredNote,
    int Version,
    DateTime ChangedAt,
    bool IsPlaceWithheld)
{
    /// <summary>What a database query selects.</summary>
    public static readonly Expression<Func<Incident, IncidentText>> Selected = incident => new IncidentText(
        incident.Number,
        incident.Title,
        incident.Summary,
        incident.FirstReportedOn,
        incident.SourceRegionName,
        incident.PlaceName,
        incident.CoordinateSource,
        incident.CivilianDeaths,
        incident.AssailantDeaths,
        incident.DeathsNote,
        incident.InjuredLow,
        incident.InjuredBest,
        incident.InjuredHigh,
        incident.InjuredNote,
        incident.Version,
        incident.ChangedAt,
        incident.IsPlaceWithheld);

    private static readonly Func<Incident, IncidentText> Made = Selected.Compile();

    public static IncidentText Of(Incident incident) => Made(incident);
}
