using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// Who may take which step from which status, and where it leads: the one table that pages, endpoints and tests read.
/// </summary>
public static class Workflow
{
    public static readonly IReadOnlyList<WorkflowRule> Rules =
    [
        new(EditorialStatus.Draft, EntryStep.Save, EditorialStatus.Draft, Role.Editor, Ownership.Own),
        new(EditorialStatus.Draft, EntryStep.Submit, EditorialStatus.InReview, Role.Editor, Ownership.Own),
        new(EditorialStatus.Draft, EntryStep.Discard, EditorialStatus.Discarded, Role.Editor, Ownership.Own),
        new(EditorialStatus.Draft, EntryStep.Comment, EditorialStatus.Draft, Role.Editor, Ownership.Own),
        new(EditorialStatus.Discarded, EntryStep.Reopen, EditorialStatus.Draft, Role.Editor, Ownership.Own),
        new(EditorialStatus.InReview, EntryStep.TakeBack, EditorialStatus.Draft, Role.Editor, Ownership.Own),
        new(EditorialStatus.InReview, EntryStep.Comment, EditorialStatus.InReview, Role.Editor, Ownership.Own),
        new(EditorialStatus.InReview, EntryStep.Comment, EditorialStatus.InReview, Role.Reviewer, Ownership.Any),
        new(EditorialStatus.InReview, EntryStep.Return, EditorialStatus.Draft, Role.Reviewer, Ownership.Other),
        new(EditorialStatus.InReview, EntryStep.Publish, EditorialStatus.Published, Role.Reviewer, Ownership.Other),
        new(EditorialStatus.Published, EntryStep.Withdraw, EditorialStatus.Withdrawn, Role.Reviewer, Ownership.Any),
        new(EditorialStatus.Withdrawn, EntryStep.Reinstate, EditorialStatus.Published, Role.Reviewer, Ownership.Any),
    ];

    /// <summary>
    /// The rule that lets a person take a step; null where none does. In an installation of one person
    /// (<paramref name="alone"/>) the author may do what else takes another person.
    /// </summary>
    public static WorkflowRule? Find(
        EditorialStatus from, EntryStep step, IReadOnlyCollection<Role> roles, bool isOwn, bool alone) =>
        Rules.FirstOrDefault(rule =>
            rule.From == from
            && rule.Step == step
            && roles.Contains(rule.Role)
            && rule.Ownership switch
            {
                Ownership.Own => isOwn,
                Ownership.Other => !isOwn || alone,
                _ => true,
            });
}

/// <summary>One line of the workflow.</summary>
public sealed record WorkflowRule(
    EditorialStatus From, EntryStep Step, EditorialStatus To, Role Role, Ownership Ownership);

/// <summary>Whose entry a step is about.</summary>
public enum Ownership
{
    /// <summary>The person's own.</summary>
    Own,

    /// <summary>Another person's.</summary>
    Other,

    Any,
}
