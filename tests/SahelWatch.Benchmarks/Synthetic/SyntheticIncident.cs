using SahelWatch.Incidents;

namespace SahelWatch.Benchmarks.Synthetic;

/// <summary>One incident of the synthetic set without its lists and its text.</summary>
/// <param name="Place">Position in <see cref="SyntheticWorld.Places"/>.</param>
/// <param name="HasRegion">False where only the country is known.</param>
/// <param name="Tactics">Bits in the order of <see cref="Incidents.Tactics.All"/>.</param>
/// <param name="Targets">Bits in the order of <see cref="Incidents.Targets.All"/>.</param>
internal readonly record struct SyntheticIncident(
    int Number,
    DateOnly StartsOn,
    DateOnly EndsOn,
    DatePrecision DatePrecision,
    EventSubType SubType,
    UcdpViolence? Violence,
    int Place,
    GeoPrecision GeoPrecision,
    bool HasRegion,
    Toll Deaths,
    ulong Tactics,
    ulong Targets,
    bool IsChecked);

/// <param name="Actor">Position in <see cref="SyntheticWorld.Actors"/>.</param>
internal readonly record struct SyntheticParty(int Actor, ActorRole Role, Attribution Attribution);

/// <param name="Source">Position in <see cref="SyntheticWorld.Sources"/>.</param>
internal readonly record struct SyntheticCitation(int Source, int Credibility);
