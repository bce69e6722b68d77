using System.Globalization;

namespace SahelWatch;

/// <summary>
/// One piece of bad input: where it stands, the value received, and the code of the sentence that says what was
/// expected (<c>Problems.{Expected}</c> in the string resources, filled with <paramref name="Arguments"/>).
/// </summary>
/// <remarks>Field and value are made displayable: what is bad about them may be that they are not.</remarks>
/// <param name="Field">Field, query key, or "file: record: field" of a data file.</param>
/// <param name="Value">The value as received; null where nothing was.</param>
/// <param name="Expected">Code of the expectation, such as <c>Date</c>.</param>
/// <param name="Arguments">What the sentence needs, such as a range's ends.</param>
public sealed record Problem(string Field, string? Value, string Expected, params string[] Arguments)
{
    /// <summary>Characters of a text that is too long which are told.</summary>
    private const int Told = 40;

    public string Field { get; init; } = ReadableText.Of(Field);

    public string? Value { get; init; } = Value is null ? null : ReadableText.Of(Value);

    /// <summary>A text of more characters than a field takes; its beginning tells which one.</summary>
    public static Problem TooLong(string field, string text, int most) => new(
        field,
        text.Length > Told ? $"{text[..Told]}…" : text,
        "TextLength",
        most.ToString(CultureInfo.InvariantCulture));
}
