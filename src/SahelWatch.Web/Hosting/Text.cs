using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace SahelWatch.Hosting;

/// <summary>
/// The interface texts: <c>text["Map.Legend"]</c> is entry <c>Legend</c> of <c>Resources/Map.resx</c> in the current
/// culture. A missing key throws: a page never shows a key in place of its text.
/// </summary>
public sealed class Text
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Managers = new();

    public static readonly IReadOnlyList<string> Languages = ["en", "fr"];

    public string this[string key] => Find(key);

    public string this[string key, params object?[] values] =>
        string.Format(CultureInfo.CurrentCulture, Find(key), values);

    /// <summary>
    /// The entry <c>{key}.One</c> or <c>{key}.Many</c>, by the plural rule of the language (French: 0 and 1 are
    /// singular), filled with the count as {0} and then with <paramref name="more"/>.
    /// </summary>
    public string Count(string key, int count, params object?[] more)
    {
        var isOne = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? count is 0 or 1 : count == 1;
        return string.Format(CultureInfo.CurrentCulture, Find($"{key}.{(isOne ? "One" : "Many")}"), [count, .. more]);
    }

    /// <summary>Name of a code list's value, from <c>Resources/Codes.resx</c>.</summary>
    public string Of<T>(T value) where T : struct, Enum =>
        Find($"Codes.{typeof(T).Name}.{Incidents.Code.Of(value)}");

    private static string Find(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var manager = Managers.GetOrAdd(key[..dot], name =>
            new ResourceManager($"SahelWatch.Resources.{name}", typeof(Text).Assembly));
        return manager.GetString(key[(dot + 1)..], CultureInfo.CurrentUICulture)
            ?? throw new MissingManifestResourceException(
                $"No text for '{key}' in {CultureInfo.CurrentUICulture.Name}.");
    }
}
