using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Editing;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Editing;

public sealed class EntryDeskTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Form_that_arrives_twice_at_once_begins_one_entry()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var key = Guid.NewGuid();
        var form = DeskFixture.Form("Sent twice at once");

        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            site.AtDeskAsync(desk => desk.BeginAsync(author, form, "Why", key, Stop))));

        Assert.All(begun, one => Assert.Equal(EntryOutcome.Done, one.Outcome));
        Assert.Single(begun.Select(one => one.Entry!.Id).Distinct());
    }

    [Fact]
    public async Task Key_of_a_form_opens_no_entry_of_another_person()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var other = await site.PersonAsync("Other", Role.Editor, Role.Reviewer);
        var key = Guid.NewGuid();
        var mine = await site.AtDeskAsync(desk => desk.BeginAsync(author, DeskFixture.Form(), null, key, Stop));

        var theirs = await site.AtDeskAsync(desk => desk.BeginAsync(other, DeskFixture.Form(), null, key, Stop));

        Assert.Equal((EntryOutcome.Done, other.Id), (theirs.Outcome, theirs.Entry!.AuthorId));
        Assert.NotEqual(mine.Entry!.Id, theirs.Entry.Id);
    }

    [Fact]
    public async Task Entry_is_published_by_another_person_and_counted_at_once()
    {
        var (author, reviewer) = await PeopleAsync();
        var before = site.Index.Count;

        var begun = (await site.AtDeskAsync(desk => desk.BeginAsync(author, DeskFixture.Form(), null, null, Stop))).Entry!;
        var submitted = await StepAsync(author, begun, EntryStep.Submit);
        var published = await StepAsync(reviewer, submitted.Entry!, EntryStep.Publish);

        Assert.Equal(EntryOutcome.Done, published.Outcome);
        Assert.Equal(before + 1, site.Index.Count);
        Assert.NotNull(site.Index.RowOf(published.Number!.Value));
        var incident = await IncidentAsync(published.Number.Value);
        Assert.Equal("BF-12", incident.Region!.Code);
        Assert.Equal((3, 4, 6), (incident.DeathsLow, incident.DeathsBest, incident.DeathsHigh));
        Assert.Equal(3, Assert.Single(incident.Citations).Credibility);
        var revision = Assert.Single(incident.Revisions);
        Assert.Equal(
            (RevisionKind.Added, author.Id, reviewer.Id),
            (revision.Kind, revision.AuthorId!.Value, revision.ReviewerId!.Value));
        Assert.True(incident.IsChecked);
    }

    [Fact]
    public async Task Author_cannot_publish_and_nobody_sees_the_draft_of_another()
    {
        var author = await site.PersonAsync("Author", Role.Editor, Role.Reviewer);
        var other = await site.PersonAsync("Other", Role.Editor, Role.Reviewer);
        var begun = (await site.AtDeskAsync(desk => desk.BeginAsync(author, DeskFixture.Form(), null, null, Stop))).Entry!;

        Assert.Null(await site.AtDeskAsync(desk => desk.FindAsync(other, begun.Id, Stop)));
        Assert.Equal(EntryOutcome.NotFound, (await StepAsync(other, begun, EntryStep.Discard)).Outcome);
        var submitted = await StepAsync(author, begun, EntryStep.Submit);
        Assert.Equal(EntryOutcome.NotAllowed, (await StepAsync(author, submitted.Entry!, EntryStep.Publish)).Outcome);
        Assert.Equal(EntryOutcome.Done, (await StepAsync(other, submitted.Entry!, EntryStep.Publish)).Outcome);
    }

    [Fact]
    public async Task Incomplete_entry_is_kept_but_not_handed_on()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var form = new EntryForm { Title = "Only a title", StartsOn = "20 octobre", Latitude = "nord" };

        var begun = (await site.AtDeskAsync(desk => desk.BeginAsync(author, form, null, null, Stop))).Entry!;
        var refused = await StepAsync(author, begun, EntryStep.Submit);

        Assert.Equal(EntryOutcome.Invalid, refused.Outcome);
        Assert.Superset(
            new HashSet<string> { "Summary", "StartsOn", "Latitude", "Longitude", "SubType", "Citations", "Country" },
            refused.Problems.Select(problem => problem.Field).ToHashSet());
        var kept = await site.AtDeskAsync(desk => desk.FindAsync(author, begun.Id, Stop));
        Assert.Equal((EditorialStatus.Draft, "20 octobre"), (kept!.Status, kept.Form.StartsOn));
    }

    [Fact]
    public async Task Second_save_of_one_version_is_stale_and_overwrites_nothing()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var begun = (await site.AtDeskAsync(desk => desk.BeginAsync(author, DeskFixture.Form(), null, null, Stop))).Entry!;

        var first = await SaveAsync(author, begun, DeskFixture.Form("First"));
        var second = await SaveAsync(author, begun, DeskFixture.Form("Second"));

        Assert.Equal((EntryOutcome.Done, EntryOutcome.Stale), (first.Outcome, second.Outcome));
        Assert.Equal("First", second.Entry!.Form.Title);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("An earlier state")]
    public async Task Correction_begun_twice_at_once_is_one(string? title)
    {
        var author = await site.PersonAsync($"Twice {title}", Role.Editor);
        const int number = 30;
        var form = title is null ? null : DeskFixture.Form(title);

        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            site.AtDeskAsync(desk => desk.CorrectAsync(author, number, form, Stop))));

        Assert.All(begun, one => Assert.Equal((EntryOutcome.Done, begun[0].Entry!.Id), (one.Outcome, one.Entry!.Id)));
    }

    [Fact]
    public async Task Correction_is_a_revision_and_one_of_an_older_state_has_to_be_merged()
    {
        var (author, reviewer) = await PeopleAsync();
        var rival = await site.PersonAsync("Rival", Role.Editor);
        const int number = 10;
        var mine = (await site.AtDeskAsync(desk => desk.CorrectAsync(author, number, null, Stop))).Entry!;
        var theirs = (await site.AtDeskAsync(desk => desk.CorrectAsync(rival, number, null, Stop))).Entry!;
        var unchanged = await StepAsync(author, mine, EntryStep.Submit);
        Assert.Equal(["Reason", "Reason"], unchanged.Problems.Select(problem => problem.Field));

        mine = (await SaveAsync(author, mine, mine.Form with { Title = "Mine" }, "Title")).Entry!;
        theirs = (await SaveAsync(rival, theirs, theirs.Form with { Title = "Theirs" }, "Title")).Entry!;
        theirs = (await StepAsync(rival, theirs, EntryStep.Submit)).Entry!;
        Assert.Equal(EntryOutcome.Done, (await StepAsync(reviewer, theirs, EntryStep.Publish)).Outcome);

        var outdated = await StepAsync(author, mine, EntryStep.Submit);

        Assert.Equal(EntryOutcome.Outdated, outdated.Outcome);
        var incident = await IncidentAsync(number);
        Assert.Equal("Theirs", incident.Title);
        Assert.Equal(
            ["title"], incident.Revisions.MaxBy(one => one.Number)!.Changes.Select(change => change.Field));
        var merged = await site.AtDeskAsync(desk => desk.SaveAsync(
            author, mine.Id, mine.Version, mine.Form, "Title", false, incident.Version, Stop));
        var submitted = await StepAsync(author, merged.Entry!, EntryStep.Submit);
        Assert.Equal(EntryOutcome.Done, submitted.Outcome);
    }

    [Fact]
    public async Task Every_embedded_incident_reads_back_from_its_form_unchanged()
    {
        var numbers = await site.InDatabaseAsync(
            db => db.Incidents.Where(one => one.SeedKey != null).Select(one => one.Number).ToListAsync(Stop));
        Assert.NotEmpty(numbers);

        foreach (var number in numbers)
        {
            var differences = await site.InDatabaseAsync(async db =>
            {
                var bench = new EntryBench(db, new(), site.Services.GetRequiredService<Lookups>());
                var incident = (await new IncidentPress(db, bench, new()).FindAsync(number, Stop))!;
                var before = IncidentFields.Of(incident);
                var reading = await bench.ReadAsync(EntryForms.Of(incident), number, Site.Now, Stop);
                Assert.True(reading.Problems.Count == 0, $"{number}: {string.Join("; ", reading.Problems)}");
                IncidentState.Apply(reading.Incident!, incident);
                return IncidentFields.Differences(before, IncidentFields.Of(incident));
            });
            Assert.True(
                differences.Count == 0,
                $"{number}: {string.Join("; ", differences.Select(one => $"{one.Field} {one.Before} {one.After}"))}");
        }
    }

    [Fact]
    public async Task Sensitive_incident_holds_its_region_alone()
    {
        var (author, reviewer) = await PeopleAsync();
        var form = DeskFixture.Form() with { PublicPrecision = "region", PlaceName = "Kobaoua" };

        var number = await PublishAsync(author, reviewer, form);

        var incident = await IncidentAsync(number);
        Assert.Equal(
            (true, GeoPrecision.Region, "BF-12"),
            (incident.IsPlaceWithheld, incident.GeoPrecision, incident.Region!.Code));
        Assert.NotEqual("Kobaoua", incident.PlaceName);
        Assert.NotEqual(14.1, incident.Latitude);
        var exact = await site.InDatabaseAsync(
            db => db.ExactPlaces.SingleAsync(one => one.IncidentId == incident.Id, Stop));
        Assert.Equal(("Kobaoua", 14.1), (exact.PlaceName, exact.Latitude));
        Assert.DoesNotContain(
            incident.Revisions.SelectMany(one => one.Changes), change => change.After?.Contains("Kobaoua") == true);
    }

    [Fact]
    public async Task Text_that_names_the_withheld_place_is_refused()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var form = DeskFixture.Form("Attaque à Kobaoua") with { PublicPrecision = "region", PlaceName = "Kobaoua" };
        var begun = (await site.AtDeskAsync(desk => desk.BeginAsync(author, form, null, null, Stop))).Entry!;

        var refused = await StepAsync(author, begun, EntryStep.Submit);

        Assert.Equal(["Title"], refused.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public async Task Editor_of_a_region_takes_no_incident_out_of_another()
    {
        var (author, reviewer) = await PeopleAsync();
        var number = await PublishAsync(author, reviewer, DeskFixture.Form());
        var limited = (await site.PersonAsync("Limited", Role.Editor)) with { Regions = ["ML-7"] };
        var entry = (await site.AtDeskAsync(desk => desk.CorrectAsync(limited, number, null, Stop))).Entry!;
        var form = entry.Form with
        {
            Place = null, PlaceName = "Moved", Country = "MLI", Latitude = "16.27", Longitude = "-0.04",
        };
        entry = (await site.AtDeskAsync(desk =>
            desk.SaveAsync(limited, entry.Id, entry.Version, form, "Moved", false, null, Stop))).Entry!;

        var refused = await site.AtDeskAsync(desk =>
            desk.StepAsync(limited, entry.Id, entry.Version, EntryStep.Submit, null, [], Stop));

        Assert.Equal("ML-7", entry.RegionCode);
        Assert.Contains(refused.Problems, problem => problem is { Expected: "YourRegion", Value: "BF-12" });
    }

    [Fact]
    public async Task Sources_that_repeat_one_by_way_of_others_are_one()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var reviewer = await site.PersonAsync("Reviewer", Role.Reviewer);
        var wire = await PublishedSourceAsync("Wire", null);
        var left = await PublishedSourceAsync("Left", await PublishedSourceAsync("Left before", wire));
        var right = await PublishedSourceAsync("Right", await PublishedSourceAsync("Right before", wire));

        var number = await site.PublishAsync(author, reviewer, DeskFixture.Form("Cited twice") with
        {
            Citations =
            [
                new EntryCitation { Source = left, Supports = ["event"] },
                new EntryCitation { Source = right, Supports = ["event"] },
            ],
        });

        Assert.Equal(1, await site.InDatabaseAsync(db => db.Incidents
            .Where(incident => incident.Number == number).Select(incident => incident.IndependentSources)
            .SingleAsync(Stop)));

        async Task<string> PublishedSourceAsync(string publisher, string? from)
        {
            await site.PublishAsync(author, reviewer, DeskFixture.Form(publisher) with
            {
                Citations =
                [
                    DeskFixture.Form().Citations[0] with
                    {
                        Url = $"https://{Uri.EscapeDataString(publisher.ToLowerInvariant())[..4]}.example.org/{publisher.Length}",
                        Publisher = publisher, Title = publisher, DerivedFrom = from,
                    },
                ],
            });
            return await site.InDatabaseAsync(db => db.Sources.Where(source => source.Publisher == publisher)
                .Select(source => source.Slug).SingleAsync(Stop));
        }
    }

    [Fact]
    public async Task Agreement_to_cite_what_names_the_place_stays_with_the_incident()
    {
        var (author, reviewer) = await PeopleAsync();
        var form = DeskFixture.Form() with { PublicPrecision = "region", PlaceName = "Kobaoua", CitesPlace = "yes" };
        form = form with { Citations = [form.Citations[0] with { Title = "Kobaoua attaqué" }] };
        var number = await PublishAsync(author, reviewer, form);

        var correction = (await site.AtDeskAsync(desk => desk.CorrectAsync(author, number, null, Stop))).Entry!;

        Assert.Equal("yes", correction.Form.CitesPlace);
        Assert.Equal(correction.Base!.CitesPlace, correction.Form.CitesPlace);
    }

    [Fact]
    public async Task Place_whose_country_alone_is_public_is_known_where_it_lies()
    {
        var (author, reviewer) = await PeopleAsync();
        var number = await PublishAsync(
            author, reviewer, DeskFixture.Form() with { PublicPrecision = "country", PlaceName = "Kobaoua" });
        var inside = new Person(author.Id, "Inside", [Role.Editor], ["BF-12"]);
        var outside = new Person(author.Id, "Outside", [Role.Editor], ["ML-5"]);

        var refused = await site.AtDeskAsync(desk => desk.CorrectAsync(outside, number, null, Stop));
        var begun = await site.AtDeskAsync(desk => desk.CorrectAsync(inside, number, null, Stop));

        Assert.Equal(EntryOutcome.NotAllowed, refused.Outcome);
        Assert.Equal(("Kobaoua", "country"), (begun.Entry!.Form.PlaceName, begun.Entry.Form.PublicPrecision));
    }

    [Fact]
    public async Task Reviewer_who_does_not_edit_begins_no_correction()
    {
        var reviewer = await site.PersonAsync("Reviewer", Role.Reviewer);

        var refused = await site.AtDeskAsync(desk => desk.CorrectAsync(reviewer, 15, null, Stop));

        Assert.Equal(EntryOutcome.NotAllowed, refused.Outcome);
        Assert.False(await site.InDatabaseAsync(db => db.Entries.AnyAsync(one => one.AuthorId == reviewer.Id, Stop)));
    }

    private async Task<(Person Author, Person Reviewer)> PeopleAsync() =>
        (await site.PersonAsync("Author", Role.Editor), await site.PersonAsync("Reviewer", Role.Reviewer));

    private async Task<int> PublishAsync(Person author, Person reviewer, EntryForm form)
    {
        var begun = (await site.AtDeskAsync(desk => desk.BeginAsync(author, form, null, null, Stop))).Entry!;
        var submitted = await StepAsync(author, begun, EntryStep.Submit);
        Assert.Empty(submitted.Problems);
        return (await StepAsync(reviewer, submitted.Entry!, EntryStep.Publish)).Number!.Value;
    }

    private Task<EntryResult> StepAsync(Person person, Entry entry, EntryStep step) => site.AtDeskAsync(
        desk => desk.StepAsync(person, entry.Id, entry.Version, step, null, [], Stop));

    private Task<EntryResult> SaveAsync(Person person, Entry entry, EntryForm form, string? reason = null) =>
        site.AtDeskAsync(desk => desk.SaveAsync(person, entry.Id, entry.Version, form, reason, false, null, Stop));

    private Task<Incident> IncidentAsync(int number) => site.InDatabaseAsync(db => db.Incidents
        .Include(one => one.Revisions).Include(one => one.Citations).Include(one => one.Region)
        .SingleAsync(one => one.Number == number, Stop));
}
