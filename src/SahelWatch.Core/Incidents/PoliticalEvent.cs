using SahelWatch.Actors;
using SahelWatch.Editing;
using SahelWatch.Geography;

namespace SahelWatch.Incidents;

/// <summary>A date or range in the political calendar that attacks are held against.</summary>
public sealed class PoliticalEvent : IRecord
{
    public int Id { get; init; }

    public required string Slug { get; init; }

    public required DateOnly StartsOn { get; set; }

    public required DateOnly EndsOn { get; set; }

    public required DatePrecision DatePrecision { get; set; }

    public required string CountryCode { get; set; }

    public Country Country { get; set; } = null!;

    public required PoliticalEventKind Kind { get; set; }

    /// <summary>Kind as the embedded set names it.</summary>
    public string? OriginalKind { get; set; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    public int? PlaceId { get; set; }

    public Place? Place { get; set; }

    /// <summary>Counts saved changes, from 1; guards against overwriting another's edit.</summary>
    public int Version { get; set; } = 1;

    public List<Actor> Actors { get; } = [];

    public List<Source> Sources { get; } = [];
}
