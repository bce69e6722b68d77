using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Changes;

/// <summary>A revision as one reader may see it: nothing that is withheld from them is in it.</summary>
/// <param name="Author">Name for people of the desk; null for all others.</param>
/// <param name="Reviewer">Who agreed, for people of the desk.</param>
/// <param name="IsReviewed">Whether another person than the author agreed to it.</param>
/// <param name="Reason">Null where it would tell what is withheld.</param>
public sealed record ToldRevision(
    int Id,
    int Number,
    RevisionKind Kind,
    DateTime At,
    bool IsEmbedded,
    string? Author,
    string? Reviewer,
    bool IsReviewed,
    string? Reason,
    IReadOnlyList<ToldChange> Changes)
{
    /// <summary>How the public is told of those who edit, in the API.</summary>
    public const string Editor = "editor";

    /// <summary>How the API tells of the data that comes with the program.</summary>
    public const string Embedded = "embedded data";

    /// <summary>Who made it, as the API tells.</summary>
    public string AuthorCode => IsEmbedded ? Embedded : Author ?? Editor;

    /// <summary>The fields that changed, those that are withheld named as one.</summary>
    public IEnumerable<string> FieldNames => Changes.Select(change => change.Field);

    public static ToldRevision Of(Revision revision, HistoryMask mask, Person? reader, string? reviewer) => new(
        revision.Id,
        revision.Number,
        revision.Kind,
        revision.At,
        revision.Author == SeedLoader.Author && revision.AuthorId is null,
        EntryAccess.MaySeeNames(reader) ? revision.Author : null,
        EntryAccess.MaySeeNames(reader) ? reviewer : null,
        revision.ReviewerId is { } other && other != revision.AuthorId,
        mask.Covers(revision.Reason) ? null : revision.Reason,
        ToldChange.Of(revision.Changes, mask));

    /// <summary>
    /// Whether revisions, given from the latest on, lead back to the state after one of them: nothing since is
    /// withheld.
    /// </summary>
    /// <param name="number">0 for the state before the first.</param>
    public static bool Leads(IReadOnlyCollection<ToldRevision> latestFirst, int number) =>
        number >= 0
        && number <= latestFirst.Count
        && latestFirst.TakeWhile(one => one.Number > number).All(one => !one.Changes.Any(change => change.IsWithheld));

    /// <summary>Who made it, in words.</summary>
    public string AuthorIn(Text text) => IsEmbedded
        ? text["Incidents.EmbeddedSet"]
        : (Author, Reviewer) switch
        {
            ({ } author, { } reviewer) when reviewer != author => text["Changes.AuthorAndReviewer", author, reviewer],
            ({ } author, _) => author,
            _ => text[IsReviewed ? "Changes.EditorReviewed" : "Changes.Editor"],
        };

    /// <summary>Why, in words.</summary>
    public string ReasonIn(Text text) => this switch
    {
        { Reason: null } => text["Changes.ReasonWithheld"],
        { IsEmbedded: true, Reason: SeedLoader.LoadedReason } => text["Incidents.Revision.Loaded"],
        { IsEmbedded: true, Reason: SeedLoader.UpdatedReason } => text["Incidents.Revision.Updated"],
        _ => Reason!,
    };

    /// <summary>Whether the reason is a text that people wrote, in the data's language.</summary>
    public bool IsReasonData =>
        Reason is not null && !(IsEmbedded && Reason is SeedLoader.LoadedReason or SeedLoader.UpdatedReason);
}

/// <summary>One field before and after; both null where its values are withheld.</summary>
public sealed record ToldChange(string Field, string? Before, string? After, bool IsWithheld)
{
    /// <summary>Stands for every field that would tell a place which is withheld.</summary>
    public const string WithheldPlace = "location";

    /// <summary>
    /// The changes without what is withheld. Fields of the location are told as one, so that even which of them changed
    /// says nothing of the place.
    /// </summary>
    public static IReadOnlyList<ToldChange> Of(IEnumerable<FieldChange> changes, HistoryMask mask) =>
    [
        .. changes
            .Select(change => mask.CoversField(change.Field)
                ? new ToldChange(WithheldPlace, null, null, IsWithheld: true)
                : mask.Covers(change)
                    ? new ToldChange(change.Field, null, null, IsWithheld: true)
                    : new ToldChange(change.Field, change.Before, change.After, IsWithheld: false))
            .Distinct(),
    ];
}
