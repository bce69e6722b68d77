using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Editing;

public sealed class DuePublisherTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commit_that_nobody_took_over_is_in_the_views_after_a_minute()
    {
        await site.InDatabaseAsync(async db =>
        {
            var incident = await db.Incidents.Include(one => one.Revisions).SingleAsync(one => one.Number == 7, Stop);
            incident.Title = "Synthetic title of another program";
            incident.Revisions.Add(new Revision
            {
                Kind = RevisionKind.Corrected,
                Number = incident.Revisions.Count + 1,
                Author = "test",
                At = Site.Now,
                Reason = "test",
            });
            return await db.SaveChangesAsync(Stop);
        });

        await site.Services.GetServices<IHostedService>().OfType<DuePublisher>().Single().StepAsync(Stop);

        Assert.Equal(1, site.Index.CountOf(new IncidentFilter { Text = "synthetic another program" }, Site.Today));
    }

    [Fact]
    public async Task Entry_that_can_no_longer_be_published_holds_up_no_other_and_tells_why()
    {
        var (author, reviewer) = await PeopleAsync();
        EntryParty Party(string actor) => new() { Actor = actor, Role = "perpetrator", Attribution = "suspected" };
        var broken = await AgreedAsync(
            author, reviewer, Form("Broken") with { Parties = [Party("jnim"), Party("issp")] });
        var sound = await AgreedAsync(author, reviewer, Form("Sound"));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var actors = scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>().Actors;
            var version = (await actors.AsNoTracking().SingleAsync(actor => actor.Slug == "issp", Stop)).Version;
            await scope.ServiceProvider.GetRequiredService<ActorMerge>()
                .MergeAsync("issp", version, "jnim", "Synthetic: one group", reviewer, Stop);
        }

        Assert.Equal(1, await PublishAsync());

        Assert.Equal(EditorialStatus.Published, (await EntryAsync(sound)).Status);
        Assert.Equal(1, site.Index.CountOf(new IncidentFilter { Text = "synthetic sound" }, Site.Today));
        var left = await EntryAsync(broken);
        Assert.Equal((EditorialStatus.InReview, null), (left.Status, left.DueAt));
        var told = left.Events.MaxBy(one => one.Number)!;
        Assert.Equal([author.Id, reviewer.Id], told.Mentions);
        Assert.Contains("2026-11-05", told.Text, StringComparison.Ordinal);
        Assert.Equal(0, await PublishAsync());
    }

    [Fact]
    public async Task Correction_is_published_though_the_date_of_its_source_was_mended_meanwhile()
    {
        var (author, reviewer) = await PeopleAsync();
        var number = await site.PublishAsync(author, reviewer, Form("Strand"));
        var entry = (await site.AtDeskAsync(desk => desk.CorrectAsync(author, number, null, Stop))).Entry!;
        entry = (await site.AtDeskAsync(desk => desk.SaveAsync(
            author, entry.Id, entry.Version, entry.Form with { DeathsHigh = "9", PublishOn = "2026-11-05" }, "More",
            false, null, Stop))).Entry!;
        await AgreeAsync(author, reviewer, entry);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var sources = scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>().Sources;
            var source = await sources.AsNoTracking().SingleAsync(one => one.Publisher == "Strand", Stop);
            await scope.ServiceProvider.GetRequiredService<RecordDesk>().SaveAsync(
                new RecordEdit(RecordKind.Source, source.Slug, source.Version,
                    new Dictionary<string, string?> { ["published-on"] = "2026-10-22" }, "The date"),
                author, Stop);
        }

        Assert.Equal(1, await PublishAsync());

        var incident = await site.InDatabaseAsync(db => db.Incidents.SingleAsync(one => one.Number == number, Stop));
        Assert.Equal(
            (9, new DateOnly(2026, 10, 22), 3), (incident.DeathsHigh, incident.FirstReportedOn, incident.Version));
    }

    private static EntryForm Form(string name) => DeskFixture.Form($"Synthetic {name}") with
    {
        PublishOn = name == "Strand" ? null : "2026-11-05",
        PlaceName = $"Village {name}",
        Citations =
        [
            DeskFixture.Form().Citations[0] with
            {
                Url = $"https://{name}.example.org/1", Publisher = name, Title = name,
            },
        ],
    };

    private async Task<(Person Author, Person Reviewer)> PeopleAsync() =>
        (await site.PersonAsync("Author", Role.Editor), await site.PersonAsync("Reviewer", Role.Reviewer));

    private async Task<int> AgreedAsync(Person author, Person reviewer, EntryForm form) => await AgreeAsync(
        author, reviewer, (await site.AtDeskAsync(desk => desk.BeginAsync(author, form, null, null, Stop))).Entry!);

    private async Task<int> AgreeAsync(Person author, Person reviewer, Entry entry)
    {
        foreach (var (person, step) in new[] { (author, EntryStep.Submit), (reviewer, EntryStep.Publish) })
        {
            var result = await site.AtDeskAsync(desk =>
                desk.StepAsync(person, entry.Id, entry.Version, step, null, [], Stop));
            Assert.Equal((EntryOutcome.Done, ""), (result.Outcome, string.Join("; ", result.Problems)));
            entry = result.Entry!;
        }
        Assert.NotNull(entry.DueAt);
        return entry.Id;
    }

    private async Task<int> PublishAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await ActivatorUtilities.CreateInstance<DueEntries>(
            scope.ServiceProvider, new MovingTime(new DateTime(2026, 11, 5, 0, 1, 0, DateTimeKind.Utc)))
            .PublishAsync(Stop);
    }

    private Task<Entry> EntryAsync(int id) => site.InDatabaseAsync(db =>
        db.Entries.AsNoTracking().Include(entry => entry.Events).SingleAsync(entry => entry.Id == id, Stop));
}
