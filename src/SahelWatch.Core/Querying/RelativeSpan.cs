using System.Globalization;

namespace SahelWatch.Querying;

/// <summary>A span that ends today: <c>12w</c>, <c>90d</c>, <c>6m</c> or <c>2y</c>; 1 to 999 units.</summary>
public readonly record struct RelativeSpan(int Count, char Unit)
{
    public static bool TryParse(string text, out RelativeSpan span)
    {
        span = default;
        if (text.Length is < 2 or > 4 || text[^1] is not ('d' or 'w' or 'm' or 'y')
            || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
        {
            return false;
        }
        span = new RelativeSpan(count, text[^1]);
        return true;
    }

    /// <summary>
    /// First day of the span that ends on <paramref name="today"/>, both included. A span that reaches back beyond the
    /// dates that can be written (<see cref="PartialDate.FirstYear"/>) begins with the first of them.
    /// </summary>
    public DateOnly FirstDay(DateOnly today)
    {
        var day = Unit switch
        {
            'd' => today.AddDays(1 - Count),
            'w' => today.AddDays(1 - 7 * Count),
            'm' => today.AddMonths(-Count).AddDays(1),
            _ => today.AddYears(-Count).AddDays(1),
        };
        return day.Year < PartialDate.FirstYear ? new DateOnly(PartialDate.FirstYear, 1, 1) : day;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}{Unit}");
}
