using System.Globalization;
using System.Reflection;
using System.Text;

namespace SahelWatch.Accounts;

/// <summary>
/// What a password must be: 12 to 128 of any characters, and none that is tried first: a common one, one made of the
/// person's own name or address, a run or a repetition.
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;

    private static readonly HashSet<string> Common = Read();

    /// <summary>What is wrong: the code of a sentence; null for nothing.</summary>
    public static string? Fault(string? password, string? email, string? name)
    {
        var letters = password?.EnumerateRunes().Count() ?? 0;
        if (letters < Shortest)
        {
            return "PasswordShort";
        }
        if (letters > Longest)
        {
            return "PasswordLong";
        }
        var folded = Fold(password!);
        if (IsRepeated(folded) || IsRun(folded))
        {
            return "PasswordPattern";
        }
        if (Own(email, name).Any(own => Rest(folded, own) < 6))
        {
            return "PasswordOwn";
        }
        return Common.Contains(folded) || Common.Contains(Core(folded)) ? "PasswordCommon" : null;
    }

    /// <summary>In small letters without accents.</summary>
    private static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormKD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        .ToLowerInvariant();

    /// <summary>
    /// Without the digits and signs people put at the end, and with letters for digits that look like them.
    /// </summary>
    private static string Core(string folded) => folded.TrimEnd("0123456789!?.*#@$_-".ToCharArray())
        .Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Replace('7', 't')
        .Replace('@', 'a').Replace('$', 's');

    private static bool IsRepeated(string text)
    {
        for (var period = 1; period <= Math.Min(text.Length / 2, 6); period++)
        {
            if (Enumerable.Range(period, text.Length - period).All(at => text[at] == text[at - period]))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether nearly every character follows on the one before, in the alphabet or on a keyboard.</summary>
    private static bool IsRun(string text)
    {
        string[] rows = ["01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop",
            "qsdfghjklm", "wxcvbn"];
        var follows = Enumerable.Range(1, text.Length - 1).Count(at => Array.Exists(rows, row =>
            row.Contains(text.Substring(at - 1, 2), StringComparison.Ordinal)
            || row.Contains($"{text[at]}{text[at - 1]}", StringComparison.Ordinal)));
        return follows >= (text.Length - 1) * 0.8;
    }

    private static IEnumerable<string> Own(string? email, string? name) =>
        new[] { email, email?.Split('@')[0], name, name?.Replace(" ", "", StringComparison.Ordinal) }
            .Concat(name?.Split(' ') ?? [])
            .OfType<string>().Select(Fold).Where(own => own.Length >= 4);

    private static int Rest(string folded, string own) => folded.Contains(own, StringComparison.Ordinal)
        ? folded.Replace(own, "", StringComparison.Ordinal).Length
        : int.MaxValue;

    private static HashSet<string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("SahelWatch.CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
