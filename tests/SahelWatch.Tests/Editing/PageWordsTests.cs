using SahelWatch.Editing.Archiving;

namespace SahelWatch.Tests.Editing;

public sealed class PageWordsTests
{
    [Theory]
    [InlineData("<title>A &amp; B</title><p>Deux morts à <b>Dji</b>bo</p><p>Trois</p>", "A & B\nDeux morts à Djibo\nTrois")]
    [InlineData("<style>p{}</style>a<script>x('<p>b</p>')</script>c", "a\nc")]
    [InlineData("<textarea><b>&eacute;</textarea><!-- d --><br>e", "<b>é\ne")]
    [InlineData("<script>never closed <p>a</p>", "")]
    [InlineData("a < b <", "a < b <")]
    [InlineData("", "")]
    public void Words_are_what_a_reader_sees_line_by_line(string html, string words) =>
        Assert.Equal(words, PageWords.Of(html));

    [Fact]
    public void Elements_inside_one_another_without_end_are_read_like_any_others() =>
        Assert.Equal("in", PageWords.Of(string.Concat(Enumerable.Repeat("<div>", 200_000)) + "in"));
}
