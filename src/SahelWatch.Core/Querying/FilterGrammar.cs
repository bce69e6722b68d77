using System.Collections.Immutable;
using System.Globalization;
using SahelWatch.Actors;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// Query string to filter and back. One table names every key; an unknown key, a bad value, or a single-valued key
/// given twice is a problem, never passed over: a dropped filter is a wrong number.
/// </summary>
public static class FilterGrammar
{
    public const int LargestValue = 200;
    public const int MostPairs = 200;

    /// <summary>Words of a search that are not part of one another: each is a pass over the vocabulary.</summary>
    public const int MostWords = 8;

    private static readonly FilterKey[] Keys =
    [
        FilterKey.One("from", "Date", f => Text(f.From),
            (f, v) => PartialDate.TryParse(v, out var date) ? f with { From = date.First } : null),
        FilterKey.One("to", "Date", f => Text(f.To),
            (f, v) => PartialDate.TryParse(v, out var date) ? f with { To = date.Last } : null),
        FilterKey.One("last", "Span", f => f.Last?.ToString(),
            (f, v) => RelativeSpan.TryParse(v, out var span) ? f with { Last = span } : null),
        FilterKey.Known("country", "Country", f => f.Countries, (f, v) => f with { Countries = v },
            (reference, v) => reference.Country(v) is not null),
        FilterKey.Known("region", "Region", f => f.Regions, (f, v) => f with { Regions = v },
            (reference, v) => v == IncidentFilter.NoRegion || reference.Region(v) is not null),
        FilterKey.Found("actor", "Actor", f => f.Actors, (f, v) => f with { Actors = v },
            (reference, v) => reference.Actor(reference.Canonical(v))?.Slug),
        FilterKey.One("components", "Flag", f => f.Components ? "yes" : null,
            (f, v) => v == "yes" ? f with { Components = true } : null, "yes"),
        FilterKey.Many("kind", f => f.ActorKinds, (f, v) => f with { ActorKinds = v }),
        FilterKey.Many("role", f => f.Roles, (f, v) => f with { Roles = v }),
        FilterKey.Many("attribution", f => f.Attributions, (f, v) => f with { Attributions = v }),
        FilterKey.Many("type", f => f.Types, (f, v) => f with { Types = v }),
        FilterKey.Many("subtype", f => f.SubTypes, (f, v) => f with { SubTypes = v }),
        FilterKey.One("violence", "Violence", f => f.PoliticalViolenceOnly ? "political" : null,
            (f, v) => v == "political" ? f with { PoliticalViolenceOnly = true } : null, "political"),
        FilterKey.Many("ucdp", f => f.Violence, (f, v) => f with { Violence = v }),
        FilterKey.Known("tactic", "Tactic", f => f.Tactics, (f, v) => f with { Tactics = v },
            (_, v) => Incidents.Tactics.All.Contains(v), [.. Incidents.Tactics.All]),
        FilterKey.Known("target", "Target", f => f.Targets, (f, v) => f with { Targets = v },
            (_, v) => Incidents.Targets.All.Contains(v), [.. Incidents.Targets.All]),
        FilterKey.One("deaths", "Count", f => Text(f.DeathsAtLeast),
            (f, v) => Number(v, 1, 1_000_000) is { } count ? f with { DeathsAtLeast = count } : null),
        FilterKey.Many("geo", f => f.GeoPrecisions, (f, v) => f with { GeoPrecisions = v }),
        FilterKey.Many("time", f => f.DatePrecisions, (f, v) => f with { DatePrecisions = v }),
        FilterKey.One("grade", "Grade",
            f => f.GradeAtLeast is { } g ? (g.Credibility == 6 ? g.Reliability.ToString() : g.ToString()) : null,
            (f, v) => Grade.TryParse(v, out var grade) && grade.IsKnown ? f with { GradeAtLeast = grade } : null),
        FilterKey.One("checked", "YesNo", f => f.Checked is { } yes ? (yes ? "yes" : "no") : null,
            (f, v) => v is "yes" or "no" ? f with { Checked = v == "yes" } : null, "yes", "no"),
        FilterKey.Known("collection", "Collection", f => f.Collections, (f, v) => f with { Collections = v },
            (reference, v) => reference.Collection(v) is not null),
        FilterKey.One("bbox", "Box", f => f.Box?.ToString(),
            (f, v) => BoundingBox.TryParse(v, out var box) ? f with { Box = box } : null),
        FilterKey.One("q", "Text", f => f.Text, (f, v) => TextFold.Words(v).Length > 0 ? f with { Text = v } : null),
        FilterKey.One("sort", "Sort",
            f => f is { Sort: IncidentSort.Date, Descending: true }
                ? null : (f.Descending ? "-" : "") + Code.Of(f.Sort),
            (f, v) => Code.TryParse<IncidentSort>(v[0] == '-' ? v[1..] : v, out var sort)
                ? f with { Sort = sort, Descending = v[0] == '-' } : null,
            [.. Code.All<IncidentSort>().SelectMany(sort => new[] { sort, $"-{sort}" })]),
        FilterKey.One("page", "Page", f => f.Page == 1 ? null : Text(f.Page),
            (f, v) => Number(v, 1, 1_000_000) is { } page ? f with { Page = page } : null),
        FilterKey.One("size", "PageSize", f => f.PageSize == IncidentFilter.DefaultPageSize ? null : Text(f.PageSize),
            (f, v) => Number(v, 1, IncidentFilter.LargestPageSize) is { } size ? f with { PageSize = size } : null),
    ];

    private static readonly Dictionary<string, FilterKey> ByName = Keys.ToDictionary(key => key.Name);

    /// <summary>Every key of the grammar, in canonical order.</summary>
    public static IEnumerable<string> KeyNames => Keys.Select(key => key.Name);

    public static bool IsKey(string key) => ByName.ContainsKey(key);

    /// <summary>Whether a key takes several values, given one by one.</summary>
    public static bool IsRepeatable(string key) => ByName[key].IsMany;

    /// <summary>All values that a key takes, where they are a list of codes; else empty.</summary>
    public static IReadOnlyList<string> ChoicesOf(string key) => ByName[key].Choices;

    /// <summary>
    /// Reads a query string. <paramref name="otherKeys"/> are those that the view itself reads (a chart's split, a
    /// map's position); any other key is a problem.
    /// </summary>
    public static FilterReading Read(string? query, Reference reference, params IReadOnlyCollection<string> otherKeys)
    {
        var filter = new IncidentFilter();
        var problems = new List<Problem>();
        var pairs = QueryPairs.Read(query).Take(MostPairs + 1).ToList();
        if (pairs.Count > MostPairs)
        {
            problems.Add(new Problem("query", Text(pairs.Count), "FewerPairs", Text(MostPairs)!));
            return new FilterReading(filter, problems);
        }
        foreach (var group in pairs.GroupBy(pair => pair.Key, pair => pair.Value))
        {
            var isOurs = ByName.TryGetValue(group.Key, out var key);
            if (!isOurs && !otherKeys.Contains(group.Key))
            {
                problems.Add(new Problem(Short(group.Key), Short(group.First()), "KnownKey"));
            }
            else if (group.FirstOrDefault(value => !ReadableText.Is(value)) is { } unreadable)
            {
                problems.Add(new Problem(group.Key, Short(unreadable), "Characters"));
            }
            else if (isOurs)
            {
                filter = key!.Read(filter, [.. group.Distinct()], reference, problems);
            }
        }
        if (filter.Last is not null && (filter.From ?? filter.To) is not null)
        {
            problems.Add(new Problem("last", filter.Last.ToString(), "LastAlone"));
        }
        if (TextFold.Sought(filter.Text).Length is var words and > MostWords)
        {
            problems.Add(new Problem("q", filter.Text, "FewerWords", Text(words)!, Text(MostWords)!));
        }
        if (filter.From > filter.To)
        {
            problems.Add(new Problem("to", Text(filter.To), "NotBefore", Text(filter.From)!));
        }
        return new FilterReading(filter, problems);
    }

    /// <summary>The canonical query string, without a question mark; empty when nothing is asked.</summary>
    public static string Write(IncidentFilter filter) => QueryPairs.Write(Pairs(filter));

    public static IEnumerable<KeyValuePair<string, string>> Pairs(IncidentFilter filter) =>
        Keys.SelectMany(key => key.Values(filter).Select(value => KeyValuePair.Create(key.Name, value)));

    /// <summary>The filter's values one by one, each with the filter that is left when it is taken away.</summary>
    public static IReadOnlyList<FilterPart> Parts(IncidentFilter filter)
    {
        var pairs = Pairs(filter.Selection).ToList();
        return
        [
            .. pairs.Select((pair, index) => new FilterPart(
                pair.Key, pair.Value, Rebuild(filter, pairs.Where((_, other) => other != index)))),
        ];
    }

    /// <summary>The filter with one more value of one key, or the same filter where it has it.</summary>
    /// <exception cref="ArgumentException">The value is none that the key takes.</exception>
    public static IncidentFilter With(IncidentFilter filter, string key, string value)
    {
        var pairs = Pairs(filter.Selection).ToList();
        if (!ByName[key].IsMany)
        {
            pairs.RemoveAll(pair => pair.Key == key);
        }
        pairs.Add(KeyValuePair.Create(key, value));
        return Rebuild(filter, pairs);
    }

    /// <summary>A value that cannot be read back is an error: without it the filter would be another one.</summary>
    private static IncidentFilter Rebuild(IncidentFilter filter, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var problems = new List<Problem>();
        var rebuilt = new IncidentFilter
        {
            Sort = filter.Sort,
            Descending = filter.Descending,
            PageSize = filter.PageSize,
        };
        foreach (var group in pairs.GroupBy(pair => pair.Key, pair => pair.Value))
        {
            rebuilt = ByName[group.Key].Read(rebuilt, [.. group.Distinct()], null, problems);
        }
        return problems is [var first, ..]
            ? throw new ArgumentException($"{first.Field}: received '{first.Value}'; expected {first.Expected}.")
            : rebuilt;
    }

    private static string Short(string text) => text.Length <= LargestValue ? text : text[..LargestValue] + "…";

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most ? number : null;

    private static string? Text(IFormattable? value) =>
        value is DateOnly date
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value?.ToString(null, CultureInfo.InvariantCulture);
}
