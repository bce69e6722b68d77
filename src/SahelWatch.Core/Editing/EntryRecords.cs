using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>The records that one form refers to, by their keys; those it does not name may be left out.</summary>
/// <param name="NewPlaceKey">Gives a key that no place has, from its name.</param>
/// <param name="NewSourceKey">Gives a key that no source has, from its publisher and title.</param>
public sealed record EntryRecords(
    IReadOnlyDictionary<string, Country> Countries,
    IReadOnlyDictionary<string, Place> Places,
    IReadOnlyDictionary<string, Actor> Actors,
    IReadOnlyDictionary<string, Source> Sources,
    RegionBoundaries Boundaries,
    Func<string, string> NewPlaceKey,
    Func<string, string> NewSourceKey);
