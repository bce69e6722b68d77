using System.Collections.Frozen;
using System.Globalization;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Editing;

/// <summary>
/// What the history of an incident must not tell of it. Of one whose place is withheld these are the fields of its
/// location in every revision, whenever it was made, and each text that names the place; of all others nothing.
/// </summary>
public sealed class HistoryMask
{
    /// <summary>Hides nothing.</summary>
    public static readonly HistoryMask None = new(false, null, [], []);

    private const int ShortestName = 3;
    private const int ShortestNumber = 5;

    private static readonly FrozenSet<string> Location = FrozenSet.Create(
        StringComparer.Ordinal,
        "place", "place-name", "latitude", "longitude", "geo-precision", "coordinate-source", "source-region",
        "exact-place");

    private static readonly string[] NameFields = ["place", "place-name", "source-region"];

    private static readonly string[] NumberFields = ["latitude", "longitude"];

    private readonly bool _hides;
    private readonly string? _region;
    private readonly string[] _secrets;

    /// <summary>What the incident's page says today, which is no secret in its history.</summary>
    private readonly HashSet<string> _shown;

    private HistoryMask(bool hides, string? region, string[] secrets, HashSet<string> shown) =>
        (_hides, _region, _secrets, _shown) = (hides, region, secrets, shown);

    /// <summary>Whether anything is hidden.</summary>
    public bool Hides => _hides;

    /// <summary>The mask of an incident for one reader; null is everyone who is not signed in.</summary>
    /// <param name="incident">With its country, region and place.</param>
    /// <param name="revisions">All of them: a place that an earlier one told is as secret as the last.</param>
    /// <param name="exact">With its place and the region of that, where it is kept.</param>
    public static HistoryMask Of(
        Incident incident,
        IReadOnlyCollection<Revision> revisions,
        ExactPlace? exact,
        Person? reader,
        RegionBoundaries boundaries)
    {
        if (!incident.IsPlaceWithheld
            || EntryAccess.MaySeeExactPlace(reader, EntryAccess.RegionOf(incident, exact, boundaries)))
        {
            return None;
        }
        // The name of the place itself is a secret even where its region, which the page shows, has the same.
        var known = KnownTexts(incident);
        var told = Names(Told(revisions, NameFields))
            .Concat(Told(revisions, NumberFields).Concat(NumbersOf(exact))
                .Where(number => number.Length >= ShortestNumber))
            .Where(secret => !known.Contains(secret));
        return new HistoryMask(
            true,
            incident.Region?.Code,
            [.. told.Concat(Names(FormNames(revisions).Concat(NamesOf(exact)))).Distinct(StringComparer.Ordinal)],
            [.. new[] { incident.Title, incident.Summary, incident.DeathsNote, incident.InjuredNote }.OfType<string>()]);
    }

    /// <summary>
    /// Keys of the gazetteer entries that the incident was ever placed at, but for the one it shows: their own history
    /// would tell the place as well.
    /// </summary>
    public static IEnumerable<string> PlaceKeys(
        Incident incident, IEnumerable<Revision> revisions, ExactPlace? exact) => revisions
        .SelectMany(revision => revision.Changes.Where(change => change.Field == "place")
            .SelectMany(change => new[] { change.Before, change.After })
            .Append(revision.Form?.Place).Append(revision.FormBefore?.Place))
        .Append(exact?.Place?.Slug)
        .OfType<string>()
        .Distinct()
        .Where(key => key != incident.Place.Slug);

    /// <summary>What any of these masks hides, for records that were made together with their incidents.</summary>
    public static HistoryMask Joined(IReadOnlyCollection<HistoryMask> masks) => masks.Count == 0
        ? None
        : new HistoryMask(
            true, null, [.. masks.SelectMany(mask => mask._secrets).Distinct()], [.. masks.SelectMany(mask => mask._shown)]);

    /// <summary>Whether a field is one of the location, whose values are all hidden.</summary>
    public bool CoversField(string field) => _hides && Location.Contains(field);

    /// <summary>Whether a change would tell the place.</summary>
    public bool Covers(FieldChange change) => _hides
        && (CoversField(change.Field)
            || (change.Field == "region" && (IsOtherRegion(change.Before) || IsOtherRegion(change.After)))
            || Covers(change.Before)
            || Covers(change.After));

    /// <summary>Whether a text, such as a reason, would tell the place.</summary>
    public bool Covers(string? text)
    {
        if (!_hides || text is null || _shown.Contains(text))
        {
            return false;
        }
        var folded = TextFold.Fold(text);
        return Array.Exists(_secrets, secret => folded.Contains(secret, StringComparison.Ordinal));
    }

    private bool IsOtherRegion(string? code) => code is not null && code != _region;

    /// <summary>What everyone may read on the incident's page.</summary>
    private static HashSet<string> KnownTexts(Incident incident) =>
    [
        .. new[]
        {
            incident.PlaceName, incident.Place.Slug, incident.Place.Name, incident.Country.NameEn,
            incident.Country.NameFr, incident.Region?.NameEn, incident.Region?.NameFr,
        }.OfType<string>().Select(TextFold.Fold),
        Text(incident.Latitude),
        Text(incident.Longitude),
    ];

    private static IEnumerable<string> Names(IEnumerable<string> names) =>
        names.Select(TextFold.Fold).Where(name => name.Length >= ShortestName);

    private static IEnumerable<string> Told(IEnumerable<Revision> revisions, string[] fields) => revisions
        .SelectMany(revision => revision.Changes)
        .Where(change => fields.Contains(change.Field))
        .SelectMany(change => new[] { change.Before, change.After })
        .OfType<string>();

    private static IEnumerable<string> FormNames(IEnumerable<Revision> revisions) => revisions
        .SelectMany(revision => new[] { revision.Form, revision.FormBefore })
        .OfType<EntryForm>()
        .SelectMany(form => new[] { form.Place, form.PlaceName })
        .OfType<string>();

    private static IEnumerable<string> NamesOf(ExactPlace? exact) => exact switch
    {
        null => [],
        { Place: { } place } => [exact.PlaceName, place.Name, place.Slug, .. place.Spellings],
        _ => [exact.PlaceName],
    };

    private static IEnumerable<string> NumbersOf(ExactPlace? exact) =>
        exact is null ? [] : [Text(exact.Latitude), Text(exact.Longitude)];

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
