using System.Globalization;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Querying;

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

    /// <summary>Whether the place is known better and told no better than this, to protect people.</summary>
    public bool PlaceWithheld { get; init; }

    /// <summary>A row of the index together with its text.</summary>
    /// <param name="sourceUrls">Addresses of the row's sources.</param>
    /// <param name="siteUrl">Address of the site, without a slash at its end.</param>
    public static IncidentRecord Of(
        IncidentIndex index,
        int row,
        IncidentText text,
        IReadOnlyList<string> sourceUrls,
        string siteUrl,
        CultureInfo culture) => Of(
        index.FactsOf(row), index.Parties(row), index.Sources(row).Length, text, sourceUrls, siteUrl,
        index.Reference, culture);

    /// <summary>An incident that need not be in an index, with its actors and citations loaded.</summary>
    public static IncidentRecord Of(Incident incident, Reference reference, string siteUrl, CultureInfo culture) => Of(
        IncidentFacts.Of(incident, collections: []),
        [.. incident.Actors.Select(entry => Party.Of(entry, reference))],
        incident.Citations.Count,
        IncidentText.Of(incident),
        [.. incident.Citations.Select(citation => citation.Source.Link?.AbsoluteUri).OfType<string>()],
        siteUrl,
        reference,
        culture);

    private static IncidentRecord Of(
        in IncidentFacts facts,
        IEnumerable<Party> parties,
        int citations,
        IncidentText text,
        IReadOnlyList<string> sourceUrls,
        string siteUrl,
        Reference reference,
        CultureInfo culture)
    {
        return new IncidentRecord
        {
            Number = facts.Number,
            Url = string.Create(CultureInfo.InvariantCulture, $"{siteUrl}/incidents/{facts.Number}"),
            Title = text.Title,
            Summary = text.Summary,
            StartsOn = facts.StartsOn,
            EndsOn = facts.EndsOn,
            DatePrecision = facts.Kind.DatePrecision,
            FirstReportedOn = text.FirstReportedOn,
            Type = facts.Kind.Type,
            SubType = facts.Kind.SubType,
            Violence = facts.Kind.Violence,
            Country = facts.Area.Country,
            CountryName = reference.Country(facts.Area.Country)!.NameIn(culture),
            Region = facts.Area.Region,
            RegionName = facts.Area.Region is { } code ? reference.Region(code)!.NameIn(culture) : null,
            SourceRegionName = text.SourceRegionName,
            Place = text.Place,
            Latitude = facts.Point.Latitude,
            Longitude = facts.Point.Longitude,
            GeoPrecision = facts.Kind.GeoPrecision,
            CoordinateSource = text.CoordinateSource,
            Actors =
            [
                .. parties.OrderBy(party => party.Role)
                    .ThenBy(party => party.Actor, StringComparer.Ordinal)
                    .Select(party => new PartyRecord(
                        party.Actor, reference.Actor(party.Actor)!.Name, party.Role, party.Attribution)),
            ],
            Deaths = TollRecord.Of(facts.Deaths),
            CivilianDeaths = text.CivilianDeaths,
            AssailantDeaths = text.AssailantDeaths,
            DeathsNote = text.DeathsNote,
            Injured = new TollRecord(text.InjuredLow, text.InjuredBest, text.InjuredHigh),
            InjuredNote = text.InjuredNote,
            Checked = facts.Kind.IsChecked,
            Citations = citations,
            IndependentSources = facts.Evidence.IndependentSources,
            BestGrade = Grade.Best(facts.Evidence.GradeList)?.ToString(),
            Tactics = [.. facts.Means.TacticCodes],
            Targets = [.. facts.Means.TargetCodes],
            SourceUrls = sourceUrls,
            Version = text.Version,
            ChangedAt = text.ChangedAt,
            PlaceWithheld = text.IsPlaceWithheld,
        };
    }
}

/// <summary>One actor's part in an incident.</summary>
public sealed record PartyRecord(string Slug, string Name, ActorRole Role, Attribution Attribution);

/// <summary>A toll's figures; null is unknown, not none.</summary>
public sealed record TollRecord(int? Low, int? Best, int? High)
{
    public static TollRecord Of(Toll toll) => new(toll.Low, toll.Best, toll.High);
}
