using System.Collections.Frozen;
using System.Text;

namespace SahelWatch.Incidents;

/// <summary>
/// The public code of an enum value: its name in kebab case (<c>SuicideBomb</c> is <c>suicide-bomb</c>), the one form
/// used in URLs, files and the API.
/// </summary>
public static class Code
{
    public static string Of<T>(T value) where T : struct, Enum => Codes<T>.ByValue[value];

    public static bool TryParse<T>(string code, out T value) where T : struct, Enum =>
        Codes<T>.ByCode.TryGetValue(code, out value);

    /// <summary>All codes of a list, in the order the list declares them.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Codes<T>.Ordered;

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    private static class Codes<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => Kebab(value.ToString()));

        public static readonly FrozenDictionary<string, T> ByCode =
            ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        public static readonly string[] Ordered = [.. Enum.GetValues<T>().Select(value => ByValue[value])];
    }
}
