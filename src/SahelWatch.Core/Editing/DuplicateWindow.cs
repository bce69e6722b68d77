namespace SahelWatch.Editing;

/// <summary>
/// How far apart two reports of one event may lie. What is known less precisely may lie further apart:
/// <see cref="Duplicates"/> says by how much.
/// </summary>
/// <param name="Days">Days between two events whose days are known.</param>
/// <param name="Km">Kilometres between two exact places.</param>
public readonly record struct DuplicateWindow(int Days, double Km);
