using System.Globalization;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Hosting;

/// <summary>
/// One request's view of the data: the index as it stood when the request came, and the filter that the query string
/// asks of it. Pages, files and API all start here, so they cannot disagree.
/// </summary>
public sealed class ViewRequest
{
    private readonly List<Problem> _problems;

    private ViewRequest(IncidentIndex index, FilterReading reading, DateOnly today, string query)
    {
        Index = index;
        Filter = reading.Filter;
        _problems = [.. reading.Problems];
        Today = today;
        Query = query;
    }

    public IncidentIndex Index { get; }

    /// <summary>What could be read; nothing may be shown of it while there are <see cref="Problems"/>.</summary>
    public IncidentFilter Filter { get; }

    public IReadOnlyList<Problem> Problems => _problems;

    public bool IsValid => Problems.Count == 0;

    public DateOnly Today { get; }

    /// <summary>The query string as received.</summary>
    public string Query { get; }

    /// <param name="otherKeys">Query keys that the page itself reads.</param>
    public static ViewRequest Read(HttpContext context, params IReadOnlyCollection<string> otherKeys)
    {
        var index = context.RequestServices.GetRequiredService<IncidentStore>().Current;
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        var query = context.Request.QueryString.Value ?? "";
        var view = new ViewRequest(
            index,
            FilterGrammar.Read(query, index.Reference, [.. otherKeys, Languages.QueryKey]),
            DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            query);
        if (view.One(Languages.QueryKey) is { } language && !Text.Languages.Contains(language))
        {
            view.Report(new Problem(Languages.QueryKey, language, "OneOf", string.Join(", ", Text.Languages)));
        }
        return view;
    }

    /// <summary>For an address that takes no filter: each of the filter's keys is as unknown as any other.</summary>
    public static ViewRequest ReadPlain(HttpContext context, params IReadOnlyCollection<string> keys)
    {
        var view = Read(context, keys);
        view.Refuse(FilterGrammar.KeyNames.Except(keys));
        return view;
    }

    /// <summary>The values of one key as received, blank ones left out.</summary>
    public IEnumerable<string> Values(string key) =>
        QueryPairs.Read(Query).Where(pair => pair.Key == key).Select(pair => pair.Value);

    /// <summary>The pairs of a query that are the view's own, each once and in one order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> OwnPairs(string? query) =>
    [
        .. QueryPairs.Read(query)
            .Where(pair => !FilterGrammar.IsKey(pair.Key) && pair.Key != Languages.QueryKey)
            .Distinct()
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The value of a key that may be given once; null where there is none, and a problem where there are two.
    /// </summary>
    public string? One(string key)
    {
        var values = Values(key).Distinct().ToList();
        if (values.Count > 1)
        {
            Report(new Problem(key, string.Join(" & ", values), "Once"));
        }
        return values.Count == 1 ? values[0] : null;
    }

    /// <summary>
    /// Makes a problem of each of these keys that was given: what the address shows does not depend on it.
    /// </summary>
    public void Refuse(params IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var value in Values(key).Where(_ => _problems.TrueForAll(known => known.Field != key)))
            {
                Report(new Problem(key, value, "KnownKey"));
            }
        }
    }

    /// <summary>Adds a problem that the page found in its own keys.</summary>
    public void Report(Problem problem) => _problems.Add(problem);

    /// <summary>
    /// One of the view's own choices, such as a chart's split: the value received, <paramref name="fallback"/> where
    /// there is none, and a problem where it is not a code of the list.
    /// </summary>
    public T Choice<T>(string key, T fallback) where T : struct, Enum
    {
        if (One(key) is not { } text)
        {
            return fallback;
        }
        if (Code.TryParse<T>(text, out var value))
        {
            return value;
        }
        Report(new Problem(key, text, "OneOf", string.Join(", ", Code.All<T>())));
        return fallback;
    }

    public int[] Rows() => Index.Select(Filter, Today);

    /// <summary>What tells a filter in the reader's language.</summary>
    public FilterSentence Sentence(Text text) => new(Index.Reference, key => text[key], CultureInfo.CurrentUICulture);

    /// <summary>The head of an answer about <paramref name="shown"/>, or about the request's own filter.</summary>
    public AnswerHead Head(Text text, int total, IncidentFilter? shown = null)
    {
        shown ??= Filter.Selection;
        return new AnswerHead(
            total, Sentence(text).Write(shown), FilterGrammar.Write(shown.Frozen(Today) with { Page = 1 }), Index.AsOf);
    }

    /// <summary>A link to <paramref name="path"/> with a filter and, where given, the view's own pairs.</summary>
    public static string Link(
        string path, IncidentFilter filter, params IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var query = QueryPairs.Write(FilterGrammar.Pairs(filter).Concat(pairs));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
