using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Desk.Entries;

/// <summary>Code lists as choices of the form.</summary>
internal static class Choices
{
    /// <summary>The facts that sources are asked about, each once (<see cref="CitedFacts"/>).</summary>
    public static readonly IReadOnlyList<string> Facts =
    [
        "event", "date", "place", "fatalities", "injured", "perpetrator", "claim", "target", "abduction", "arson",
        "looting", "arrests",
    ];

    public static readonly IReadOnlyList<(string Code, string Words)> Languages =
    [
        ("fr", "Français"), ("en", "English"), ("ar", "العربية"), ("es", "Español"), ("de", "Deutsch"),
        ("pt", "Português"), ("it", "Italiano"), ("ha", "Hausa"), ("bm", "Bamanankan"), ("ff", "Fulfulde"),
        ("ru", "Русский"),
    ];

    public static IReadOnlyList<(string Code, string Words)> Of<T>(Text text, params T[] without)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Except(without).Select(value => (Code.Of(value), text.Of(value)))];

    public static IReadOnlyList<(string Code, string Words)> Reliability(Text text) =>
        [.. "ABCDEF".Select(grade => ($"{grade}", $"{grade} – {text[$"Codes.Reliability.{grade}"]}"))];

    public static IReadOnlyList<(string Code, string Words)> Credibility(Text text) =>
        [.. "123456".Select(grade => ($"{grade}", $"{grade} – {text[$"Codes.Credibility.{grade}"]}"))];
}
