using System.Globalization;

namespace SahelWatch.Incidents;

/// <summary>
/// How fields are written in revisions: the same value always as the same text, absent values as null.
/// </summary>
internal static class FieldTexts
{
    /// <summary>One a line.</summary>
    public static string? Joined(IEnumerable<string> parts)
    {
        var text = string.Join('\n', parts);
        return text.Length == 0 ? null : text;
    }

    /// <summary>One a line, in order.</summary>
    public static string? Ordered(IEnumerable<string> parts) => Joined(parts.Order(StringComparer.Ordinal));

    public static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    public static string? Text(DateOnly? date) => date is { } day ? Text(day) : null;

    public static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    public static string? Text(double? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string? Text<T>(T? value) where T : struct, Enum => value is { } known ? Code.Of(known) : null;
}
