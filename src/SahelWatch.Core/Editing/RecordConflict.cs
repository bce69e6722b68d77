namespace SahelWatch.Editing;

/// <summary>
/// Two edits of one state: what each made of every field. A field that one of them left alone goes with the other; of
/// those that both changed, to different texts, someone has to choose.
/// </summary>
public sealed record RecordConflict(IReadOnlyList<FieldConflict> Fields)
{
    /// <param name="begun">
    /// The state that both began with; null where it is not known, then every difference is open.
    /// </param>
    public static RecordConflict Of(
        IReadOnlyDictionary<string, string?>? begun,
        IReadOnlyDictionary<string, string?> mine,
        IReadOnlyDictionary<string, string?> theirs) => new(
        [
            .. theirs.Keys.Where(field => mine.GetValueOrDefault(field) != theirs[field])
                .Select(field => new FieldConflict(
                    field, mine.GetValueOrDefault(field), theirs[field], Taken(begun, field, mine, theirs))),
        ]);

    private static Side? Taken(
        IReadOnlyDictionary<string, string?>? begun,
        string field,
        IReadOnlyDictionary<string, string?> mine,
        IReadOnlyDictionary<string, string?> theirs)
    {
        if (begun is null)
        {
            return null;
        }
        var before = begun.GetValueOrDefault(field);
        return mine.GetValueOrDefault(field) == before
            ? Side.Theirs
            : theirs[field] == before ? Side.Mine : null;
    }
}

/// <summary>One field that two edits left different.</summary>
/// <param name="Taken">Whose text goes, where only one of them changed it.</param>
public sealed record FieldConflict(string Field, string? Mine, string? Theirs, Side? Taken);

public enum Side
{
    Mine,
    Theirs,
}
