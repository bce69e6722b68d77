using System.Globalization;
using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Tests.Incidents;

public sealed class TollWordsTests
{
    private static readonly Text Text = new();

    [Theory]
    [InlineData(null, null, null, "unknown")]
    [InlineData(0, 0, 0, "0")]
    [InlineData(13, 13, 13, "13")]
    [InlineData(null, 13, null, "13")]
    [InlineData(13, 13, null, "13")]
    [InlineData(12, 13, 15, "12–15 (best 13)")]
    [InlineData(12, null, 15, "12–15")]
    [InlineData(12, null, null, "at least 12")]
    [InlineData(null, null, 15, "up to 15")]
    [InlineData(12, 13, null, "at least 12 (best 13)")]
    [InlineData(null, 13, 15, "up to 15 (best 13)")]
    [InlineData(0, 0, 5, "0–5 (best 0)")]
    [InlineData(1000, 1200, 1500, "1,000–1,500 (best 1,200)")]
    public void A_toll_is_told_with_its_range_and_its_best_figure(int? low, int? best, int? high, string expected) =>
        Assert.Equal(expected, Words.Write(new Toll(low, best, high)));

    [Fact]
    public void A_best_of_zero_with_a_positive_high_is_not_no_deaths()
    {
        Assert.True(TollWords.IsOpenZero(new Toll(0, 0, 5)));
        Assert.False(TollWords.IsOpenZero(new Toll(0, 0, 0)));
        Assert.False(TollWords.IsOpenZero(new Toll(0, 0, null)));
    }

    [Fact]
    public void Every_toll_in_order_has_words()
    {
        int?[] figures = [null, 0, 3, 7];
        var tolls = from low in figures from best in figures from high in figures select new Toll(low, best, high);

        Assert.All(tolls.Where(toll => toll.IsOrdered), toll => Assert.NotEmpty(Words.Write(toll)));
    }

    private static TollWords Words => new(key => Text[key], CultureInfo.GetCultureInfo("en"));
}
