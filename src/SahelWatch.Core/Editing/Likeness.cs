namespace SahelWatch.Editing;

/// <summary>What speaks for two reports being of one event.</summary>
/// <param name="Days">Days between the two; 0 where they share one.</param>
/// <param name="Km">Kilometres between the two points; null where the event has none yet.</param>
/// <param name="IsNear">Whether the two lie within the window of what precise days and places may differ by.</param>
/// <param name="Actors">Slugs of the actors that both name.</param>
/// <param name="Sources">How many sources both cite.</param>
/// <param name="Score">Rank: higher is more alike.</param>
public sealed record Likeness(
    int Days, double? Km, bool IsNear, IReadOnlyList<string> Actors, int Sources, int Score)
{
    /// <summary>Null where too little speaks for it.</summary>
    /// <param name="km">Null where a point is unknown, or the two lie farther apart than precisions leave open.</param>
    /// <param name="areDaysKnown">Whether both are dated to the day.</param>
    /// <param name="actors">Asked for last: it costs the most.</param>
    internal static Likeness? Of(
        int days, double? km, bool areDaysKnown, int sources, Func<List<string>> actors, DuplicateWindow window)
    {
        var isDateNear = days <= window.Days;
        if (km is null && (sources == 0 || !isDateNear))
        {
            return null;
        }
        var isNear = isDateNear && km <= window.Km;
        var shared = actors();
        if (!isNear && sources == 0 && shared.Count == 0)
        {
            return null;
        }
        var score = (sources > 0 ? 4 : 0)
            + (days == 0 && areDaysKnown ? 3 : isDateNear ? 2 : 0)
            + (km is null ? 0 : km <= window.Km ? 3 : 1)
            + (shared.Count > 0 ? 2 : 0);
        return new Likeness(days, km, isNear, shared, sources, score);
    }
}
