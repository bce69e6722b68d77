using System.Globalization;

namespace SahelWatch;

/// <summary>
/// A date known to the year, month or day (<c>yyyy</c>, <c>yyyy-MM</c>, <c>yyyy-MM-dd</c>), as the days it spans;
/// from <see cref="FirstYear"/> to <see cref="LastYear"/>.
/// </summary>
public readonly record struct PartialDate(DateOnly First, DateOnly Last)
{
    public const int FirstYear = 1900;
    public const int LastYear = 2200;

    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (Exact(text, "yyyy-MM-dd", out var day))
        {
            date = new PartialDate(day, day);
            return true;
        }
        if (Exact(text, "yyyy-MM", out var month))
        {
            date = new PartialDate(month, month.AddMonths(1).AddDays(-1));
            return true;
        }
        if (Exact(text, "yyyy", out var year))
        {
            date = new PartialDate(year, new DateOnly(year.Year, 12, 31));
            return true;
        }
        return false;
    }

    private static bool Exact(string? text, string format, out DateOnly date) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year is >= FirstYear and <= LastYear;
}
