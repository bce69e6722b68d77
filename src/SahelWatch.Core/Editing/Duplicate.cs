namespace SahelWatch.Editing;

/// <summary>An incident that may be the same event, and what speaks for it.</summary>
/// <param name="Row">Row of the index.</param>
public sealed record Duplicate(int Row, Likeness Likeness);
