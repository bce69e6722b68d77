using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Editing;

/// <summary>What is compared of an event that may be known already.</summary>
/// <param name="Point">Null while no place is entered: then only an event that shares a source can be the same.</param>
/// <param name="Actors">Slugs.</param>
/// <param name="Sources">Keys of known sources.</param>
/// <param name="Except">Public number of the incident that is being corrected; null for a new one.</param>
public sealed record DuplicateProbe(
    DateOnly StartsOn,
    DateOnly EndsOn,
    DatePrecision DatePrecision,
    MapPoint? Point,
    GeoPrecision GeoPrecision,
    IReadOnlyCollection<string> Actors,
    IReadOnlyCollection<int> Sources,
    int? Except)
{
    /// <summary>Slugs of known sources and addresses of new ones: what two forms may both cite.</summary>
    public IReadOnlyCollection<string> Cites { get; init; } = [];
}
