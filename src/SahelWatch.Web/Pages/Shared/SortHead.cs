namespace SahelWatch.Pages.Shared;

/// <summary>
/// One column head: its name, where it leads, and the order it stands for now ("ascending", "descending" or null).
/// </summary>
public sealed record SortHead(string Name, string? Link, string? Order, bool IsNumeric = false);
