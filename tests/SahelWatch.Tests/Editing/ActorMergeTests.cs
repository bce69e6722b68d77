using Microsoft.EntityFrameworkCore;
using SahelWatch.Editing;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Editing;

public sealed class ActorMergeTests : IAsyncLifetime
{
    private const string Gone = "ansar-dine";
    private const string Kept = "jnim";

    private RecordDesks desks = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desks = await RecordDesks.OpenAsync();

    public ValueTask DisposeAsync()
    {
        desks.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Merged_actor_leads_to_the_other_in_every_filter()
    {
        var either = Count($"actor={Gone}&actor={Kept}");
        var before = Count($"actor={Gone}");

        var answer = await desks.MergeAsync(Gone, Kept);

        Assert.True(before > 0);
        Assert.Equal((RecordOutcome.Saved, Kept), (answer.Outcome, answer.Slug));
        Assert.Equal(either, Count($"actor={Kept}"));
        Assert.Equal(either, Count($"actor={Gone}"));
        Assert.Equal($"actor={Kept}", FilterGrammar.Write(Read($"actor={Gone}&actor={Kept}")));
        Assert.Null(desks.Store.Current.Reference.Actor(Gone));
        Assert.Contains(
            desks.Store.Current.Reference.Actor(Kept)!.Aliases, alias => alias.Name.StartsWith("Ansar", StringComparison.Ordinal));
        Assert.DoesNotContain(desks.Store.Current.Reference.Relations, one => one.From.Slug == Gone || one.To.Slug == Gone);
        await desks.CompareAsync("ansar");
    }

    [Fact]
    public async Task Each_incident_that_a_merge_touches_has_its_revision()
    {
        await using var db = desks.Database.Open();
        var touched = await db.Incidents.Where(one => one.Actors.Any(party => party.Actor.Slug == Gone))
            .Select(one => one.Id).ToListAsync(Stop);

        await desks.MergeAsync(Gone, Kept);

        var revisions = await db.Revisions.AsNoTracking().Where(one => one.IncidentId != null && one.AuthorId == 2)
            .ToListAsync(Stop);
        Assert.Equal(touched.Order(), revisions.Select(one => one.IncidentId!.Value).Order());
        Assert.All(revisions, one => Assert.Contains(one.Changes, change => change.Field == "actors"));
        Assert.All(revisions, one => Assert.DoesNotContain(one.Form!.Parties, party => party.Actor == Gone));
        Assert.False(await db.Set<IncidentActor>().AnyAsync(one => one.Actor.Slug == Gone, Stop));
    }

    [Fact]
    public async Task Merge_taken_back_leaves_everything_as_it_was()
    {
        var before = await TextsAsync();

        await desks.MergeAsync(Gone, Kept);
        Assert.NotEqual(before, await TextsAsync());
        var answer = await desks.UnmergeAsync(Gone);

        Assert.Equal(RecordOutcome.Saved, answer.Outcome);
        Assert.Equal(before, await TextsAsync());
        await desks.CompareAsync("ansar");
    }

    [Fact]
    public async Task Incident_edited_since_stays_and_is_named()
    {
        await desks.MergeAsync(Gone, Kept);
        await using var db = desks.Database.Open();
        var edited = await db.Incidents.Include(one => one.Revisions).Include(one => one.Actors).FirstAsync(
            one => one.Revisions.Any(revision => revision.AuthorId == 2), Stop);
        edited.Title = "Edited since";
        edited.Version++;
        edited.Revisions.Add(new Revision
        {
            Kind = RevisionKind.Corrected, Number = edited.Revisions.Count + 1, Author = "Awa", At = Site.Now, Reason = "x",
        });
        await db.SaveChangesAsync(Stop);
        await desks.EditAsync(RecordKind.Actor, Kept, ("note", "x"), ("name", "Renamed since"));

        await desks.UnmergeAsync(Gone);

        var state = await desks.StateAsync(RecordKind.Actor, Gone);
        var left = Assert.Single(state.Revisions[0].Changes, change => change.Field == ActorMerge.LeftField);
        Assert.Equal($"actor/{Kept}\nincident/{edited.Number}", left.After);
        Assert.Null(state.Texts["merged-into"]);
        Assert.False(await db.Set<IncidentActor>().AnyAsync(
            one => one.IncidentId == edited.Id && one.Actor.Slug == Gone, Stop));
        Assert.True(Count($"actor={Gone}") > 0);
    }

    [Fact]
    public async Task Actor_is_not_merged_into_itself_or_into_one_that_is_gone()
    {
        var itself = await desks.MergeAsync(Gone, Gone);
        await desks.MergeAsync(Gone, Kept);
        var merged = await desks.MergeAsync("aqim", Gone);
        var twice = await desks.MergeAsync(Gone, "aqim");

        Assert.Equal("NotItself", Assert.Single(itself.Problems).Expected);
        Assert.Equal("KnownActor", Assert.Single(merged.Problems).Expected);
        Assert.Equal(RecordOutcome.Conflict, twice.Outcome);
    }

    [Fact]
    public async Task Later_set_leaves_what_people_edited_and_says_so()
    {
        await desks.MergeAsync(Gone, Kept);
        await desks.EditAsync(RecordKind.Actor, "aqim", ("name", "An editor's name"));
        await using var db = desks.Database.Open();

        var result = await new SeedLoader(db, new FrozenTime(Site.Now.AddDays(2))).LoadAsync(
            SeedEdit.With("actors.json", actors =>
            {
                actors.Record("aqim")["name"] = "A name from the set";
                actors.Record("minusma")["name"] = "Another name from the set";
            }),
            Repository.Boundaries,
            Stop);

        await desks.Store.CatchUpAsync(db, Stop);
        Assert.Contains("actor/aqim", result.KeptRecords);
        Assert.Contains($"actor/{Gone}", result.KeptRecords);
        Assert.DoesNotContain("actor/minusma", result.KeptRecords);
        Assert.Equal("An editor's name", (await desks.StateAsync(RecordKind.Actor, "aqim")).Texts["name"]);
        var taken = await desks.StateAsync(RecordKind.Actor, "minusma");
        Assert.Equal(("Another name from the set", 2), (taken.Texts["name"], taken.Version));
        Assert.Equal(Kept, (await desks.StateAsync(RecordKind.Actor, Gone)).Texts["merged-into"]);
        await desks.CompareAsync();
    }

    private int Count(string query) => desks.Store.Current.CountOf(Read(query), Site.Today);

    private IncidentFilter Read(string query)
    {
        var reading = FilterGrammar.Read(query, desks.Store.Current.Reference);
        Assert.Empty(reading.Problems);
        return reading.Filter;
    }

    /// <summary>All actors, relations, events and incidents as texts.</summary>
    private async Task<List<string>> TextsAsync()
    {
        await using var db = desks.Database.Open();
        var actors = await db.Actors.Include(one => one.Aliases).Include(one => one.Sources).Include(one => one.MergedInto)
            .OrderBy(one => one.Id).ToListAsync(Stop);
        var relations = await db.ActorRelations.Include(one => one.Sources).OrderBy(one => one.Id).ToListAsync(Stop);
        var events = await db.PoliticalEvents.Include(one => one.Actors).Include(one => one.Sources)
            .Include(one => one.Place).OrderBy(one => one.Id).ToListAsync(Stop);
        var incidents = await db.Incidents.Include(one => one.Actors)
            .Include(one => one.Citations).ThenInclude(one => one.Source)
            .Include(one => one.ExternalIds).Include(one => one.Place).Include(one => one.Region)
            .OrderBy(one => one.Id).ToListAsync(Stop);
        return
        [
            .. actors.Cast<IRecord>().Concat(relations).Concat(events)
                .Select(record => string.Join(" | ", RecordFields.Of(record))),
            .. incidents.Select(incident => string.Join(" | ", IncidentFields.Of(incident))),
        ];
    }
}
