using SahelWatch.Editing;

namespace SahelWatch.Pages.Desk.Entries;

/// <summary>Two texts of one entry side by side, field by field, for somebody to choose.</summary>
/// <param name="IsOutdated">Whether the incident was changed; otherwise another tab or device saved the entry.</param>
/// <param name="Mine">What was typed here.</param>
/// <param name="Version">Version of the entry that the merged form is to follow.</param>
/// <param name="MergedVersion">Version of the incident that it is to follow; null where that did not change.</param>
/// <param name="Before">What both began with, as JSON.</param>
public sealed record ConflictView(
    bool IsOutdated,
    EntryForm Mine,
    IReadOnlyList<EntryDifference> Differences,
    int Version,
    int? MergedVersion,
    string Before)
{
    /// <summary>Fields that both changed.</summary>
    public IEnumerable<EntryDifference> Choices => Differences.Where(one => one.IsConflict);

    public IEnumerable<EntryDifference> OnlyMine => Differences.Where(one => one.IsMine && !one.IsTheirs);

    public IEnumerable<EntryDifference> OnlyTheirs => Differences.Where(one => !one.IsMine);
}
