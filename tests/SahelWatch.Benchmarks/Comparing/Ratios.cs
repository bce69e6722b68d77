using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SahelWatch.Benchmarks.Comparing;

/// <summary>What a run measured, as numbers with names that stay the same from run to run.</summary>
internal sealed class Ratios
{
    private readonly SortedDictionary<string, double> _byName = new(StringComparer.Ordinal);

    public double this[string name]
    {
        get => _byName.GetValueOrDefault(name, double.NaN);
        set => _byName[name] = Math.Round(value, 4, MidpointRounding.AwayFromZero);
    }

    /// <summary>Values by name; a star stands for anything.</summary>
    public IEnumerable<double> Matching(string pattern) => pattern.Split('*') is [var start, var end]
        ? _byName.Where(pair => pair.Key.StartsWith(start, StringComparison.Ordinal)
            && pair.Key.EndsWith(end, StringComparison.Ordinal)).Select(pair => pair.Value)
        : [this[pattern]];

    public string ToJson() => JsonSerializer.Serialize(
        _byName.Where(pair => double.IsFinite(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value));

    /// <summary>The name of a question or engine as part of a ratio's: lower case, dashes for all else.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.ToLower(CultureInfo.InvariantCulture))
        {
            slug.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        }
        return slug.Replace("--", "-").ToString().Trim('-');
    }
}
