using System.Globalization;
using SahelWatch.Hosting;
using SahelWatch.Pages.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Incidents;

public sealed class SupportLabelTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Every_known_word_has_a_label(string language) => In(language, text =>
        Assert.All(SupportLabel.Known, word => Assert.False(Assert.Single(SupportLabel.Of([word], text)).IsData)));

    [Fact]
    public void Words_of_one_meaning_are_said_once_and_unknown_words_stand_as_they_are() => In("fr", text =>
        Assert.Equal(
            [new("bilan", false), new("coordonnées", false), new("27 soldiers", true)],
            SupportLabel.Of(["fatalities", "toll", "lat", "coordinates", "27 soldiers"], text)));

    [Fact]
    public void Most_words_of_the_embedded_set_have_a_label()
    {
        var words = Repository.Set.Incidents
            .SelectMany(incident => incident.Citations).SelectMany(citation => citation.Supports).ToList();
        var known = SupportLabel.Known.ToHashSet();

        Assert.InRange(words.Count(known.Contains) / (double)words.Count, 0.7, 1);
    }

    private static void In(string language, Action<Text> check)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            check(new Text());
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
