using SahelWatch.Hosting;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// What stands behind a view's figures: how many incidents and sources, checked how far, and as of when.
/// </summary>
/// <param name="AsOf">When an incident last changed, UTC.</param>
public sealed record Provenance(int Total, int Sources, int Checked, DateTime? AsOf)
{
    public static Provenance Of(ViewRequest view, IReadOnlyCollection<int> rows) => new(
        rows.Count,
        view.Index.CountSources(rows),
        rows.Count(row => view.Index[row].IsChecked),
        view.Index.AsOf);
}
