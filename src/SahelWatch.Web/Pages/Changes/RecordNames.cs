using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Geography;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Changes;

/// <summary>Names of the records that revisions speak of by their keys; the key where none is known.</summary>
public sealed class RecordNames
{
    private static readonly string[] SourceFields = ["citations", "sources", "derived-from"];

    private readonly Dictionary<string, string> _places;
    private readonly Dictionary<string, string> _sources;

    private RecordNames(Dictionary<string, string> places, Dictionary<string, string> sources) =>
        (_places, _sources) = (places, sources);

    public string Place(string slug) => _places.GetValueOrDefault(slug, slug);

    public string Source(string slug) => _sources.GetValueOrDefault(slug, slug);

    /// <summary>The name of a record that is no incident, in the reader's language where it has one.</summary>
    public string Record(string record, Reference reference) => record.Split('/', 2) switch
    {
        ["actor", var slug] => reference.Actor(slug)?.NameIn(CultureInfo.CurrentUICulture) ?? slug,
        ["place", var slug] => Place(slug),
        ["source", var slug] => Source(slug),
        ["political-event", var slug] =>
            reference.PoliticalEvents.FirstOrDefault(one => one.Slug == slug)?.Title ?? slug,
        ["relation", var slug] when reference.Relations.FirstOrDefault(one => one.Slug == slug) is { } relation =>
            $"{relation.From.NameIn(CultureInfo.CurrentUICulture)} – {relation.To.NameIn(CultureInfo.CurrentUICulture)}",
        [.., var key] => key,
        _ => record,
    };

    /// <summary>The page that shows a record; null where it has none of its own.</summary>
    public static string? Link(string record, Reference reference) => record.Split('/', 2) switch
    {
        ["actor", var slug] when reference.Actor(slug) is not null => $"/actors/{slug}",
        ["political-event", var slug] when reference.PoliticalEvents.Any(one => one.Slug == slug) =>
            $"/calendar#{slug}",
        _ => null,
    };

    /// <summary>The names that these revisions need.</summary>
    /// <param name="records">Keys of records that are told by name, besides those in the changes.</param>
    public static async Task<RecordNames> LoadAsync(
        SahelWatchDbContext db,
        IEnumerable<ToldChange> changes,
        IEnumerable<string> records,
        CancellationToken cancellationToken)
    {
        var told = changes.ToList();
        List<string> places =
        [
            .. Values(told, ["place"]), .. Keys(records, "place"),
        ];
        List<string> sources =
        [
            .. Values(told, SourceFields).Select(line => line.Split(' ', 2)[0]), .. Keys(records, "source"),
        ];
        return new RecordNames(
            places.Count == 0
                ? []
                : await db.Places.AsNoTracking().Where(place => EF.Parameter(places).Contains(place.Slug))
                    .ToDictionaryAsync(place => place.Slug, place => place.Name, cancellationToken),
            sources.Count == 0
                ? []
                : (await db.Sources.AsNoTracking().Where(source => EF.Parameter(sources).Contains(source.Slug))
                    .Select(source => new { source.Slug, source.Publisher, source.Title })
                    .ToListAsync(cancellationToken))
                    .ToDictionary(
                        source => source.Slug,
                        source => string.Join(", ", new[] { source.Publisher, source.Title }.OfType<string>()) is
                            { Length: > 0 } name ? name : source.Slug));
    }

    private static IEnumerable<string> Keys(IEnumerable<string> records, string kind) => records
        .Where(record => record.StartsWith($"{kind}/", StringComparison.Ordinal))
        .Select(record => record[(kind.Length + 1)..]);

    private static IEnumerable<string> Values(IEnumerable<ToldChange> changes, string[] fields) => changes
        .Where(change => fields.Contains(change.Field))
        .SelectMany(change => new[] { change.Before, change.After })
        .OfType<string>()
        .SelectMany(text => text.Split('\n'))
        .Distinct();
}
