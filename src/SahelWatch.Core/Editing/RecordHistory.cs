using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>Earlier states of a record, from its present texts and its revisions.</summary>
public static class RecordHistory
{
    /// <summary>The texts as they were before some revisions, given from the latest on.</summary>
    public static Dictionary<string, string?> Before(
        IReadOnlyDictionary<string, string?> texts, IEnumerable<Revision> latestFirst)
    {
        var before = new Dictionary<string, string?>(texts, StringComparer.Ordinal);
        foreach (var change in latestFirst.SelectMany(revision => revision.Changes)
            .Where(change => before.ContainsKey(change.Field)))
        {
            before[change.Field] = change.Before;
        }
        return before;
    }
}
