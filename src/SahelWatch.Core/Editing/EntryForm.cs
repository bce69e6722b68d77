namespace SahelWatch.Editing;

/// <summary>
/// What an editor typed about one incident, as typed: text that is no date or number yet is kept too, so that nothing
/// is lost before it is right. Empty fields are null; lists hold no empty entries.
/// </summary>
public sealed record EntryForm
{
    public string? Title { get; init; }

    public string? Summary { get; init; }

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public string? StartsOn { get; init; }

    /// <summary><c>yyyy-MM-dd</c>; null where the incident ended on the day it began.</summary>
    public string? EndsOn { get; init; }

    public string? DatePrecision { get; init; }

    public string? SubType { get; init; }

    public IReadOnlyList<string> Tactics { get; init; } = [];

    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Key of a gazetteer entry.</summary>
    public string? Place { get; init; }

    /// <summary>Name of the place as the sources give it.</summary>
    public string? PlaceName { get; init; }

    /// <summary>Name of the region as the sources give it, where that tells more than the point.</summary>
    public string? SourceRegion { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>Degrees north.</summary>
    public string? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public string? Longitude { get; init; }

    public string? GeoPrecision { get; init; }

    public string? CoordinateSource { get; init; }

    public IReadOnlyList<EntryParty> Parties { get; init; } = [];

    public string? DeathsLow { get; init; }

    public string? DeathsBest { get; init; }

    public string? DeathsHigh { get; init; }

    public string? CivilianDeaths { get; init; }

    public string? AssailantDeaths { get; init; }

    /// <summary>The toll in the sources' words.</summary>
    public string? DeathsNote { get; init; }

    public string? InjuredLow { get; init; }

    public string? InjuredBest { get; init; }

    public string? InjuredHigh { get; init; }

    public string? InjuredNote { get; init; }

    public IReadOnlyList<EntryCitation> Citations { get; init; } = [];

    /// <summary>Precision of the place that the public sees, where that is coarser than the one entered.</summary>
    public string? PublicPrecision { get; init; }

    /// <summary>
    /// <c>yes</c> where the editor knows that a source names the place that is withheld, and cites it all the same.
    /// </summary>
    public string? CitesPlace { get; init; }

    /// <summary>Day before which nothing is published, <c>yyyy-MM-dd</c>; null for at once.</summary>
    public string? PublishOn { get; init; }
}
