using SahelWatch.Editing;

namespace SahelWatch.Pages.Changes;

/// <summary>One field before and after as a page shows it.</summary>
/// <param name="Parts">Its words, for text that was changed; null for all other fields.</param>
/// <param name="Kept">Entries of a list that stayed.</param>
/// <param name="IsData">Whether the values are text in the data's language.</param>
public sealed record ShownChange(
    string Name,
    bool IsWithheld,
    IReadOnlyList<TextPart>? Parts,
    IReadOnlyList<string> Removed,
    IReadOnlyList<string> Added,
    int Kept,
    bool IsData)
{
    public static ShownChange Of(ToldChange change, FieldWords words, string? record)
    {
        var name = words.NameOf(change.Field);
        if (change.IsWithheld || change is { Before: null, After: null })
        {
            return new ShownChange(name, IsWithheld: true, null, [], [], 0, IsData: false);
        }
        var isProse = FieldWords.IsProse(change.Field);
        if (isProse && change is { Before: { } old, After: { } now })
        {
            return new ShownChange(name, false, WordDiff.Of(old, now), [], [], 0, IsData: true);
        }
        var before = change.Before is { } was ? words.Lines(change.Field, was, record) : [];
        var after = change.After is { } becomes ? words.Lines(change.Field, becomes, record) : [];
        List<string> removed = [.. before.Where(line => !after.Contains(line))];
        List<string> added = [.. after.Where(line => !before.Contains(line))];
        return removed.Count + added.Count == 0
            ? new ShownChange(name, false, null, before, after, 0, isProse)
            : new ShownChange(name, false, null, removed, added, before.Count(after.Contains), isProse);
    }
}
