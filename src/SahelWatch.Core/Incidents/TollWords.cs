using System.Globalization;

namespace SahelWatch.Incidents;

/// <summary>
/// A toll as it is known: "13", "12–15 (best 13)", "at least 12", "up to 15", "unknown". The words come from the string
/// resources through a lookup by key.
/// </summary>
public sealed class TollWords(Func<string, string> text, CultureInfo culture)
{
    public string Write(Toll toll)
    {
        var bounds = toll switch
        {
            { IsKnown: false } => text("Incidents.Toll.Unknown"),
            { Low: { } low, High: { } high } => low == high ? Number(low) : $"{Number(low)}–{Number(high)}",
            { Low: { } low, Best: null } => Format("AtLeast", low),
            { High: { } high } => Format("UpTo", high),
            { Low: { } low, Best: { } best } when low < best => Format("AtLeast", low),
            { Best: { } best } => Number(best),
            _ => throw new InvalidOperationException($"No words for the toll {toll}."),
        };
        return toll.Best is { } figure && bounds != Number(figure)
            ? string.Format(culture, text("Incidents.Toll.WithBest"), bounds, Number(figure))
            : bounds;
    }

    /// <summary>Whether the best figure is 0 while deaths are possible: it must not be read as "no deaths".</summary>
    public static bool IsOpenZero(Toll toll) => toll is { Best: 0, High: > 0 };

    private string Number(int count) => count.ToString("N0", culture);

    private string Format(string key, int count) =>
        string.Format(culture, text($"Incidents.Toll.{key}"), Number(count));
}
