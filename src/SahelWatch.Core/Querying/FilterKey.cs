using System.Collections.Immutable;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// One key of the filter grammar: how its values are written and read. A null reference accepts any name.
/// </summary>
internal sealed record FilterKey(
    string Name,
    string Expected,
    bool IsMany,
    Func<IncidentFilter, IEnumerable<string>> Values,
    Func<IncidentFilter, string, Reference?, IncidentFilter?> Add,
    params string[] Choices)
{
    public static FilterKey One(
        string name,
        string expected,
        Func<IncidentFilter, string?> value,
        Func<IncidentFilter, string, IncidentFilter?> set,
        params string[] choices) =>
        new(name, expected, false, filter => value(filter) is { } text ? [text] : [],
            (filter, text, _) => set(filter, text), choices);

    public static FilterKey Known(
        string name,
        string expected,
        Func<IncidentFilter, ImmutableArray<string>> values,
        Func<IncidentFilter, ImmutableArray<string>, IncidentFilter> set,
        Func<Reference, string, bool> exists,
        params string[] choices) =>
        Found(name, expected, values, set, (reference, text) => exists(reference, text) ? text : null, choices);

    /// <param name="find">The name that a value stands for; null where it stands for none.</param>
    public static FilterKey Found(
        string name,
        string expected,
        Func<IncidentFilter, ImmutableArray<string>> values,
        Func<IncidentFilter, ImmutableArray<string>, IncidentFilter> set,
        Func<Reference, string, string?> find,
        params string[] choices) =>
        new(name, expected, true, filter => values(filter),
            (filter, text, reference) => (reference is null ? text : find(reference, text)) is { } found
                ? set(filter, [.. values(filter).Append(found).Distinct().Order(StringComparer.Ordinal)])
                : null,
            choices);

    public static FilterKey Many<T>(
        string name,
        Func<IncidentFilter, ImmutableArray<T>> values,
        Func<IncidentFilter, ImmutableArray<T>, IncidentFilter> set) where T : struct, Enum =>
        new(name, "OneOf", true, filter => values(filter).Select(Code.Of),
            (filter, text, _) => Code.TryParse<T>(text, out var value)
                ? set(filter, [.. values(filter).Append(value).Distinct().Order()])
                : null,
            [.. Code.All<T>()]);

    public IncidentFilter Read(
        IncidentFilter filter, IReadOnlyList<string> texts, Reference? reference, ICollection<Problem> problems)
    {
        if (!IsMany && texts.Count > 1)
        {
            problems.Add(new Problem(Name, string.Join(" & ", texts), "Once"));
            return filter;
        }
        foreach (var text in texts)
        {
            if (text.Length > FilterGrammar.LargestValue)
            {
                problems.Add(new Problem(Name, text[..FilterGrammar.LargestValue] + "…", "Shorter",
                    $"{FilterGrammar.LargestValue}"));
            }
            else if (Add(filter, text, reference) is { } added)
            {
                filter = added;
            }
            else
            {
                problems.Add(new Problem(Name, text, Expected, [.. JoinedChoices()]));
            }
        }
        return filter;
    }

    private IEnumerable<string> JoinedChoices() => Choices.Length == 0 ? [] : [string.Join(", ", Choices)];
}
