using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Importing;

internal sealed record SupportRow(string? Id, List<string>? Supports);

internal sealed record MentionRow(
    bool InSeed, string? Relation = null, string? Locator = null, List<int>? Paragraphs = null,
    List<int>? Footnotes = null, List<string>? FootnoteSources = null);

internal sealed record PlaceRow(
    string? Id, string? Name, string? Country, string? Admin1, double? Lat, double? Lon, int? GeoPrecision,
    string? CoordSource, PlaceKind? Kind, string? Note, string? Seed, int IncidentCount);

internal sealed record SourceRow(
    string? Id, string? Publisher, string? Title, List<string>? Authors, string? Date, string? Url, string? Kind,
    string? Language, List<int>? Footnotes, string? Note, string? Read, List<string>? CopiesRead);

internal sealed record ActorRow(
    string? Id, string? Name, string? NameFr, List<string>? Aliases, string? Type, string? Country, string? ActiveFrom,
    string? ActiveTo, string? Description, MentionRow? Seed, string? Note, List<SupportRow>? Sources);

internal sealed record RelationRow(
    string? Id, string? From, string? Type, string? To, string? Statement, string? ValidFrom, string? ValidTo,
    RelationConfidence? Confidence, MentionRow? Seed, string? Note, List<SupportRow>? Sources);

internal sealed record PerpetratorRow(string? Actor, Attribution? Confidence);

internal sealed record DeathsRow(int? Low, int? Best, int? High, int? Civilians, int? Assailants, string? Note);

internal sealed record InjuredRow(int? Low, int? Best, int? High, string? Note);

internal sealed record IncidentRow(
    string? Id, int? Number, DateOnly? DateStart, DateOnly? DateEnd, DatePrecision? DatePrecision, string? Country,
    string? Admin1, string? Place, string? PlaceId, double? Lat, double? Lon, int? GeoPrecision, string? CoordSource,
    string? EventType, string? SubType, List<string>? Tactics, List<string>? Targets,
    List<PerpetratorRow>? Perpetrators, List<string>? OtherParties, DeathsRow? Fatalities, InjuredRow? Injured,
    string? Title, string? Summary, List<SupportRow>? Sources, int SourceCount, string? Corroboration,
    int NonWikiSources, MentionRow? Seed, bool Checked);

internal sealed record PoliticalEventRow(
    string? Id, DateOnly? DateStart, DateOnly? DateEnd, DatePrecision? DatePrecision, string? Country, string? Kind,
    string? PlaceId, string? Title, string? Summary, List<string>? Actors, List<SupportRow>? Sources, MentionRow? Seed);

internal sealed record CollectionRow(
    string? Slug, string? Source, string? TitleEn, string? TitleFr, string? NoteEn, string? NoteFr);
