namespace SahelWatch.Editing;

/// <summary>
/// How a request about a published or withdrawn incident ended; nothing was changed unless it is done.
/// </summary>
/// <param name="Problems">What has to be mended first, by the fields of the form.</param>
/// <param name="Kept">What a merge had added and was left, because it was edited since.</param>
public sealed record IncidentResult(
    EntryOutcome Outcome, IReadOnlyList<Problem> Problems, IReadOnlyList<string> Kept)
{
    public static readonly IncidentResult Done = new(EntryOutcome.Done, [], []);

    public static readonly IncidentResult NotFound = new(EntryOutcome.NotFound, [], []);

    public static readonly IncidentResult NotAllowed = new(EntryOutcome.NotAllowed, [], []);

    /// <summary>Another change came first.</summary>
    public static readonly IncidentResult Stale = new(EntryOutcome.Stale, [], []);

    public static IncidentResult Invalid(params IReadOnlyList<Problem> problems) =>
        new(EntryOutcome.Invalid, problems, []);
}
