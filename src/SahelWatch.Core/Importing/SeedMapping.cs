using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Importing;

/// <summary>The reviewed table that turns the set's words into codes (<c>mapping.json</c>), with reasons.</summary>
internal sealed record SeedMapping(
    string About,
    List<Country> Countries,
    Dictionary<string, ActorMapping> ActorTypes,
    Dictionary<string, ActorMapping> Actors,
    Dictionary<string, string> Acronyms,
    List<AliasMapping> Aliases,
    Dictionary<string, RelationMapping> RelationTypes,
    string SourceGrades,
    Dictionary<string, SourceMapping> SourceKinds,
    Dictionary<string, ReadingMapping> SourceReadings,
    List<PublisherGrade> PublisherGrades,
    string PublisherNamesWhy,
    Dictionary<string, string> PublisherNames,
    string AgenciesWhy,
    List<AgencyMapping> Agencies,
    Dictionary<string, PoliticalEventMapping> PoliticalEventKinds,
    Dictionary<string, EventType> EventTypes,
    string EventSubTypesWhy,
    Dictionary<string, SubTypeMapping> EventSubTypes,
    string PartyRolesWhy,
    Dictionary<string, Dictionary<string, ActorRole>> PartyRoles,
    Dictionary<string, string> Targets,
    Dictionary<string, CoordinateSource> CoordinateSources,
    Dictionary<string, PrecisionMapping> GeoPrecisions,
    Dictionary<string, PrecisionMapping> PlacePrecisions,
    Dictionary<string, ReasonMapping> OutsideCountry,
    string OutsideCountryWhy);

internal sealed record ActorMapping(ActorKind Kind, ActorSubKind SubKind, string Why);

internal sealed record AliasMapping(string Actor, string Name, string UsedBy, string Why);

internal sealed record RelationMapping(RelationKind Kind, bool Reversed, string Why);

internal sealed record SourceMapping(SourceKind Kind, char Reliability, string Why);

internal sealed record ReadingMapping(SourceReading Reading, char? Reliability, string Why);

internal sealed record PublisherGrade(char Reliability, string Why, List<string> Publishers);

internal sealed record AgencyMapping(string Name, List<string> Forms);

internal sealed record PoliticalEventMapping(PoliticalEventKind Kind, string Why);

internal sealed record SubTypeMapping(EventSubType Code, ActorRole Perpetrators, ActorRole OtherParties, string Why);

internal sealed record PrecisionMapping(GeoPrecision Code, string Why);

internal sealed record ReasonMapping(string Why);
