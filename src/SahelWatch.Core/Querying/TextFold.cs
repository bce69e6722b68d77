using System.Globalization;
using System.Text;

namespace SahelWatch.Querying;

/// <summary>Text made comparable: lower case, without accents, typographic quotes and dashes plain.</summary>
/// <remarks>Any text can be folded: what is not readable becomes U+FFFD.</remarks>
public static class TextFold
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in ReadableText.Of(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }
            folded.Append(letter switch
            {
                '’' or '‘' or 'ʼ' => '\'',
                '–' or '—' or '‑' => '-',
                '\u00a0' or '\u202f' => ' ',
                _ => char.ToLowerInvariant(letter),
            });
        }
        return folded.ToString();
    }

    /// <summary>The words of a search, folded: an incident matches when it holds every one of them.</summary>
    public static string[] Words(string? text) => text is null
        ? []
        : Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
