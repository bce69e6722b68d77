using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>The records that one form refers to, by their keys; those it does not name may be left out.</summary>
public sealed record EntryRecords(
    IReadOnlyDictionary<string, Country> Countries,
    IReadOnlyDictionary<string, Place> Places,
    IReadOnlyDictionary<string, Actor> Actors,
    IReadOnlyDictionary<string, Source> Sources,
    RegionBoundaries Boundaries);
