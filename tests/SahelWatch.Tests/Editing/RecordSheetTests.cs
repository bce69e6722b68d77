using SahelWatch.Editing;
using SahelWatch.Incidents;

namespace SahelWatch.Tests.Editing;

public sealed class RecordSheetTests
{
    [Theory]
    [InlineData("Ansar Dine", "ansar-dine")]
    [InlineData("  Ménaka (cercle) ", "menaka-cercle")]
    [InlineData("N’Tillit", "ntillit")]
    [InlineData("نص", "")]
    public void Slug_is_the_letters_and_digits_of_a_name(string name, string slug) =>
        Assert.Equal(slug, RecordSlug.Of(name));

    [Fact]
    public void Slug_that_is_taken_gets_a_number_and_none_is_the_address_of_the_new_form()
    {
        Assert.Equal("gao-3", RecordSlug.Free("gao", "place", slug => slug is "gao" or "gao-2"));
        Assert.Equal("new-2", RecordSlug.Free("new", "place", _ => false));
        Assert.Equal("place", RecordSlug.Free("", "place", _ => false));
        Assert.True(RecordSlug.Of(new string('x', 500)).Length <= 80);
    }

    [Fact]
    public void Coordinates_come_with_their_precision_and_origin()
    {
        var problems = RecordSheet.Problems(RecordKind.Place, new Dictionary<string, string?>
        {
            ["name"] = "Gao", ["kind"] = "settlement", ["latitude"] = "16.27",
        });

        Assert.Equal(["longitude", "geo-precision", "coordinate-source"], problems.Select(problem => problem.Field));
        Assert.All(problems, problem => Assert.Equal("Required", problem.Expected));
    }

    [Theory]
    [InlineData("starts-on", "1er janvier 2024", "Day")]
    [InlineData("country", "Burkina", "TextLength")]
    [InlineData("title", "", "Required")]
    public void Bad_event_is_told_by_field(string field, string text, string expected)
    {
        var texts = new Dictionary<string, string?>
        {
            ["title"] = "Vote", ["kind"] = "election", ["starts-on"] = "2018-07-29", ["date-precision"] = "day",
            ["country"] = "MLI", ["summary"] = "A vote.", ["sources"] = "one",
        };
        Assert.Empty(RecordSheet.Problems(RecordKind.PoliticalEvent, texts));

        texts[field] = RecordSheet.Written(
            RecordSheet.Of(RecordKind.PoliticalEvent).Single(one => one.Name == field), text);

        var problem = Assert.Single(RecordSheet.Problems(RecordKind.PoliticalEvent, texts));
        Assert.Equal((field, expected), (problem.Field, problem.Expected));
    }

    [Theory]
    [InlineData("latitude", "91", "Range")]
    [InlineData("latitude", "north", "Range")]
    [InlineData("longitude", "NaN", "Range")]
    [InlineData("kind", "Settlement", "OneOf")]
    [InlineData("name", null, "Required")]
    public void Bad_place_is_told_by_field(string field, string? text, string expected)
    {
        var texts = new Dictionary<string, string?>
        {
            ["name"] = "Gao",
            ["kind"] = "settlement",
            ["latitude"] = "16.27",
            ["longitude"] = "-0.04",
            ["geo-precision"] = "exact",
            ["coordinate-source"] = "gazetteer",
        };
        Assert.Empty(RecordSheet.Problems(RecordKind.Place, texts));

        texts[field] = text;

        var problem = Assert.Single(RecordSheet.Problems(RecordKind.Place, texts));
        Assert.Equal((field, expected), (problem.Field, problem.Expected));
    }

    [Fact]
    public void Lists_and_texts_are_bounded()
    {
        var texts = new Dictionary<string, string?>
        {
            ["name"] = "Gao",
            ["kind"] = "settlement",
            ["spellings"] = string.Join('\n', Enumerable.Range(0, 101)),
            ["note"] = new string('x', Incident.NoteLength + 1),
        };

        Assert.Equal(
            ["AtMost", "TextLength"], RecordSheet.Problems(RecordKind.Place, texts).Select(problem => problem.Expected));
    }

    [Fact]
    public void Field_that_one_of_two_left_alone_goes_with_the_other()
    {
        var begun = Texts("a", "b", "c", "d");
        var mine = Texts("a", "B", "C", "d");
        var theirs = Texts("A", "b", "X", "d");

        var known = RecordConflict.Of(begun, mine, theirs).Fields.ToDictionary(field => field.Field, field => field.Taken);
        var unknown = RecordConflict.Of(null, mine, theirs).Fields;

        Assert.Equal(
            new Dictionary<string, Side?> { ["0"] = Side.Theirs, ["1"] = Side.Mine, ["2"] = null }, known);
        Assert.All(unknown, field => Assert.Null(field.Taken));
        Assert.Equal(3, unknown.Count);
    }

    private static Dictionary<string, string?> Texts(params string[] texts) =>
        texts.Index().ToDictionary(pair => $"{pair.Index}", pair => (string?)pair.Item);
}
