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
        return new ViewRequest(
            index,
            FilterGrammar.Read(query, index.Reference, [.. otherKeys, Languages.QueryKey]),
            DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            query);
    }

    /// <summary>The values of one key as received, blank ones left out.</summary>
    public IEnumerable<string> Values(string key) =>
        QueryPairs.Read(Query).Where(pair => pair.Key == key).Select(pair => pair.Value);

    /// <summary>Adds a problem that the page found in its own keys.</summary>
    public void Report(Problem problem) => _problems.Add(problem);

    /// <summary>
    /// One of the view's own choices, such as a chart's split: the value received, <paramref name="fallback"/> where
    /// there is none, and a problem where it is not a code of the list.
    /// </summary>
    public T Choice<T>(string key, T fallback) where T : struct, Enum
    {
        var values = Values(key).Distinct().ToList();
        if (values.Count == 0)
        {
            return fallback;
        }
        if (values.Count == 1 && Code.TryParse<T>(values[0], out var value))
        {
            return value;
        }
        Report(new Problem(key, string.Join(" & ", values), "OneOf", string.Join(", ", Code.All<T>())));
        return fallback;
    }

    public int[] Rows() => Index.Select(Filter, Today);

    /// <summary>A link to <paramref name="path"/> with a filter and, where given, the view's own pairs.</summary>
    public static string Link(string path, IncidentFilter filter, params IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var query = QueryPairs.Write(FilterGrammar.Pairs(filter).Concat(pairs));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
