using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Editing;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Editing;

public sealed class IncidentDeskTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Withdrawn_incident_leaves_every_view_and_can_come_back()
    {
        var reviewer = await site.PersonAsync("Reviewer", Role.Reviewer);
        const int number = 20;
        var before = await FieldsAsync(number);
        var count = site.Index.Count;

        var refused = await AtDeskAsync(desk => desk.WithdrawAsync(reviewer, number, before.Version, "  ", Stop));
        var withdrawn = await AtDeskAsync(
            desk => desk.WithdrawAsync(reviewer, number, before.Version, "Reported in error", Stop));

        Assert.Equal("Reason", Assert.Single(refused.Problems).Field);
        Assert.Equal(EntryOutcome.Done, withdrawn.Outcome);
        Assert.Equal((count - 1, null), (site.Index.Count, site.Index.RowOf(number)));
        var gone = await FieldsAsync(number);
        Assert.Equal(
            (RevisionKind.Withdrawn, "Reported in error", reviewer.Id),
            (gone.Last.Kind, gone.Last.Reason, gone.Last.AuthorId!.Value));
        Assert.Equal(["status"], gone.Last.Changes.Select(change => change.Field));

        var again = await AtDeskAsync(
            desk => desk.ReinstateAsync(reviewer, number, gone.Version, "It was right", Stop));

        Assert.Equal(EntryOutcome.Done, again.Outcome);
        Assert.Equal(count, site.Index.Count);
        var back = await FieldsAsync(number);
        Assert.Equal(before.Fields, back.Fields);
        Assert.Equal((before.Version + 2, RevisionKind.Reinstated), (back.Version, back.Last.Kind));
    }

    [Fact]
    public async Task Only_reviewers_withdraw_and_only_what_they_saw()
    {
        var editor = await site.PersonAsync("Editor", Role.Editor, Role.Manager, Role.Administrator);
        var reviewer = await site.PersonAsync("Reviewer", Role.Reviewer);
        const int number = 21;
        var version = (await FieldsAsync(number)).Version;

        Assert.Equal(
            EntryOutcome.NotAllowed,
            (await AtDeskAsync(desk => desk.WithdrawAsync(editor, number, version, "Mine", Stop))).Outcome);
        Assert.Equal(
            EntryOutcome.Stale,
            (await AtDeskAsync(desk => desk.WithdrawAsync(reviewer, number, version - 1, "Old", Stop))).Outcome);
        Assert.Equal(
            EntryOutcome.NotAllowed,
            (await AtDeskAsync(desk => desk.ReinstateAsync(reviewer, number, version, "Twice", Stop))).Outcome);
        Assert.Equal(
            EntryOutcome.NotFound,
            (await AtDeskAsync(desk => desk.WithdrawAsync(reviewer, 999_999, 1, "None", Stop))).Outcome);
        Assert.Equal(version, (await FieldsAsync(number)).Version);
    }

    [Fact]
    public async Task Merging_and_parting_gives_both_incidents_their_fields_again()
    {
        var reviewer = await site.PersonAsync("Reviewer", Role.Reviewer);
        var (duplicate, other) = (30, 31);
        var (mine, theirs) = (await FieldsAsync(duplicate), await FieldsAsync(other));
        var count = site.Index.Count;

        var merged = await MergeAsync(reviewer, duplicate, other);

        Assert.Equal(EntryOutcome.Done, merged.Outcome);
        Assert.Equal((count - 1, null), (site.Index.Count, site.Index.RowOf(duplicate)));
        var (gone, grown) = (await FieldsAsync(duplicate), await FieldsAsync(other));
        Assert.Superset(mine.Sources.Concat(theirs.Sources).ToHashSet(), grown.Sources.ToHashSet());
        Assert.Equal($"{other}", Change(gone.Last, IncidentDesk.MergedInto).After);
        Assert.Equal($"{duplicate}", Change(grown.Last, IncidentDesk.MergedFrom).After);

        var parted = await AtDeskAsync(
            desk => desk.UnmergeAsync(reviewer, duplicate, gone.Version, "Two events", Stop));

        Assert.Equal((EntryOutcome.Done, 0), (parted.Outcome, parted.Kept.Count));
        Assert.Equal(count, site.Index.Count);
        Assert.Equal(mine.Fields, (await FieldsAsync(duplicate)).Fields);
        Assert.Equal(theirs.Fields, (await FieldsAsync(other)).Fields);
    }

    [Fact]
    public async Task Many_pairs_part_as_they_were()
    {
        var reviewer = await site.PersonAsync("Reviewer", Role.Reviewer);
        foreach (var (duplicate, other) in Enumerable.Range(0, 25).Select(step => (100 + step, 250 - step)))
        {
            var (mine, theirs) = (await FieldsAsync(duplicate), await FieldsAsync(other));
            Assert.Equal(EntryOutcome.Done, (await MergeAsync(reviewer, duplicate, other)).Outcome);
            var gone = await FieldsAsync(duplicate);
            await AtDeskAsync(desk => desk.UnmergeAsync(reviewer, duplicate, gone.Version, "Two events", Stop));
            Assert.Equal(mine.Fields, (await FieldsAsync(duplicate)).Fields);
            Assert.Equal(theirs.Fields, (await FieldsAsync(other)).Fields);
        }
    }

    [Fact]
    public async Task Merging_in_a_circle_or_into_a_withdrawn_incident_is_refused()
    {
        var reviewer = await site.PersonAsync("Reviewer", Role.Reviewer);
        await MergeAsync(reviewer, 40, 41);

        Assert.Equal(EntryOutcome.NotAllowed, (await MergeAsync(reviewer, 40, 42)).Outcome);
        Assert.Equal("OtherPublished", Assert.Single((await MergeAsync(reviewer, 41, 40)).Problems).Expected);
        Assert.Equal("OtherPublished", Assert.Single((await MergeAsync(reviewer, 42, 42)).Problems).Expected);
        var gone = await FieldsAsync(40);
        var reinstated = await AtDeskAsync(desk => desk.ReinstateAsync(reviewer, 40, gone.Version, "Back", Stop));
        Assert.Equal("NotMerged", Assert.Single(reinstated.Problems).Expected);
    }

    [Fact]
    public async Task Citation_edited_after_the_merge_stays_when_the_two_part()
    {
        var reviewer = await site.PersonAsync("Reviewer", Role.Reviewer);
        var author = await site.PersonAsync("Author", Role.Editor);
        var (duplicate, other) = (50, 51);
        var theirs = await FieldsAsync(other);
        await MergeAsync(reviewer, duplicate, other);
        var gained = (await FieldsAsync(other)).Sources.Except(theirs.Sources).First();

        var mine = (await site.AtDeskAsync(desk => desk.CorrectAsync(author, other, null, Stop))).Entry!;
        var form = mine.Form with
        {
            Citations = [.. mine.Form.Citations.Select(one => one.Source == gained ? one with { Note = "Seen" } : one)],
        };
        mine = (await site.AtDeskAsync(
            desk => desk.SaveAsync(author, mine.Id, mine.Version, form, "Note", false, null, Stop))).Entry!;
        mine = (await StepAsync(author, mine, EntryStep.Submit)).Entry!;
        Assert.Equal(EntryOutcome.Done, (await StepAsync(reviewer, mine, EntryStep.Publish)).Outcome);

        var gone = await FieldsAsync(duplicate);
        var parted = await AtDeskAsync(
            desk => desk.UnmergeAsync(reviewer, duplicate, gone.Version, "Two events", Stop));

        Assert.Equal([gained], parted.Kept);
        Assert.Contains(gained, (await FieldsAsync(other)).Sources);
    }

    [Fact]
    public async Task Earlier_state_is_restored_through_review_as_a_new_revision()
    {
        var (author, reviewer) = (await site.PersonAsync("Author", Role.Editor),
            await site.PersonAsync("Reviewer", Role.Reviewer));
        const int number = 60;
        var first = await FieldsAsync(number);
        var entry = (await site.AtDeskAsync(desk => desk.CorrectAsync(author, number, null, Stop))).Entry!;
        entry = (await site.AtDeskAsync(desk => desk.SaveAsync(
            author, entry.Id, entry.Version, entry.Form with { Title = "Wrong" }, "Title", false, null, Stop))).Entry!;
        entry = (await StepAsync(author, entry, EntryStep.Submit)).Entry!;
        await StepAsync(reviewer, entry, EntryStep.Publish);

        var same = await RestoreAsync(author, number, first.Last.Number + 1);
        var restored = await RestoreAsync(author, number, first.Last.Number);

        Assert.Equal("OtherState", Assert.Single(same.Problems).Expected);
        Assert.Equal(EntryOutcome.Done, restored.Outcome);
        Assert.Equal(EditorialStatus.Draft, restored.Entry!.Status);
        entry = (await site.AtDeskAsync(desk => desk.SaveAsync(
            author, restored.Entry.Id, restored.Entry.Version, restored.Entry.Form, "Restored", false, null, Stop)))
            .Entry!;
        entry = (await StepAsync(author, entry, EntryStep.Submit)).Entry!;
        Assert.Equal(EntryOutcome.Done, (await StepAsync(reviewer, entry, EntryStep.Publish)).Outcome);
        var last = await FieldsAsync(number);
        Assert.Equal(first.Fields.Where(one => one.Field != "checked"), last.Fields.Where(one => one.Field != "checked"));
        Assert.Equal(first.Last.Number + 2, last.Last.Number);
    }

    [Fact]
    public async Task Correction_of_an_incident_withdrawn_meanwhile_is_not_published()
    {
        var (author, reviewer) = (await site.PersonAsync("Author", Role.Editor),
            await site.PersonAsync("Reviewer", Role.Reviewer));
        const int number = 70;
        var entry = (await site.AtDeskAsync(desk => desk.CorrectAsync(author, number, null, Stop))).Entry!;
        entry = (await site.AtDeskAsync(desk => desk.SaveAsync(
            author, entry.Id, entry.Version, entry.Form with { Title = "New" }, "Title", false, null, Stop))).Entry!;
        entry = (await StepAsync(author, entry, EntryStep.Submit)).Entry!;
        var version = (await FieldsAsync(number)).Version;
        await AtDeskAsync(desk => desk.WithdrawAsync(reviewer, number, version, "Error", Stop));

        var published = await StepAsync(reviewer, entry, EntryStep.Publish);

        Assert.Equal("StillPublished", Assert.Single(published.Problems).Expected);
        Assert.Null(site.Index.RowOf(number));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Merge_that_could_tell_a_withheld_place_has_to_be_confirmed(bool isDuplicateSensitive)
    {
        var (author, reviewer) = (await site.PersonAsync("Author", Role.Editor),
            await site.PersonAsync("Reviewer", Role.Reviewer));
        var open = await site.PublishAsync(author, reviewer, DeskFixture.Form());
        var hidden = await site.PublishAsync(author, reviewer, DeskFixture.Form() with { PublicPrecision = "region" });
        var (duplicate, other) = isDuplicateSensitive ? (hidden, open) : (open, hidden);

        var refused = await MergeAsync(reviewer, duplicate, other);
        var merged = await MergeAsync(reviewer, duplicate, other, isConfirmed: true);

        Assert.Equal("ConfirmedPlace", Assert.Single(refused.Problems).Expected);
        Assert.Equal(EntryOutcome.Done, merged.Outcome);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("note")]
    [InlineData("source")]
    [InlineData("history")]
    public async Task Merge_with_one_that_names_a_withheld_place_has_to_be_confirmed(string where)
    {
        var (author, reviewer) = (await site.PersonAsync("Author", Role.Editor),
            await site.PersonAsync("Reviewer", Role.Reviewer));
        var hidden = await site.PublishAsync(
            author, reviewer, DeskFixture.Form("Attack on a market") with
            {
                PlaceName = "Kobaoua", PublicPrecision = "region",
            });
        var coarse = DeskFixture.Form("Attack in the north") with
        {
            Place = "area-bf-12", PlaceName = "Sahel", GeoPrecision = "region",
        };
        const string tells = "It was in Kobaoua";
        var citation = coarse.Citations[0];
        var telling = where switch
        {
            "title" => coarse with { Title = tells },
            "note" => coarse with { Citations = [citation with { Note = tells }] },
            "source" => coarse with { Citations = [citation with { Title = tells }] },
            _ => coarse,
        };
        var open = await site.PublishAsync(author, reviewer, telling, reason: where == "history" ? tells : null);

        var refused = await MergeAsync(reviewer, hidden, open);
        var merged = await MergeAsync(reviewer, hidden, open, isConfirmed: true);

        Assert.Equal("ConfirmedPlace", Assert.Single(refused.Problems).Expected);
        Assert.Equal(EntryOutcome.Done, merged.Outcome);
    }

    private static FieldChange Change(Revision revision, string field) =>
        Assert.Single(revision.Changes, change => change.Field == field);

    private async Task<IncidentResult> MergeAsync(
        Person reviewer, int duplicate, int other, bool isConfirmed = false)
    {
        var (mine, theirs) = (await FieldsAsync(duplicate), await FieldsAsync(other));
        return await AtDeskAsync(desk => desk.MergeAsync(
            reviewer, duplicate, mine.Version, other, theirs.Version, "The same event", isConfirmed, Stop));
    }

    private Task<EntryResult> StepAsync(Person person, Entry entry, EntryStep step) => site.AtDeskAsync(
        desk => desk.StepAsync(person, entry.Id, entry.Version, step, null, [], Stop));

    private Task<EntryResult> RestoreAsync(Person person, int number, int revision) =>
        AtDeskAsync<EarlierState, EntryResult>(earlier => earlier.RestoreAsync(person, number, revision, Stop));

    private Task<T> AtDeskAsync<T>(Func<IncidentDesk, Task<T>> request) => AtDeskAsync<IncidentDesk, T>(request);

    private async Task<T> AtDeskAsync<TDesk, T>(Func<TDesk, Task<T>> request) where TDesk : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await request(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    private Task<Known> FieldsAsync(int number) => site.InDatabaseAsync(async db =>
    {
        var bench = new EntryBench(db, new(), site.Services.GetRequiredService<Lookups>());
        var incident = (await new IncidentPress(db, bench, new()).FindAsync(number, Stop))!;
        return new Known(
            IncidentFields.Of(incident),
            incident.Version,
            incident.Revisions.MaxBy(one => one.Number)!,
            [.. incident.Citations.Select(one => one.Source.Slug)]);
    });

    private sealed record Known(
        IReadOnlyList<(string Field, string? Text)> Fields, int Version, Revision Last, IReadOnlyList<string> Sources);
}
