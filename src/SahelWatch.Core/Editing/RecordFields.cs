using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using static SahelWatch.Incidents.FieldTexts;

namespace SahelWatch.Editing;

/// <summary>
/// The records that incidents refer to as named texts, for forms and revisions: every field but the bookkeeping (keys
/// and versions). Lists have one entry a line; links are the keys of other records. Absent values are null.
/// </summary>
public static class RecordFields
{
    /// <summary>Between the name of an alias and the dataset that uses it.</summary>
    public const string UsedBy = " | ";

    public static IReadOnlyList<(string Field, string? Text)> Of(IRecord record) => record switch
    {
        Actor actor => Of(actor),
        ActorRelation relation => Of(relation),
        Place place => Of(place),
        PoliticalEvent happening => Of(happening),
        Source source => Of(source),
        _ => throw new ArgumentException($"{record.GetType().Name} is no kind of record.", nameof(record)),
    };

    public static IReadOnlyList<(string Field, string? Text)> Of(Actor actor) =>
    [
        ("name", actor.Name),
        ("name-fr", actor.NameFr),
        ("acronym", actor.Acronym),
        ("kind", Code.Of(actor.Kind)),
        ("sub-kind", Code.Of(actor.SubKind)),
        ("country", actor.CountryCode),
        ("active-from", actor.ActiveFrom),
        ("active-to", actor.ActiveTo),
        ("description", actor.Description),
        ("aliases", Ordered(actor.Aliases.Select(alias =>
            alias.UsedBy is null ? alias.Name : $"{alias.Name}{UsedBy}{alias.UsedBy}"))),
        ("sources", Keys(actor.Sources)),
        ("merged-into", actor.MergedInto?.Slug),
    ];

    public static IReadOnlyList<(string Field, string? Text)> Of(ActorRelation relation) =>
    [
        ("from", relation.From.Slug),
        ("kind", Code.Of(relation.Kind)),
        ("to", relation.To.Slug),
        ("statement", relation.Statement),
        ("valid-from", relation.ValidFrom),
        ("valid-to", relation.ValidTo),
        ("confidence", Code.Of(relation.Confidence)),
        ("note", relation.Note),
        ("sources", Keys(relation.Sources)),
        ("original-type", relation.OriginalType),
    ];

    public static IReadOnlyList<(string Field, string? Text)> Of(Place place) =>
    [
        ("name", place.Name),
        ("spellings", Joined(place.Spellings)),
        ("kind", Code.Of(place.Kind)),
        ("country", place.CountryCode),
        ("latitude", Text(place.Latitude)),
        ("longitude", Text(place.Longitude)),
        ("geo-precision", Text(place.GeoPrecision)),
        ("coordinate-source", Text(place.CoordinateSource)),
        ("source-region", place.SourceRegionName),
        ("region", place.Region?.Code),
        ("note", place.Note),
    ];

    public static IReadOnlyList<(string Field, string? Text)> Of(PoliticalEvent happening) =>
    [
        ("title", happening.Title),
        ("kind", Code.Of(happening.Kind)),
        ("starts-on", Text(happening.StartsOn)),
        ("ends-on", Text(happening.EndsOn)),
        ("date-precision", Code.Of(happening.DatePrecision)),
        ("country", happening.CountryCode),
        ("place", happening.Place?.Slug),
        ("summary", happening.Summary),
        ("actors", Ordered(happening.Actors.Select(actor => actor.Slug))),
        ("sources", Keys(happening.Sources)),
        ("original-kind", happening.OriginalKind),
    ];

    public static IReadOnlyList<(string Field, string? Text)> Of(Source source) =>
    [
        ("url", source.Url),
        ("publisher", source.Publisher),
        ("title", source.Title),
        ("authors", Joined(source.Authors)),
        ("published-on", source.PublishedOn),
        ("accessed-on", Text(source.AccessedOn)),
        ("archive-url", source.ArchiveUrl),
        ("language", source.Language),
        ("kind", Code.Of(source.Kind)),
        ("reading", Code.Of(source.Reading)),
        ("reliability", $"{source.Reliability}"),
        ("agency", source.Agency),
        ("derived-from", source.DerivedFrom?.Slug),
        ("note", source.Note),
        ("original-kind", source.OriginalKind),
    ];

    private static string? Keys(IEnumerable<Source> sources) => Ordered(sources.Select(source => source.Slug));
}
