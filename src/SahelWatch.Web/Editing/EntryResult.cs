namespace SahelWatch.Editing;

/// <summary>
/// How a request to the desk ended. Nothing was changed unless it is <see cref="EntryOutcome.Done"/>.
/// </summary>
/// <param name="Entry">The entry as it is now; null where there is none, or the person may not see it.</param>
/// <param name="Problems">What has to be mended first, by the form's fields.</param>
/// <param name="Number">Public number of the incident, where one was changed.</param>
public sealed record EntryResult(
    EntryOutcome Outcome, Entry? Entry, IReadOnlyList<Problem> Problems, int? Number = null)
{
    public static readonly EntryResult NotFound = new(EntryOutcome.NotFound, null, []);

    public static EntryResult Done(Entry? entry, int? number = null) => new(EntryOutcome.Done, entry, [], number);

    public static EntryResult NotAllowed(Entry? entry) => new(EntryOutcome.NotAllowed, entry, []);

    public static EntryResult Invalid(Entry? entry, params IReadOnlyList<Problem> problems) =>
        new(EntryOutcome.Invalid, entry, problems);

    /// <summary>Another save came first.</summary>
    public static EntryResult Stale(Entry entry) => new(EntryOutcome.Stale, entry, []);

    /// <summary>The incident was changed since its correction began.</summary>
    public static EntryResult Outdated(Entry entry) => new(EntryOutcome.Outdated, entry, []);
}

/// <summary>How a request to the desk ended.</summary>
public enum EntryOutcome
{
    Done,
    NotFound,
    NotAllowed,
    Invalid,
    Stale,
    Outdated,
}
