using SahelWatch.Geography;

namespace SahelWatch.Incidents;

/// <summary>
/// One sourced security event: who did what to whom, where and when, and who says so. Four dates stay apart: when it
/// occurred, when it was first reported, when the record was made and when it was last changed.
/// </summary>
public sealed class Incident
{
    public const int TitleLength = 200;
    public const int SummaryLength = 4000;
    public const int NoteLength = 1000;
    public const int NameLength = 200;
    public const int CodeLength = 64;

    public int Id { get; init; }

    /// <summary>Public number, from 1; never changed and never used again.</summary>
    public required int Number { get; init; }

    /// <summary>Identifier in the embedded set, null for incidents entered elsewhere.</summary>
    public string? SeedKey { get; init; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    public required DateOnly StartsOn { get; set; }

    public required DateOnly EndsOn { get; set; }

    public required DatePrecision DatePrecision { get; set; }

    /// <summary>Earliest dated report among the citations, where one carries a full date.</summary>
    public DateOnly? FirstReportedOn { get; set; }

    public required EventSubType SubType { get; set; }

    public EventType Type => EventTypes.TypeOf(SubType);

    /// <summary>Kind of organised violence, derived from the sides; null where none applies.</summary>
    public UcdpViolence? Violence { get; set; }

    public List<string> Tactics { get; set; } = [];

    public List<string> Targets { get; set; } = [];

    public required string CountryCode { get; set; }

    public Country Country { get; set; } = null!;

    public required string PlaceName { get; set; }

    public int PlaceId { get; set; }

    public Place Place { get; set; } = null!;

    /// <summary>Degrees north, WGS 84.</summary>
    public required double Latitude { get; set; }

    /// <summary>Degrees east, WGS 84.</summary>
    public required double Longitude { get; set; }

    public required GeoPrecision GeoPrecision { get; set; }

    public required CoordinateSource CoordinateSource { get; set; }

    /// <summary>Region that holds the coordinates; null where only the country is known.</summary>
    public int? RegionId { get; set; }

    public Region? Region { get; set; }

    /// <summary>Name of the region as the record's source gave it.</summary>
    public string? SourceRegionName { get; set; }

    public int? DeathsLow { get; set; }

    public int? DeathsBest { get; set; }

    public int? DeathsHigh { get; set; }

    public Toll Deaths => new(DeathsLow, DeathsBest, DeathsHigh);

    public int? CivilianDeaths { get; set; }

    /// <summary>Dead among the attackers, where they can be told apart; not in <see cref="Deaths"/>.</summary>
    public int? AssailantDeaths { get; set; }

    /// <summary>The toll in words, where figures do not say it all.</summary>
    public string? DeathsNote { get; set; }

    public int? InjuredLow { get; set; }

    public int? InjuredBest { get; set; }

    public int? InjuredHigh { get; set; }

    public Toll Injured => new(InjuredLow, InjuredBest, InjuredHigh);

    public string? InjuredNote { get; set; }

    /// <summary>Roots of the derived-from graph among the citations that were read.</summary>
    public int IndependentSources { get; set; }

    /// <summary>Whether a second, independent look was taken at this record.</summary>
    public bool IsChecked { get; set; }

    public EditorialStatus Status { get; set; }

    /// <summary>The incident that a withdrawn one is a duplicate of; null where it is none.</summary>
    public int? MergedIntoId { get; set; }

    public Incident? MergedInto { get; set; }

    /// <summary>Whether the place was made coarser on purpose; the exact one is kept apart.</summary>
    public bool IsPlaceWithheld { get; set; }

    /// <summary>Counts saved changes, from 1; guards against overwriting another's edit.</summary>
    public int Version { get; set; } = 1;

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ChangedAt { get; set; }

    public List<IncidentActor> Actors { get; } = [];

    public List<Citation> Citations { get; } = [];

    public List<ExternalId> ExternalIds { get; } = [];

    public List<Revision> Revisions { get; } = [];
}
