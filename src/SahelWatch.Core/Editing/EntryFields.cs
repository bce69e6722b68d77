using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>The fields of a form in the order in which people read them.</summary>
public static class EntryFields
{
    public static readonly IReadOnlyList<EntryField> All =
    [
        new("Title", form => form.Title, (from, to) => to with { Title = from.Title }),
        new("Summary", form => form.Summary, (from, to) => to with { Summary = from.Summary }),
        new("StartsOn", form => form.StartsOn, (from, to) => to with { StartsOn = from.StartsOn }),
        new("EndsOn", form => form.EndsOn, (from, to) => to with { EndsOn = from.EndsOn }),
        new("DatePrecision", form => form.DatePrecision, (from, to) => to with { DatePrecision = from.DatePrecision }),
        new("SubType", form => form.SubType, (from, to) => to with { SubType = from.SubType }),
        new("Tactics", form => Lines(form.Tactics), (from, to) => to with { Tactics = from.Tactics }),
        new("Targets", form => Lines(form.Targets), (from, to) => to with { Targets = from.Targets }),
        new("Place", form => form.Place, (from, to) => to with { Place = from.Place }),
        new("PlaceName", form => form.PlaceName, (from, to) => to with { PlaceName = from.PlaceName }),
        new("SourceRegion", form => form.SourceRegion, (from, to) => to with { SourceRegion = from.SourceRegion }),
        new("Country", form => form.Country, (from, to) => to with { Country = from.Country }),
        new("Latitude", form => form.Latitude, (from, to) => to with { Latitude = from.Latitude }),
        new("Longitude", form => form.Longitude, (from, to) => to with { Longitude = from.Longitude }),
        new("GeoPrecision", form => form.GeoPrecision, (from, to) => to with { GeoPrecision = from.GeoPrecision }),
        new("CoordinateSource", form => form.CoordinateSource,
            (from, to) => to with { CoordinateSource = from.CoordinateSource }),
        new("Parties", form => Lines(form.Parties.Select(Text)), (from, to) => to with { Parties = from.Parties }),
        new("DeathsLow", form => form.DeathsLow, (from, to) => to with { DeathsLow = from.DeathsLow }),
        new("DeathsBest", form => form.DeathsBest, (from, to) => to with { DeathsBest = from.DeathsBest }),
        new("DeathsHigh", form => form.DeathsHigh, (from, to) => to with { DeathsHigh = from.DeathsHigh }),
        new("CivilianDeaths", form => form.CivilianDeaths,
            (from, to) => to with { CivilianDeaths = from.CivilianDeaths }),
        new("AssailantDeaths", form => form.AssailantDeaths,
            (from, to) => to with { AssailantDeaths = from.AssailantDeaths }),
        new("DeathsNote", form => form.DeathsNote, (from, to) => to with { DeathsNote = from.DeathsNote }),
        new("InjuredLow", form => form.InjuredLow, (from, to) => to with { InjuredLow = from.InjuredLow }),
        new("InjuredBest", form => form.InjuredBest, (from, to) => to with { InjuredBest = from.InjuredBest }),
        new("InjuredHigh", form => form.InjuredHigh, (from, to) => to with { InjuredHigh = from.InjuredHigh }),
        new("InjuredNote", form => form.InjuredNote, (from, to) => to with { InjuredNote = from.InjuredNote }),
        new("Citations", form => Lines(form.Citations.Select(Text)),
            (from, to) => to with { Citations = from.Citations }),
        new("PublicPrecision", form => form.PublicPrecision,
            (from, to) => to with { PublicPrecision = from.PublicPrecision }),
        new("CitesPlace", form => form.CitesPlace, (from, to) => to with { CitesPlace = from.CitesPlace }),
        new("PublishOn", form => form.PublishOn, (from, to) => to with { PublishOn = from.PublishOn }),
    ];

    /// <summary>What differs; a null <paramref name="before"/> is an empty form.</summary>
    public static List<FieldChange> Differences(EntryForm? before, EntryForm after)
    {
        before ??= new EntryForm();
        return
        [
            .. All
                .Select(field => new FieldChange
                {
                    Field = field.Name,
                    Before = field.Text(before),
                    After = field.Text(after),
                })
                .Where(change => change.Before != change.After),
        ];
    }

    private static string Text(EntryParty party) => $"{party.Actor}; {party.Role}; {party.Attribution}";

    private static string Text(EntryCitation citation)
    {
        string?[] source =
        [
            citation.Publisher, citation.Title, citation.Url, citation.PublishedOn, citation.Language, citation.Kind,
            citation.Reading, citation.Reliability, citation.Agency, citation.DerivedFrom,
        ];
        var toll = (citation.DeathsLow ?? citation.DeathsBest ?? citation.DeathsHigh) is null
            ? null
            : $"{citation.DeathsLow ?? "–"}/{citation.DeathsBest ?? "–"}/{citation.DeathsHigh ?? "–"}";
        return string.Join("; ", new[]
        {
            citation.Source ?? string.Join(", ", source.Where(part => part is not null)),
            citation.Credibility,
            citation.Supports.Count == 0 ? null : string.Join(", ", citation.Supports),
            toll,
            citation.Note,
        }.Where(part => part is not null));
    }

    private static string? Lines(IEnumerable<string> parts)
    {
        var text = string.Join('\n', parts);
        return text.Length == 0 ? null : text;
    }
}
