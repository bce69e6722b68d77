namespace SahelWatch.Editing;

/// <summary>Two people changed one form from the same base: what each did, and the form with both.</summary>
public static class EntryMerge
{
    /// <summary>The fields in which mine and theirs differ, with what they were before.</summary>
    public static IReadOnlyList<EntryDifference> Compare(EntryForm before, EntryForm mine, EntryForm theirs) =>
    [
        .. EntryFields.All
            .Select(field => new EntryDifference(
                field, field.Text(before), field.Text(mine), field.Text(theirs)))
            .Where(difference => difference.Mine != difference.Theirs),
    ];

    /// <summary>Mine, with their text in the fields named.</summary>
    public static EntryForm Take(EntryForm mine, EntryForm theirs, IReadOnlyCollection<string> fields) =>
        EntryFields.All.Where(field => fields.Contains(field.Name))
            .Aggregate(mine, (form, field) => field.Take(theirs, form));

    /// <summary>Mine, with their text wherever I changed nothing.</summary>
    public static EntryForm TakeUntouched(EntryForm before, EntryForm mine, EntryForm theirs) =>
        Take(mine, theirs, [.. Compare(before, mine, theirs).Where(one => !one.IsMine).Select(one => one.Field.Name)]);
}

/// <summary>One field in which two people's texts differ.</summary>
public sealed record EntryDifference(EntryField Field, string? Before, string? Mine, string? Theirs)
{
    /// <summary>Whether I changed it.</summary>
    public bool IsMine => Mine != Before;

    /// <summary>Whether the other person changed it.</summary>
    public bool IsTheirs => Theirs != Before;

    /// <summary>Whether somebody has to choose.</summary>
    public bool IsConflict => IsMine && IsTheirs;
}
