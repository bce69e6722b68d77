using System.Globalization;
using SahelWatch.Actors;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Desk.Entries;

/// <summary>
/// The records that forms name by key, as people see and type them: a key becomes a name, and a name a key wherever it
/// can mean one record only. What can mean none or several stays as typed.
/// </summary>
public sealed class EntryNames(Reference reference, LookupTables tables)
{
    private const int Most = 8;
    private const int LongestSearch = 80;

    public Reference Reference => reference;

    public IEnumerable<string> ActorNames => reference.Actors
        .SelectMany(actor => new[] { ActorText(actor.Slug), actor.Acronym }).OfType<string>().Distinct()
        .Order(StringComparer.CurrentCulture);

    /// <summary>
    /// What stands in the field: the actor's name where only this one is called so, or the text as typed.
    /// </summary>
    public string? ActorText(string? typed)
    {
        if (typed is null || reference.Actor(reference.Canonical(typed)) is not { } actor)
        {
            return typed;
        }
        var name = actor.NameIn(CultureInfo.CurrentUICulture);
        return reference.ActorCalled(name) == actor ? name : actor.Slug;
    }

    public string? ActorKey(string? typed) => typed is null ? null : reference.ActorCalled(typed)?.Slug ?? typed;

    /// <summary>Actors that a text which names none may mean.</summary>
    public IReadOnlyList<Actor> ActorsLike(string? typed)
    {
        if (typed is null || typed.Length > LongestSearch || reference.Actor(typed) is not null)
        {
            return [];
        }
        var found = NearNames.Best(reference.Actors, typed, Most);
        return found.Count > 0 ? found : NearNames.Near(reference.Actors, typed, Most);
    }

    public PlaceNote? Place(string? slug) => slug is null ? null : tables.Places[slug];

    /// <summary>Places of the gazetteer that a name may mean.</summary>
    public IReadOnlyList<PlaceNote> PlacesLike(string? name) =>
        string.IsNullOrWhiteSpace(name) || name.Length > LongestSearch ? [] : tables.Places.Find(name, Most);

    public SourceNote? Source(string? slug) => slug is null ? null : tables.Sources[slug];

    /// <summary>Known sources that a new one may be: of the same address, or with the words of its title.</summary>
    public IReadOnlyList<SourceNote> SourcesLike(EntryCitation citation)
    {
        if (citation.Source is not null)
        {
            return [];
        }
        if (citation.Url is { } url && tables.Sources.At(url) is { } known)
        {
            return [known];
        }
        return citation.Title is { Length: > 3 and <= 200 } title
            ? tables.Sources.Find($"{citation.Publisher} {title}", Most)
            : citation is { Url: null, Publisher: { Length: > 1 and <= LongestSearch } publisher }
                ? tables.Sources.Find(publisher, Most)
                : [];
    }

    public static string TitleOf(SourceNote source) => string.Join(
        " · ", new[] { source.Publisher, source.Title ?? source.Url, source.PublishedOn }.OfType<string>());

    /// <summary>The form with keys in place of names, without empty rows and blanks.</summary>
    public EntryForm Tidy(EntryForm form) => form with
    {
        Tactics = Distinct(form.Tactics),
        Targets = Distinct(form.Targets),
        Parties =
        [
            .. form.Parties.Where(party => party != new EntryParty())
                .Select(party => party with { Actor = ActorKey(party.Actor?.Trim()) }),
        ],
        Citations =
        [
            .. form.Citations.Select(citation => citation with
                {
                    Supports = Distinct(citation.Supports.SelectMany(fact => (fact ?? "").Split(';'))),
                    DerivedFrom = SourceKey(citation.DerivedFrom),
                })
                .Where(citation => !IsEmpty(citation)),
        ],
    };

    /// <summary>A place of the gazetteer taken over with all that is known of it.</summary>
    public EntryForm WithPlace(EntryForm form, string slug)
    {
        if (Place(slug) is not { } place)
        {
            return form;
        }
        return form with
        {
            Place = place.Slug,
            PlaceName = place.Name,
            Country = place.Country ?? form.Country,
            Latitude = Text(place.Latitude) ?? form.Latitude,
            Longitude = Text(place.Longitude) ?? form.Longitude,
            GeoPrecision = place.Precision is { } precision ? Code.Of(precision) : form.GeoPrecision,
            CoordinateSource = place.Latitude is null ? form.CoordinateSource : "gazetteer",
        };
    }

    private string? SourceKey(string? typed) =>
        typed is null || tables.Sources[typed] is not null ? typed : tables.Sources.At(typed)?.Slug ?? typed;

    private static bool IsEmpty(EntryCitation citation) =>
        citation with { Supports = [], Language = null, Kind = null, Reading = null, Reliability = null, Credibility = null }
            is var rest
        && rest == new EntryCitation { Supports = rest.Supports }
        && citation.Supports.Count == 0;

    private static IReadOnlyList<string> Distinct(IEnumerable<string?> texts) =>
        [.. texts.Select(text => text?.Trim()).Where(text => !string.IsNullOrEmpty(text)).OfType<string>().Distinct()];

    private static string? Text(double? number) => number?.ToString(CultureInfo.InvariantCulture);
}
