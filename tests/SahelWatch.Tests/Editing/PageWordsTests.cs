using System.Text;
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

    [Theory]
    [InlineData("windows-1252", "été – fin", "windows-1252")]
    [InlineData("iso-8859-1", "été", "\"ISO-8859-1\"")]
    [InlineData("windows-1252", "<meta charset=windows-1252>été", null)]
    [InlineData("windows-1252", "<META http-equiv=x content='text/html; charset=windows-1252'>été", null)]
    [InlineData("utf-8", "<meta charset=iso-8859-1>été", "utf-8")]
    [InlineData("utf-8", "été", null)]
    [InlineData("utf-8", "été", "utf-7")]
    [InlineData("utf-8", "été", "no such")]
    public void Bytes_are_read_as_the_answer_or_the_page_says(string written, string text, string? charset)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);

        Assert.Equal(text, PageWords.Decode(encoding.GetBytes(text), charset));
    }

    [Fact]
    public void Elements_inside_one_another_without_end_are_read_like_any_others() =>
        Assert.Equal("in", PageWords.Of(string.Concat(Enumerable.Repeat("<div>", 200_000)) + "in"));
}
