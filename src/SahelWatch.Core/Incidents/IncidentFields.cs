using System.Globalization;
using static SahelWatch.Incidents.FieldTexts;

namespace SahelWatch.Incidents;

/// <summary>
/// An incident as named texts, for revisions: every field with its actors and citations, also those that follow from
/// others (<see cref="Derivation"/>), but not the bookkeeping (number, version, times). Absent values are null.
/// </summary>
public static class IncidentFields
{
    public static IReadOnlyList<(string Field, string? Text)> Of(Incident incident) =>
    [
        ("title", incident.Title),
        ("summary", incident.Summary),
        ("starts-on", Text(incident.StartsOn)),
        ("ends-on", Text(incident.EndsOn)),
        ("date-precision", Code.Of(incident.DatePrecision)),
        ("first-reported-on", Text(incident.FirstReportedOn)),
        ("sub-type", Code.Of(incident.SubType)),
        ("violence", Text(incident.Violence)),
        ("tactics", Joined(incident.Tactics)),
        ("targets", Joined(incident.Targets)),
        ("country", incident.CountryCode),
        ("place", incident.Place.Slug),
        ("place-name", incident.PlaceName),
        ("latitude", Text(incident.Latitude)),
        ("longitude", Text(incident.Longitude)),
        ("geo-precision", Code.Of(incident.GeoPrecision)),
        ("coordinate-source", Code.Of(incident.CoordinateSource)),
        ("region", incident.Region?.Code),
        ("source-region", incident.SourceRegionName),
        ("deaths-low", Text(incident.DeathsLow)),
        ("deaths-best", Text(incident.DeathsBest)),
        ("deaths-high", Text(incident.DeathsHigh)),
        ("civilian-deaths", Text(incident.CivilianDeaths)),
        ("assailant-deaths", Text(incident.AssailantDeaths)),
        ("deaths-note", incident.DeathsNote),
        ("injured-low", Text(incident.InjuredLow)),
        ("injured-best", Text(incident.InjuredBest)),
        ("injured-high", Text(incident.InjuredHigh)),
        ("injured-note", incident.InjuredNote),
        ("independent-sources", Text((int?)incident.IndependentSources)),
        ("checked", incident.IsChecked ? "yes" : "no"),
        ("status", Code.Of(incident.Status)),
        ("actors", Joined(incident.Actors
            .Select(actor => $"{Code.Of(actor.Role)} {actor.Actor.Slug} ({Code.Of(actor.Attribution)})")
            .Order(StringComparer.Ordinal))),
        ("citations", Joined(incident.Citations.Select(CitationText).Order(StringComparer.Ordinal))),
        ("external-ids", Joined(incident.ExternalIds
            .Select(id => $"{id.Dataset} {id.Value}")
            .Order(StringComparer.Ordinal))),
    ];

    /// <summary>
    /// What differs; a null <paramref name="before"/> is a new record, whose known fields are all changes.
    /// </summary>
    public static List<FieldChange> Differences(
        IReadOnlyList<(string Field, string? Text)>? before, IReadOnlyList<(string Field, string? Text)> after) =>
    [
        .. after.Index()
            .Select(pair => new FieldChange
            {
                Field = pair.Item.Field,
                Before = before?[pair.Index].Text,
                After = pair.Item.Text,
            })
            .Where(change => change.Before != change.After),
    ];

    private static string CitationText(Citation citation)
    {
        var toll = citation.Deaths.IsKnown
            ? $"; deaths {Text(citation.DeathsLow)}/{Text(citation.DeathsBest)}/{Text(citation.DeathsHigh)}"
            : "";
        var note = citation.Note is null ? "" : $"; {citation.Note}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{citation.Source.Slug} {citation.Credibility}: {string.Join(", ", citation.Supports)}{toll}{note}");
    }
}
