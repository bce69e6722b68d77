using System.Globalization;

namespace SahelWatch.Incidents;

/// <summary>
/// A date told no more precisely than it is known: "26 May 2018", "26–28 May 2018", "between 26 and 28 May 2018",
/// "week of 22 January 2012", "about March 2018". The words come from the string resources through a lookup by key.
/// </summary>
/// <param name="isShort">Whether months are abbreviated, for tables.</param>
public sealed class DateWords(Func<string, string> text, CultureInfo culture, bool isShort = false)
{
    private readonly string _month = isShort ? "MMM" : "MMMM";
    private readonly bool _isFrench = culture.TwoLetterISOLanguageName == "fr";

    /// <summary>The days of an event that is known to <paramref name="precision"/>.</summary>
    public string Write(DateOnly starts, DateOnly ends, DatePrecision precision) => precision switch
    {
        DatePrecision.Day => Days(starts, ends),
        DatePrecision.Days when starts == ends => Format("AboutDay", Day(starts)),
        DatePrecision.Days => Format("Between", Short(starts, ends), Day(ends)),
        DatePrecision.Week when starts == ends => Format("Week", Day(starts)),
        DatePrecision.Week => Format("AboutDays", Days(starts, ends)),
        DatePrecision.Month when SharesMonth(starts, ends) => Format("AboutMonth", Month(ends)),
        DatePrecision.Month => Months(starts, ends),
        _ when starts.Year == ends.Year => Format("AboutYear", Year(starts)),
        _ => Format("AboutYears", Year(starts), Year(ends)),
    };

    public string Day(DateOnly day) => $"{Number(day)} {day.ToString($"{_month} yyyy", culture)}";

    /// <summary>
    /// A publication date as known: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>; other text as it is.
    /// </summary>
    public string Partial(string date) => !PartialDate.TryParse(date, out var known) ? date : date.Length switch
    {
        4 => date,
        7 => Month(known.First),
        _ => Day(known.First),
    };

    private string Days(DateOnly starts, DateOnly ends) => starts == ends
        ? Day(ends)
        : $"{Short(starts, ends)}{(SharesMonth(starts, ends) ? "–" : " – ")}{Day(ends)}";

    private string Months(DateOnly starts, DateOnly ends)
    {
        var first = starts.Year == ends.Year ? starts.ToString(_month, culture) : Month(starts);
        return Format(first[0] is 'a' or 'o' ? "AboutMonthsFromVowel" : "AboutMonths", first, Month(ends));
    }

    private string Month(DateOnly day) => day.ToString($"{_month} yyyy", culture);

    /// <summary>The first day of a range without what it shares with the last.</summary>
    private string Short(DateOnly starts, DateOnly ends) => (starts.Year == ends.Year, SharesMonth(starts, ends)) switch
    {
        (_, true) => Number(starts),
        (true, _) => $"{Number(starts)} {starts.ToString(_month, culture)}",
        _ => Day(starts),
    };

    private string Number(DateOnly day) =>
        _isFrench && day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);

    private static bool SharesMonth(DateOnly a, DateOnly b) => a.Year == b.Year && a.Month == b.Month;

    private string Format(string key, params object[] values) =>
        string.Format(culture, text($"Incidents.Date.{key}"), values);
}
