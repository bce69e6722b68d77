using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using SahelWatch.Hosting;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Hosting;

public sealed partial class TextTests
{
    private static readonly string[] AllAreas =
    [
        .. typeof(Text).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("SahelWatch.Resources.", StringComparison.Ordinal))
            .Select(name => name.Split('.')[2]),
    ];

    public static TheoryData<string> Areas() => [.. AllAreas];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Both_languages_have_the_same_keys_and_placeholders(string area)
    {
        var english = Entries(area, CultureInfo.InvariantCulture);
        var french = Entries(area, CultureInfo.GetCultureInfo("fr"));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(), french.Keys.Order());
        foreach (var (key, text) in english)
        {
            Assert.False(string.IsNullOrWhiteSpace(text), key);
            Assert.False(string.IsNullOrWhiteSpace(french[key]), key);
            if (!key.EndsWith(".One", StringComparison.Ordinal))
            {
                Assert.Equal((key, Placeholders(text)), (key, Placeholders(french[key])));
            }
        }
    }

    [Fact]
    public void Every_key_named_in_the_source_has_a_text()
    {
        var known = AllAreas
            .SelectMany(area => Entries(area, CultureInfo.InvariantCulture).Keys.Select(key => $"{area}.{key}"))
            .ToHashSet();
        var source = Path.Combine(Repository.Root, "src");
        var named = Directory.EnumerateFiles(source, "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
            .Where(file => !Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar).Contains("obj"))
            .SelectMany(file => Key().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value))
            .ToHashSet();

        var missing = named.Where(key =>
            !known.Contains(key) && !(known.Contains($"{key}.One") && known.Contains($"{key}.Many")));

        Assert.True(named.Count > 100, $"Only {named.Count} keys found in the source.");
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("en", 0, "Many")]
    [InlineData("en", 1, "One")]
    [InlineData("en", 2, "Many")]
    [InlineData("fr", 0, "One")]
    [InlineData("fr", 1, "One")]
    [InlineData("fr", 2, "Many")]
    public void Plural_follows_the_language(string language, int count, string form)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var text = new Text();

        Assert.Equal(text[$"Filter.Last.w.{form}", count], text.Count("Filter.Last.w", count));
    }

    [Fact]
    public void Missing_key_throws() =>
        Assert.Throws<MissingManifestResourceException>(() => new Text()["Common.NoSuchKey"]);

    private static Dictionary<string, string> Entries(string area, CultureInfo culture) =>
        new ResourceManager($"SahelWatch.Resources.{area}", typeof(Text).Assembly)
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order());

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Placeholder();

    [GeneratedRegex("""(?:\b[Tt]ext|\bT)(?:\[|\.Count\(|\()"(?<key>[A-Z][A-Za-z]+\.[A-Za-z0-9.-]+)["]""")]
    private static partial Regex Key();
}
