using System.Text;
using SahelWatch.Querying;

namespace SahelWatch.Exporting;

/// <summary>File names told from sentences: lower-case ASCII letters, digits and hyphens.</summary>
public static class FileName
{
    public const int MostLetters = 100;

    public static string Of(string sentence, string extension)
    {
        var name = new StringBuilder("sahelwatch");
        var isBroken = true;
        foreach (var letter in TextFold.Fold(sentence))
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                isBroken = true;
                continue;
            }
            if (isBroken)
            {
                if (name.Length >= MostLetters)
                {
                    break;
                }
                name.Append('-');
                isBroken = false;
            }
            if (name.Length < MostLetters)
            {
                name.Append(letter);
            }
        }
        return $"{name}.{extension}";
    }
}
