using System.Globalization;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Exporting;

/// <summary>
/// One incident as files and API give it: codes for machines, names in one language for people, its coordinates never
/// without their precision.
/// </summary>
public sealed record IncidentRecord
{
    public required int Number { get; init; }

    /// <summary>Address of the incident's page.</summary>
    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required DatePrecision DatePrecision { get; init; }

    public required DateOnly? FirstReportedOn { get; init; }

    public required EventType Type { get; init; }

    public required EventSubType SubType { get; init; }

    public required UcdpViolence? Violence { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public required string Country { get; init; }

    public required string CountryName { get; init; }

    /// <summary>ISO 3166-2 of the region that holds the coordinates; null where only the country is known.</summary>
    public required string? Region { get; init; }

    public required string? RegionName { get; init; }

    /// <summary>The region's name as the record's source gave it.</summary>
    public required string? SourceRegionName { get; init; }

    public required string Place { get; init; }

    /// <summary>
    /// Degrees north; from <see cref="Incidents.GeoPrecision.District"/> on the point stands for an area.
    /// </summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public required double Longitude { get; init; }

    public required GeoPrecision GeoPrecision { get; init; }

    /// <summary>Whether the point may be drawn as a place: exact or near.</summary>
    public bool HasPlace => GeoPrecision <= GeoPrecision.Near;

    public required CoordinateSource CoordinateSource { get; init; }

    public required IReadOnlyList<PartyRecord> Actors { get; init; }

    public required TollRecord Deaths { get; init; }

    public required int? CivilianDeaths { get; init; }

    /// <summary>Dead among the attackers, not in <see cref="Deaths"/>.</summary>
    public required int? AssailantDeaths { get; init; }

    public required string? DeathsNote { get; init; }

    public required TollRecord Injured { get; init; }

    public required string? InjuredNote { get; init; }

    public required bool Checked { get; init; }

    public required int Citations { get; init; }

    public required int IndependentSources { get; init; }

    public required string? BestGrade { get; init; }

    public required IReadOnlyList<string> Tactics { get; init; }

    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Addresses of the sources that have one.</summary>
    public required IReadOnlyList<string> SourceUrls { get; init; }

    public required int Version { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ChangedAt { get; init; }

    /// <summary>Actors, citations with sources, country and region must be loaded.</summary>
    /// <param name="siteUrl">Address of the site, without a slash at its end.</param>
    public static IncidentRecord Of(Incident incident, string siteUrl, CultureInfo culture) => new()
    {
        Number = incident.Number,
        Url = string.Create(CultureInfo.InvariantCulture, $"{siteUrl}/incidents/{incident.Number}"),
        Title = incident.Title,
        Summary = incident.Summary,
        StartsOn = incident.StartsOn,
        EndsOn = incident.EndsOn,
        DatePrecision = incident.DatePrecision,
        FirstReportedOn = incident.FirstReportedOn,
        Type = incident.Type,
        SubType = incident.SubType,
        Violence = incident.Violence,
        Country = incident.CountryCode,
        CountryName = incident.Country.NameIn(culture),
        Region = incident.Region?.Code,
        RegionName = incident.Region?.NameIn(culture),
        SourceRegionName = incident.SourceRegionName,
        Place = incident.PlaceName,
        Latitude = incident.Latitude,
        Longitude = incident.Longitude,
        GeoPrecision = incident.GeoPrecision,
        CoordinateSource = incident.CoordinateSource,
        Actors =
        [
            .. incident.Actors.OrderBy(entry => entry.Role).ThenBy(entry => entry.Actor.Slug, StringComparer.Ordinal)
                .Select(entry => new PartyRecord(entry.Actor.Slug, entry.Actor.Name, entry.Role, entry.Attribution)),
        ],
        Deaths = TollRecord.Of(incident.Deaths),
        CivilianDeaths = incident.CivilianDeaths,
        AssailantDeaths = incident.AssailantDeaths,
        DeathsNote = incident.DeathsNote,
        Injured = TollRecord.Of(incident.Injured),
        InjuredNote = incident.InjuredNote,
        Checked = incident.IsChecked,
        Citations = incident.Citations.Count,
        IndependentSources = incident.IndependentSources,
        BestGrade = Grade.Best([.. incident.Citations.Select(citation => citation.Grade)])?.ToString(),
        Tactics = incident.Tactics,
        Targets = incident.Targets,
        SourceUrls = [.. incident.Citations.Select(citation => citation.Source.Link?.AbsoluteUri).OfType<string>()],
        Version = incident.Version,
        ChangedAt = incident.ChangedAt,
    };
}

/// <summary>One actor's part in an incident.</summary>
public sealed record PartyRecord(string Slug, string Name, ActorRole Role, Attribution Attribution);

/// <summary>A toll's figures; null is unknown, not none.</summary>
public sealed record TollRecord(int? Low, int? Best, int? High)
{
    public static TollRecord Of(Toll toll) => new(toll.Low, toll.Best, toll.High);
}
