using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>What the fields of a record were after any of its revisions, told from the changes alone.</summary>
public static class FieldStates
{
    /// <summary>The fields that had a value after a revision; none before the first.</summary>
    /// <param name="revisions">All of one record.</param>
    public static IReadOnlyDictionary<string, string> At(IEnumerable<Revision> revisions, int number)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var change in revisions.Where(revision => revision.Number <= number)
            .OrderBy(revision => revision.Number).SelectMany(revision => revision.Changes))
        {
            if (change.After is { } text)
            {
                fields[change.Field] = text;
            }
            else
            {
                fields.Remove(change.Field);
            }
        }
        return fields;
    }

    /// <summary>
    /// What differs between the states after two revisions, in the order in which fields were first told.
    /// </summary>
    public static IReadOnlyList<FieldChange> Between(IReadOnlyCollection<Revision> revisions, int from, int to)
    {
        var (before, after) = (At(revisions, from), At(revisions, to));
        return
        [
            .. revisions.OrderBy(revision => revision.Number).SelectMany(revision => revision.Changes)
                .Select(change => change.Field).Distinct()
                .Select(field => new FieldChange
                {
                    Field = field,
                    Before = before.GetValueOrDefault(field),
                    After = after.GetValueOrDefault(field),
                })
                .Where(change => change.Before != change.After),
        ];
    }
}
