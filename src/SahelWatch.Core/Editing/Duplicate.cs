namespace SahelWatch.Editing;

/// <summary>An incident that may be the same event, and what speaks for it.</summary>
/// <param name="Row">Row of the index.</param>
/// <param name="Days">Days between the two; 0 where they share one.</param>
/// <param name="Km">Kilometres between the two points; null where the event has none yet.</param>
/// <param name="IsNear">Whether the two lie within the window of what precise days and places may differ by.</param>
/// <param name="Actors">Slugs of the actors that both name.</param>
/// <param name="Sources">How many sources both cite.</param>
/// <param name="Score">Rank: higher is more alike.</param>
public sealed record Duplicate(
    int Row, int Days, double? Km, bool IsNear, IReadOnlyList<string> Actors, int Sources, int Score);
