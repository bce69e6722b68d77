using CsCheck;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Querying;

public sealed class NameTableTests
{
    private static readonly NameTable<string> Table = NameTable.Of(
    [
        Entry("gao", 5, "Gao", "Gawgaw"),
        Entry("gaoudel", 9, "Gaoudel"),
        Entry("menaka", 3, "Ménaka", "N’Ménaka"),
        Entry("in-delimane", 1, "In-Delimane"),
        Entry("tin-gao", 7, "Tin Gao"),
        Entry("magao", 8, "Magao"),
    ]);

    [Fact]
    public void Name_itself_comes_first_then_beginnings_then_words_then_parts() =>
        Assert.Equal(["gao", "gaoudel", "tin-gao", "magao"], Table.Find("GAO", 9));

    [Theory]
    [InlineData("menaka", "menaka")]
    [InlineData("MÉNAKA", "menaka")]
    [InlineData("n'menaka", "menaka")]
    [InlineData("gawg", "gao")]
    [InlineData("delimane in", "in-delimane")]
    public void Accents_case_spellings_and_order_do_not_matter(string search, string found) =>
        Assert.Equal(found, Assert.Single(Table.Find(search, 9)));

    [Fact]
    public void Nothing_asked_finds_the_most_used() => Assert.Equal(["gaoudel", "magao"], Table.Find(" ", 2));

    [Fact]
    public void Changed_record_is_found_by_its_new_names_alone_and_keeps_its_uses()
    {
        var next = Table.With([Entry("gao", 0, "Kawkaw"), Entry("new", 0, "Kaw")]);

        Assert.Equal(["new", "gao"], next.Find("kaw", 9));
        Assert.DoesNotContain("gao", next.Find("gao", 9));
        Assert.Equal(["gao"], next.Exactly("kawkaw"));
        Assert.Equal("gao", Table.Find("gao", 1)[0]);
        Assert.Equal("new", next["new"]);
        Assert.Null(Table["new"]);
    }

    [Fact]
    public void Finds_what_a_plain_search_finds()
    {
        var words = Pick.From("gao", "tin", "é", "in", "ga", "ménaka", "x");
        Gen.Select(
            Gen.Select(words.Array[1, 3], Gen.Int[0, 3]).Array[0, 30],
            words.Array[1, 2]).Sample((entries, search) =>
        {
            var table = NameTable.Of(entries.Index().Select(pair =>
                Entry($"{pair.Index}", pair.Item.Item2, string.Join(' ', pair.Item.Item1))));
            var plain = entries.Index()
                .Where(pair => search.All(word => TextFold.Fold(string.Join(' ', pair.Item.Item1))
                    .Contains(TextFold.Fold(word), StringComparison.Ordinal)))
                .Select(pair => $"{pair.Index}");
            Assert.Equal(plain.Order(), table.Find(string.Join(' ', search), 99).Order());
        });
    }

    private static NameEntry<string> Entry(string key, int uses, params string[] names) =>
        NameTable.Entry(key, key, uses, names);
}
