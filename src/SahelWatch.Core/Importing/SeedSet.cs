using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Importing;

/// <summary>The embedded set as linked records that no database has seen yet.</summary>
public sealed record SeedSet(
    IReadOnlyList<Country> Countries,
    IReadOnlyList<Region> Regions,
    IReadOnlyList<Place> Places,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<Actor> Actors,
    IReadOnlyList<ActorRelation> Relations,
    IReadOnlyList<Incident> Incidents,
    IReadOnlyList<PoliticalEvent> PoliticalEvents,
    IReadOnlyList<Collection> Collections);
