using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Primitives;
using SahelWatch.Editing;

namespace SahelWatch.Pages.Desk.Entries;

/// <summary>
/// A form as the names and values that a browser posts for it: each property of the form and no other name. Rows stand
/// in the order of their list's <c>index</c> fields, whatever their numbers; rows that these leave out follow.
/// </summary>
public static class FormPairs
{
    /// <summary>More rows than a form may have, so that what is too much can be said and not only cut off.</summary>
    private const int MostRows = 200;

    public static EntryForm Read(IEnumerable<KeyValuePair<string, StringValues>> values) => (EntryForm)Read(
        typeof(EntryForm), "Form.", values.ToDictionary(
            pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase));

    public static IEnumerable<KeyValuePair<string, string>> Of(EntryForm form) => Of("Form.", form);

    private static object Read(Type type, string prefix, Dictionary<string, StringValues> values)
    {
        var part = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = prefix + property.Name;
            var given = values.GetValueOrDefault(name);
            if (property.PropertyType == typeof(string))
            {
                property.SetValue(part, string.IsNullOrWhiteSpace(given.FirstOrDefault()) ? null : given[0]);
            }
            else if (property.PropertyType == typeof(IReadOnlyList<string>))
            {
                property.SetValue(part, given.OfType<string>().ToList());
            }
            else
            {
                var row = property.PropertyType.GetGenericArguments()[0];
                var rows = RowsOf(name, values).Take(MostRows)
                    .Select(at => Read(row, $"{name}[{at}].", values)).ToArray();
                var list = Array.CreateInstance(row, rows.Length);
                rows.CopyTo(list, 0);
                property.SetValue(part, list);
            }
        }
        return part;
    }

    private static IEnumerable<string> RowsOf(string list, Dictionary<string, StringValues> values)
    {
        var named = values.GetValueOrDefault($"{list}.index").OfType<string>().ToList();
        var left = values.Keys
            .Where(key => key.StartsWith($"{list}[", StringComparison.OrdinalIgnoreCase))
            .Select(key => key[(list.Length + 1)..].Split(']')[0])
            .Where(at => int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Distinct().Except(named)
            .OrderBy(at => int.Parse(at, CultureInfo.InvariantCulture));
        return named.Concat(left);
    }

    private static IEnumerable<KeyValuePair<string, string>> Of(string prefix, object part)
    {
        foreach (var property in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = prefix + property.Name;
            switch (property.GetValue(part))
            {
                case string text:
                    yield return KeyValuePair.Create(name, text);
                    break;
                case IEnumerable<string> texts:
                    foreach (var text in texts)
                    {
                        yield return KeyValuePair.Create(name, text);
                    }
                    break;
                case IEnumerable<object> rows:
                    foreach (var (index, row) in rows.Index())
                    {
                        var at = index.ToString(CultureInfo.InvariantCulture);
                        yield return KeyValuePair.Create($"{name}.index", at);
                        foreach (var pair in Of($"{name}[{at}].", row))
                        {
                            yield return pair;
                        }
                    }
                    break;
            }
        }
    }
}
