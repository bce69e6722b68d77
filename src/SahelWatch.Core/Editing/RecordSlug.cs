using System.Globalization;
using System.Text;
using SahelWatch.Querying;

namespace SahelWatch.Editing;

/// <summary>Keys of records, made of their names once and never changed.</summary>
public static class RecordSlug
{
    /// <summary>Where the form of a new record is; no record has it as its key.</summary>
    public const string New = "new";

    private const int Longest = 80;

    /// <summary>
    /// The letters and digits of a name, folded, with hyphens between words; empty where it has none.
    /// </summary>
    public static string Of(params IEnumerable<string?> parts)
    {
        var slug = new StringBuilder();
        foreach (var letter in TextFold.Fold(string.Join(' ', parts)))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (letter != '\'' && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }
        if (slug.Length > Longest)
        {
            slug.Length = Longest;
        }
        return slug.ToString().Trim('-');
    }

    /// <summary>The slug, or where it is taken the slug with the first free number from 2.</summary>
    /// <param name="fallback">Where the slug is empty.</param>
    public static string Free(string slug, string fallback, Func<string, bool> isTaken)
    {
        var first = slug.Length == 0 ? fallback : slug;
        var free = first;
        for (var number = 2; free == New || isTaken(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{first}-{number}");
        }
        return free;
    }

    /// <summary>The key of a new record of these texts, before it is known whether it is free.</summary>
    public static string Of(RecordKind kind, IReadOnlyDictionary<string, string?> texts) => kind switch
    {
        RecordKind.Actor => Of(texts["name"]),
        RecordKind.Relation => Of(texts["from"], texts["kind"], texts["to"]),
        RecordKind.Place => Of(texts["name"]),
        RecordKind.PoliticalEvent => Of(texts["starts-on"], texts["title"]),
        _ => Of(texts["publisher"], texts["published-on"], texts["title"] ?? texts["url"]),
    };
}
