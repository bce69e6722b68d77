using System.Globalization;
using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Tests.Incidents;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("2018-05-26", "2018-05-26", DatePrecision.Day, "26 May 2018", "26 mai 2018")]
    [InlineData("2018-06-01", "2018-06-01", DatePrecision.Day, "1 June 2018", "1er juin 2018")]
    [InlineData("2018-05-26", "2018-05-28", DatePrecision.Day, "26–28 May 2018", "26–28 mai 2018")]
    [InlineData("2018-05-30", "2018-06-02", DatePrecision.Day, "30 May – 2 June 2018", "30 mai – 2 juin 2018")]
    [InlineData("2017-12-30", "2018-01-02", DatePrecision.Day, "30 December 2017 – 2 January 2018",
        "30 décembre 2017 – 2 janvier 2018")]
    [InlineData("2018-05-26", "2018-05-28", DatePrecision.Days, "between 26 and 28 May 2018", "entre le 26 et le 28 mai 2018")]
    [InlineData("2018-05-26", "2018-05-26", DatePrecision.Days, "about 26 May 2018", "vers le 26 mai 2018")]
    [InlineData("2012-01-22", "2012-01-22", DatePrecision.Week, "week of 22 January 2012", "semaine du 22 janvier 2012")]
    [InlineData("2012-01-17", "2012-01-25", DatePrecision.Week, "about 17–25 January 2012", "vers les 17–25 janvier 2012")]
    [InlineData("2018-03-01", "2018-03-31", DatePrecision.Month, "about March 2018", "courant mars 2018")]
    [InlineData("2018-03-01", "2018-04-30", DatePrecision.Month, "about March – April 2018", "de mars à avril 2018 env.")]
    [InlineData("2018-08-01", "2018-09-30", DatePrecision.Month, "about August – September 2018",
        "d’août à septembre 2018 env.")]
    [InlineData("2017-12-01", "2018-01-31", DatePrecision.Month, "about December 2017 – January 2018",
        "de décembre 2017 à janvier 2018 env.")]
    [InlineData("2017-01-01", "2018-12-31", DatePrecision.Year, "about 2017–2018", "vers 2017–2018")]
    [InlineData("2017-01-01", "2017-12-31", DatePrecision.Year, "about 2017", "courant 2017")]
    public void A_date_is_told_no_more_precisely_than_it_is_known(
        string starts, string ends, DatePrecision precision, string english, string french)
    {
        var (first, last) = (Day(starts), Day(ends));

        Assert.Equal(english, In("en", text => text.Write(first, last, precision)));
        Assert.Equal(french, In("fr", text => text.Write(first, last, precision)));
    }

    [Theory]
    [InlineData("2018", "2018")]
    [InlineData("2018-07", "juillet 2018")]
    [InlineData("2018-07-01", "1er juillet 2018")]
    [InlineData("n.d.", "n.d.")]
    public void A_publication_date_is_told_as_far_as_it_is_known(string date, string french) =>
        Assert.Equal(french, In("fr", text => text.Partial(date)));

    private static string In(string language, Func<DateWords, string> write)
    {
        var before = CultureInfo.CurrentUICulture;
        var culture = CultureInfo.GetCultureInfo(language);
        try
        {
            CultureInfo.CurrentUICulture = culture;
            var text = new Text();
            return write(new DateWords(key => text[key], culture));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
