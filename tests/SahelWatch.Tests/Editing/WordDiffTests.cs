using CsCheck;
using SahelWatch.Editing;

namespace SahelWatch.Tests.Editing;

public sealed class WordDiffTests
{
    private static readonly Gen<string> Texts =
        Gen.OneOf(Gen.Const("a"), Gen.Const("b"), Gen.Const("c"), Gen.Const("dd"), Gen.Const("é")).Array[0, 12].Select(words => string.Join(' ', words));

    [Fact]
    public void Changed_words_are_told_apart_from_those_that_stay()
    {
        var parts = WordDiff.Of("nine soldiers died near Gao", "eleven soldiers died in Gao today");

        Assert.Equal(
            [
                new("nine ", PartKind.Removed), new("eleven ", PartKind.Added), new("soldiers died ", PartKind.Same),
                new("near ", PartKind.Removed), new("in ", PartKind.Added), new("Gao ", PartKind.Same),
                new("today", PartKind.Added),
            ],
            parts);
    }

    [Fact]
    public void Parts_give_both_texts() => Gen.Select(Texts, Texts).Sample((before, after) =>
    {
        var parts = WordDiff.Of(before, after);

        Assert.Equal(after, Text(parts, PartKind.Removed).TrimEnd());
        Assert.Equal(before, Text(parts, PartKind.Added).TrimEnd());
        Assert.Equal(before == after, parts.All(part => part.Kind == PartKind.Same));
    });

    [Fact]
    public void Very_long_texts_are_told_as_replaced()
    {
        var long1 = string.Join(' ', Enumerable.Repeat("one", 2000));
        var long2 = string.Join(' ', Enumerable.Repeat("two", 2000));

        Assert.Equal([new(long1, PartKind.Removed), new(long2, PartKind.Added)], WordDiff.Of(long1, long2));
    }

    private static string Text(IEnumerable<TextPart> parts, PartKind without) =>
        string.Concat(parts.Where(part => part.Kind != without).Select(part => part.Text));
}
