using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Editing;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Editing;

/// <summary>The workflow as it is really done, against the table that states it.</summary>
public sealed class WorkflowStepsTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_step_from_every_status_by_every_role_is_done_exactly_where_the_table_allows_it()
    {
        EntryStep[] steps = [.. Enum.GetValues<EntryStep>()
            .Except([EntryStep.Save, EntryStep.Withdraw, EntryStep.Reinstate])];
        EditorialStatus[] states =
            [EditorialStatus.Draft, EditorialStatus.InReview, EditorialStatus.Published, EditorialStatus.Discarded];
        var author = await site.PersonAsync("Author", Role.Editor);
        var reviewer = await site.PersonAsync("Reviewer", Role.Reviewer);
        var tried = 0;
        foreach (var role in Enum.GetValues<Role>())
        {
            var other = await site.PersonAsync($"Other {role}", role);
            foreach (var state in states)
            {
                foreach (var step in steps)
                {
                    foreach (var isOwn in new[] { true, false })
                    {
                        var entry = await InAsync(state, author, reviewer);
                        var person = isOwn ? author with { Roles = [role] } : other;
                        var result = await StepAsync(person, entry, step);

                        var rule = Workflow.Rules.FirstOrDefault(one => one.From == state && one.Step == step
                            && one.Role == role
                            && one.Ownership switch { Ownership.Own => isOwn, Ownership.Other => !isOwn, _ => true });
                        Assert.True(
                            (rule is not null) == (result.Outcome == EntryOutcome.Done),
                            $"{state} {step} {role} own={isOwn}: {result.Outcome}");
                        var now = await site.InDatabaseAsync(db => db.Entries.SingleAsync(one => one.Id == entry.Id, Stop));
                        Assert.Equal(rule?.To ?? state, now.Status);
                        tried++;
                    }
                }
            }
        }
        Assert.Equal(5 * states.Length * steps.Length * 2, tried);
    }

    [Fact]
    public async Task Whatever_people_do_each_published_incident_is_sourced_dated_placed_and_reviewed()
    {
        Role[][] roles =
        [
            [Role.Editor], [Role.Editor, Role.Reviewer], [Role.Reviewer], [Role.Manager], [Role.Editor, Role.Reviewer],
        ];
        var people = new List<Person>();
        foreach (var held in roles)
        {
            people.Add(await site.PersonAsync("Somebody", held));
        }
        var known = await PublishedAsync();
        await Gen.Select(Gen.Int[0, 13], Gen.Int[0, roles.Length - 1], Gen.Int[0, 1000], Gen.Int[0, 1000])
            .Array[25]
            .SampleAsync(
                async acts =>
                {
                    foreach (var (act, who, first, second) in acts)
                    {
                        await ActAsync(act, people[who], first, second);
                    }
                },
                iter: 12, threads: 1, seed: "0N0XIzNsQ0O2");

        var after = await PublishedAsync();
        Assert.Superset(known.Keys.ToHashSet(), after.Keys.ToHashSet());
        Assert.Contains(after.Values, one => one.IsEdited);
        foreach (var (number, one) in after)
        {
            Assert.True(one.Version == one.Revisions, $"{number}: version {one.Version}, {one.Revisions} revisions");
            Assert.True(one.Sources >= 1 && one.Start > new DateOnly(1900, 1, 1) && one.IsPrecise, $"{number}");
            Assert.True(one.IsReviewed, $"{number} was published without a reviewer other than the author");
        }
    }

    private async Task ActAsync(int act, Person person, int first, int second)
    {
        var number = 1 + first % 40;
        if (act <= 1)
        {
            var form = second % 3 == 0 ? new EntryForm { Title = "Empty" } : DeskFixture.Form($"Synthetic {first} {second}");
            await site.AtDeskAsync(desk => desk.BeginAsync(person, form, null, null, Stop));
            return;
        }
        if (act == 2)
        {
            var begun = await site.AtDeskAsync(desk => desk.CorrectAsync(person, number, null, Stop));
            if (begun.Entry is { Status: EditorialStatus.Draft } entry)
            {
                var form = second % 4 == 0
                    ? entry.Form with { Citations = [] }
                    : entry.Form with { Summary = $"Synthetic summary {second}." };
                await site.AtDeskAsync(desk => desk.SaveAsync(
                    person, entry.Id, entry.Version, form, "Synthetic", false, null, Stop));
            }
            return;
        }
        if (act <= 10)
        {
            var entries = await site.InDatabaseAsync(db => db.Entries.AsNoTracking()
                .Where(one => one.Status != EditorialStatus.Published)
                .OrderByDescending(one => one.Id).Take(12).ToListAsync(Stop));
            if (entries.Count > 0)
            {
                EntryStep[] steps =
                [
                    EntryStep.Submit, EntryStep.Publish, EntryStep.Submit, EntryStep.Publish, EntryStep.Return,
                    EntryStep.TakeBack, EntryStep.Discard, EntryStep.Reopen,
                ];
                var entry = entries[first % entries.Count];
                await StepAsync(person, entry, steps[act - 3]);
            }
            return;
        }
        var (one, two) = (await VersionAsync(number), await VersionAsync(1 + second % 40));
        await using var scope = site.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<IncidentDesk>();
        _ = act switch
        {
            11 => await desk.WithdrawAsync(person, number, one, "Synthetic", Stop),
            12 => await desk.MergeAsync(
                person, number, one, 1 + second % 40, two, "Synthetic", isConfirmed: first % 2 == 0, Stop),
            _ when second % 2 == 0 => await desk.UnmergeAsync(person, number, one, "Synthetic", Stop),
            _ => await desk.ReinstateAsync(person, number, one, "Synthetic", Stop),
        };
    }

    private Task<int> VersionAsync(int number) => site.InDatabaseAsync(
        db => db.Incidents.Where(one => one.Number == number).Select(one => one.Version).SingleAsync(Stop));

    /// <summary>An entry of the author in a status.</summary>
    private async Task<Entry> InAsync(EditorialStatus status, Person author, Person reviewer)
    {
        var entry = (await site.AtDeskAsync(desk => desk.BeginAsync(author, DeskFixture.Form(), null, null, Stop))).Entry!;
        EntryStep[] way = status switch
        {
            EditorialStatus.Draft => [],
            EditorialStatus.Discarded => [EntryStep.Discard],
            EditorialStatus.InReview => [EntryStep.Submit],
            _ => [EntryStep.Submit, EntryStep.Publish],
        };
        foreach (var step in way)
        {
            entry = (await StepAsync(step == EntryStep.Publish ? reviewer : author, entry, step)).Entry!;
        }
        Assert.Equal(status, entry.Status);
        return entry;
    }

    private Task<EntryResult> StepAsync(Person person, Entry entry, EntryStep step) => site.AtDeskAsync(
        desk => desk.StepAsync(person, entry.Id, entry.Version, step, "Synthetic", [], Stop));

    private Task<Dictionary<int, Known>> PublishedAsync() => site.InDatabaseAsync(db => db.Incidents.AsNoTracking()
        .Select(one => new
        {
            one.Number, one.Version, one.StartsOn, one.GeoPrecision,
            Sources = one.Citations.Count,
            Revisions = one.Revisions.Count,
            IsEdited = one.Revisions.Any(revision => revision.AuthorId != null),
            IsReviewed = one.Revisions.All(revision => revision.AuthorId == null
                || revision.Kind == RevisionKind.Withdrawn || revision.Kind == RevisionKind.Reinstated
                || revision.Changes.Any(change => change.Field == IncidentDesk.MergedFrom)
                || (revision.ReviewerId != null && revision.ReviewerId != revision.AuthorId)),
        })
        .ToDictionaryAsync(
            one => one.Number,
            one => new Known(
                one.Version, one.Revisions, one.Sources, one.StartsOn, Enum.IsDefined(one.GeoPrecision), one.IsEdited,
                one.IsReviewed),
            Stop));

    private sealed record Known(
        int Version, int Revisions, int Sources, DateOnly Start, bool IsPrecise, bool IsEdited, bool IsReviewed);
}
