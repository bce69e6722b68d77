using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Editing;

/// <summary>Known sources by address and by the words of publisher and title. A table never changes.</summary>
public sealed class SourceTable
{
    private readonly NameTable<SourceNote> _names;
    private readonly Dictionary<string, string> _byAddress;

    private SourceTable(NameTable<SourceNote> names, Dictionary<string, string> byAddress) =>
        (_names, _byAddress) = (names, byAddress);

    public int Count => _names.Count;

    public SourceNote? this[string slug] => _names[slug];

    public static SourceTable Of(IEnumerable<NameEntry<SourceNote>> entries)
    {
        var names = NameTable.Of(entries);
        return new SourceTable(names, Addresses(names));
    }

    public SourceTable With(IReadOnlyCollection<NameEntry<SourceNote>> changed)
    {
        var names = _names.With(changed);
        return changed.All(entry => _names[entry.Key]?.Address == entry.Record.Address)
            ? new SourceTable(names, _byAddress)
            : new SourceTable(names, Addresses(names));
    }

    /// <summary>The source of an address, however it is written; null where none is known.</summary>
    public SourceNote? At(string url) =>
        SourceAddress.KeyOf(url) is { } key && _byAddress.TryGetValue(key, out var slug) ? _names[slug] : null;

    /// <summary>The sources of an address, or those with all words of a search.</summary>
    public IReadOnlyList<SourceNote> Find(string? search, int most) =>
        search is not null && SourceAddress.KeyOf(search) is not null && TextFold.Words(search).Length == 1
            ? At(search) is { } known ? [known] : []
            : _names.Find(search, most);

    /// <summary>What most sources of an address's host have in common; null where none is known.</summary>
    public PublisherNote? PublisherAt(string url)
    {
        if (SourceAddress.HostOf(url) is not { } host)
        {
            return null;
        }
        var known = _names.Records.Where(source => source.Host == host).ToList();
        return known.Count == 0 ? null : new PublisherNote(
            Usual(known.Select(source => source.Publisher)),
            Usual(known.Select(source => (SourceKind?)source.Kind)),
            Usual(known.Select(source => (char?)source.Reliability)),
            Usual(known.Select(source => source.Language)),
            known.Count);
    }

    private static Dictionary<string, string> Addresses(NameTable<SourceNote> names)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in names.Records.Where(source => source.Address is not null))
        {
            addresses.TryAdd(source.Address!, source.Slug);
        }
        return addresses;
    }

    private static T? Usual<T>(IEnumerable<T?> values) =>
        values.Where(value => value is not null).GroupBy(value => value)
            .OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault();
}

/// <summary>What a form needs to know of a source.</summary>
/// <param name="Address">Comparable form of its URL.</param>
public sealed record SourceNote(
    string Slug,
    string? Publisher,
    string? Title,
    string? PublishedOn,
    string? Url,
    string Language,
    SourceKind Kind,
    SourceReading Reading,
    char Reliability,
    string? Agency,
    string? DerivedFrom,
    string? Address,
    string? Host)
{
    public static NameEntry<SourceNote> Of(Source source, int uses) => NameTable.Entry(
        source.Slug,
        new SourceNote(
            source.Slug,
            source.Publisher,
            source.Title,
            source.PublishedOn,
            source.Url,
            source.Language,
            source.Kind,
            source.Reading,
            source.Reliability,
            source.Agency,
            source.DerivedFrom?.Slug,
            SourceAddress.KeyOf(source.Url),
            SourceAddress.HostOf(source.Url)),
        uses,
        source.Title, $"{source.Publisher} {source.Title}", source.Agency, source.Slug);
}

/// <summary>What is remembered of a publisher: what most of its known sources say.</summary>
public sealed record PublisherNote(
    string? Name, SourceKind? Kind, char? Reliability, string? Language, int Sources);
