using SahelWatch.Editing;
using SahelWatch.Incidents;

namespace SahelWatch.Tests.Editing;

public sealed class WorkflowTests
{
    [Fact]
    public void Only_a_reviewer_who_is_not_the_author_publishes()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var isOwn in new[] { true, false })
            {
                var rule = Workflow.Find(EditorialStatus.InReview, EntryStep.Publish, [role], isOwn, alone: false);
                Assert.Equal(role == Role.Reviewer && !isOwn, rule is not null);
            }
        }
        Assert.NotNull(Workflow.Find(
            EditorialStatus.InReview, EntryStep.Publish, [Role.Editor, Role.Reviewer], isOwn: true, alone: true));
    }

    [Fact]
    public void No_step_leads_to_published_but_from_review_or_after_a_withdrawal() => Assert.Equal(
        [(EditorialStatus.InReview, EntryStep.Publish), (EditorialStatus.Withdrawn, EntryStep.Reinstate)],
        Workflow.Rules.Where(rule => rule.To == EditorialStatus.Published).Select(rule => (rule.From, rule.Step)));

    [Fact]
    public void No_role_but_editor_and_reviewer_takes_a_step() => Assert.All(
        Workflow.Rules, rule => Assert.Contains(rule.Role, new[] { Role.Editor, Role.Reviewer }));
}
