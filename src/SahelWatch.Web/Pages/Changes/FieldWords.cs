using System.Collections.Frozen;
using System.Globalization;
using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Changes;

/// <summary>
/// Fields and values of revisions in the reader's language: codes and keys by their names, dates in words. A value that
/// no list knows any more stands as it was kept.
/// </summary>
public sealed class FieldWords(Text text, Reference reference, RecordNames names)
{
    /// <summary>Every field that a revision can name, of incidents and of the records they refer to.</summary>
    public static readonly IReadOnlySet<string> Fields = FrozenSet.Create(
        StringComparer.Ordinal,
        "title", "summary", "starts-on", "ends-on", "date-precision", "first-reported-on", "sub-type", "violence",
        "tactics", "targets", "country", "place", "place-name", "latitude", "longitude", "geo-precision",
        "coordinate-source", "region", "source-region", "deaths-low", "deaths-best", "deaths-high", "civilian-deaths",
        "assailant-deaths", "deaths-note", "injured-low", "injured-best", "injured-high", "injured-note",
        "independent-sources", "checked", "status", "actors", "citations", "external-ids", "exact-place",
        ToldChange.WithheldPlace,
        "name", "name-fr", "acronym", "kind", "sub-kind", "active-from", "active-to", "description", "aliases",
        "sources", "merged-into", "from", "to", "statement", "valid-from", "valid-to", "confidence", "note",
        "original-type", "spellings", "original-kind", "url", "publisher", "authors", "published-on", "accessed-on",
        "archive-url", "language", "reading", "reliability", "agency", "derived-from");

    private static readonly FrozenSet<string> Prose = FrozenSet.Create(
        StringComparer.Ordinal, "title", "summary", "deaths-note", "injured-note", "description", "statement", "note");

    private readonly DateWords _dates = text.Dates();
    private readonly CultureInfo _culture = CultureInfo.CurrentUICulture;

    /// <summary>Whether a field is text that people wrote, compared word by word.</summary>
    public static bool IsProse(string field) => Prose.Contains(field);

    public string NameOf(string field) => Fields.Contains(field) ? text[$"Changes.Field.{field}"] : field;

    /// <summary>A value as lines, one for each entry of a list.</summary>
    /// <param name="record">Key of the record it is a field of, such as <c>actor/jnim</c>; null for incidents.</param>
    public IReadOnlyList<string> Lines(string field, string value, string? record) => IsProse(field)
        ? [value]
        : [.. value.Split('\n').Select(line => Line(field, line, record?.Split('/')[0]))];

    private string Line(string field, string value, string? kind) => field switch
    {
        "starts-on" or "ends-on" or "first-reported-on" or "accessed-on" or "published-on" or "valid-from"
            or "valid-to" or "active-from" or "active-to" => _dates.Partial(value),
        "date-precision" => Coded<DatePrecision>(value),
        "sub-type" => Coded<EventSubType>(value),
        "violence" => Coded<UcdpViolence>(value),
        "geo-precision" => Coded<GeoPrecision>(value),
        "coordinate-source" => Coded<CoordinateSource>(value),
        "status" => Coded<EditorialStatus>(value),
        "confidence" => Coded<RelationConfidence>(value),
        "reading" => Coded<SourceReading>(value),
        "sub-kind" => Coded<ActorSubKind>(value),
        "kind" => kind switch
        {
            "actor" => Coded<ActorKind>(value),
            "place" => Coded<PlaceKind>(value),
            "source" => Coded<SourceKind>(value),
            "political-event" => Coded<PoliticalEventKind>(value),
            _ => Coded<RelationKind>(value),
        },
        "tactics" => Tactics.All.Contains(value) ? text[$"Codes.Tactic.{value}"] : value,
        "targets" => Targets.All.Contains(value) ? text[$"Codes.Target.{value}"] : value,
        "country" => reference.Country(value)?.NameIn(_culture) ?? value,
        "region" => reference.Region(value)?.NameIn(_culture) ?? value,
        "place" => names.Place(value),
        "checked" => text[value == "yes" ? "Incidents.Checked" : "Incidents.NotChecked"],
        "actors" => Party(value),
        "from" or "to" or "merged-into" => ActorName(value),
        "citations" => Citation(value),
        "sources" or "derived-from" => names.Source(value),
        "language" => Language(value),
        _ => value,
    };

    private string Coded<T>(string value) where T : struct, Enum =>
        Code.TryParse<T>(value, out var known) ? text.Of(known) : value;

    private string ActorName(string slug) => reference.Actor(slug)?.NameIn(_culture) ?? slug;

    /// <summary>"perpetrator jnim (claimed)", or the slug alone where it is the actor of another record.</summary>
    private string Party(string value)
    {
        if (value.Split(' ', 3) is not [var role, var slug, ['(', .. var attribution, ')']])
        {
            return ActorName(value);
        }
        return text["Changes.Party", ActorName(slug), Coded<ActorRole>(role), Coded<Attribution>(attribution)];
    }

    /// <summary>"slug 2: event, place; deaths 3/4/6; note", as <see cref="IncidentFields"/> writes it.</summary>
    private string Citation(string value)
    {
        if (value.Split(' ', 3) is not [var slug, [var credibility, ':'], var rest])
        {
            return value;
        }
        return text["Changes.Citation", names.Source(slug), credibility, rest];
    }

    private static string Language(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}
