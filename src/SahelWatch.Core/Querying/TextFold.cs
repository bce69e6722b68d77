using System.Globalization;
using System.Text;

namespace SahelWatch.Querying;

/// <summary>
/// Text made comparable: lower case, without accents, typographic quotes and dashes plain, every kind of space a space.
/// </summary>
/// <remarks>Any text can be folded: what is not readable becomes U+FFFD.</remarks>
public static class TextFold
{
    /// <summary>
    /// What each letter of the first Latin blocks becomes: texts of these alone need no normalization.
    /// </summary>
    private static readonly string[] Latin =
        [.. Enumerable.Range(0, 0x250).Select(code => FoldAny(((char)code).ToString()))];

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter < Latin.Length)
            {
                folded.Append(Latin[letter]);
            }
            else if (Plain(letter) is var plain && plain != letter)
            {
                folded.Append(plain);
            }
            else
            {
                return FoldAny(text);
            }
        }
        return folded.ToString();
    }

    /// <summary>
    /// The words of a search, folded: an incident matches when each of them is in its text. None holds a space.
    /// </summary>
    public static string[] Words(string? text) => text is null
        ? []
        : Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Of the words of a search those that make a difference: an incident that has a word has all parts of it. One with
    /// "#" may be a number, which is told apart from its parts.
    /// </summary>
    public static string[] Sought(string? text)
    {
        var words = Words(text).Distinct().ToArray();
        return Array.FindAll(words, word => !Array.Exists(words, other =>
            other.Length > word.Length && !other.Contains('#') && other.Contains(word, StringComparison.Ordinal)));
    }

    private static string FoldAny(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in ReadableText.Of(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(Plain(letter)));
            }
        }
        return folded.ToString();
    }

    private static char Plain(char letter) => letter switch
    {
        '’' or '‘' or 'ʼ' => '\'',
        '–' or '—' or '‑' => '-',
        > '~' when char.IsWhiteSpace(letter) => ' ',
        _ => letter,
    };
}
