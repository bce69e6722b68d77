using System.Globalization;
using System.Text;

namespace SahelWatch;

/// <summary>
/// Text that can be shown and written anywhere. Control characters, Unicode's non-characters and halves of surrogate
/// pairs cannot: XML forbids them and normalization refuses them.
/// </summary>
public static class ReadableText
{
    /// <summary>
    /// Whether all of a text can be shown on one line, and none of it was lost when it was decoded (U+FFFD).
    /// </summary>
    public static bool Is(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || IsBreak(rune) || !IsReadable(rune))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The text with U+FFFD in place of what cannot be shown; tabs and line breaks stay.</summary>
    public static string Of(string text)
    {
        if (Is(text))
        {
            return text;
        }
        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            readable.Append((IsReadable(rune) ? rune : Rune.ReplacementChar).ToString());
        }
        return readable.ToString();
    }

    private static bool IsBreak(Rune rune) => rune.Value is '\t' or '\n' or '\r';

    private static bool IsReadable(Rune rune) =>
        (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control || IsBreak(rune))
        && (rune.Value & 0xFFFE) != 0xFFFE
        && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);
}
