using System.Globalization;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// A filter told in one sentence of the reader's language, for titles, captions and file heads: every part of the
/// filter appears in it. The words come from the string resources through a lookup by key.
/// </summary>
public sealed class FilterSentence(Reference reference, Func<string, string> text, CultureInfo culture)
{
    public string Write(IncidentFilter filter)
    {
        var clauses = new List<string?>
        {
            Clause("Actors", filter.Actors.Select(slug => ValueName("actor", slug))),
            filter is { Components: true, Actors.Length: > 0 } ? text("Filter.Components") : null,
            Clause("Kinds", Coded("kind", filter.ActorKinds)),
            Clause("Roles", Coded("role", filter.Roles)),
            Clause("Attributions", Coded("attribution", filter.Attributions)),
            Clause("Types", Coded("type", filter.Types)),
            Clause("SubTypes", Coded("subtype", filter.SubTypes)),
            Clause("Violence", Coded("ucdp", filter.Violence)),
            Clause("Tactics", filter.Tactics.Select(code => ValueName("tactic", code))),
            Clause("Targets", filter.Targets.Select(code => ValueName("target", code))),
            Clause("Countries", filter.Countries.Select(code => ValueName("country", code))),
            Clause("Regions", filter.Regions.Select(code => ValueName("region", code))),
            Dates(filter),
            filter.DeathsAtLeast is { } deaths ? Format("Deaths", deaths) : null,
            Clause("Geo", Coded("geo", filter.GeoPrecisions)),
            Clause("Time", Coded("time", filter.DatePrecisions)),
            filter.GradeAtLeast is { } ? Format("Grade", ValueName("grade", GradeText(filter))) : null,
            filter.Checked is { } isChecked ? text(isChecked ? "Filter.Checked" : "Filter.Unchecked") : null,
            Clause("Collections", filter.Collections.Select(slug => ValueName("collection", slug))),
            filter.Box is { } box ? Format("Box", box.ToString().Replace(",", ", ", StringComparison.Ordinal)) : null,
            filter.Text is { } words ? Format("Text", words) : null,
        };
        var said = clauses.OfType<string>().ToList();
        var subject = filter.PoliticalViolenceOnly ? "Filter.Political"
            : said.Count > 0 ? "Filter.Incidents"
            : "Filter.AllIncidents";
        return string.Join(", ", said.Prepend(text(subject)));
    }

    /// <summary>One filter value as a reader knows it, such as "Mali" for <c>country=MLI</c>.</summary>
    public string ValueName(string key, string value) => key switch
    {
        "country" => reference.Country(value)?.NameIn(culture) ?? value,
        "region" when value == IncidentFilter.NoRegion => text("Filter.NoRegion"),
        "region" => reference.Region(value)?.NameIn(culture) ?? value,
        "actor" => reference.Actor(value)?.ShortNameIn(culture) ?? value,
        "collection" => reference.Collection(value)?.TitleIn(culture) ?? value,
        "kind" => Named("ActorKind", value),
        "role" => Named("ActorRole", value),
        "attribution" => Named("Attribution", value),
        "type" => Named("EventType", value),
        "subtype" => Named("EventSubType", value),
        "ucdp" => Named("UcdpViolence", value),
        "tactic" => Named("Tactic", value),
        "target" => Named("Target", value),
        "geo" => Named("GeoPrecision", value),
        "time" => Named("DatePrecision", value),
        "components" => text("Filter.Components"),
        "violence" => text("Filter.Political"),
        "checked" => text(value == "yes" ? "Filter.Checked" : "Filter.Unchecked"),
        "from" or "to" when PartialDate.TryParse(value, out var date) =>
            Format(key == "from" ? "Since" : "Until", Day(date.First)),
        "last" when RelativeSpan.TryParse(value, out var span) => Span(span),
        "deaths" => Format("Deaths", value),
        "q" => Format("Text", value),
        "bbox" => text("Filter.BoxShort"),
        _ => value,
    };

    private string? Dates(IncidentFilter filter) => filter switch
    {
        { Last: { } span } => Span(span),
        { From: { } from, To: { } to } when from == to => Format("On", Day(from)),
        { From: { } from, To: { } to } => Format("Between", Day(from), Day(to)),
        { From: { } from } => Format("Since", Day(from)),
        { To: { } to } => Format("Until", Day(to)),
        _ => null,
    };

    private string Span(RelativeSpan span) =>
        Format($"Last.{span.Unit}.{(span.Count == 1 ? "One" : "Many")}", span.Count);

    private string Day(DateOnly day) => new DateWords(text, culture).Day(day);

    private string Named(string list, string code) => text($"Codes.{list}.{code}");

    private IEnumerable<string> Coded<T>(string key, IEnumerable<T> values) where T : struct, Enum =>
        values.Select(value => ValueName(key, Code.Of(value)));

    private string? Clause(string name, IEnumerable<string> values)
    {
        var names = values.ToList();
        return names.Count == 0 ? null : Format(name, string.Join($" {text("Filter.Or")} ", names));
    }

    private string Format(string key, params object[] values) =>
        string.Format(culture, text($"Filter.{key}"), values);

    private static string GradeText(IncidentFilter filter) => filter.GradeAtLeast is { Credibility: 6 } grade
        ? grade.Reliability.ToString()
        : filter.GradeAtLeast.ToString()!;
}
