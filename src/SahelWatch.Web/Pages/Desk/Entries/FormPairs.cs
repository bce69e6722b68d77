using System.Globalization;
using System.Reflection;
using SahelWatch.Editing;

namespace SahelWatch.Pages.Desk.Entries;

/// <summary>A form as the names and values that a browser posts for it.</summary>
public static class FormPairs
{
    public static IEnumerable<KeyValuePair<string, string>> Of(EntryForm form) => Of("Form.", form);

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
