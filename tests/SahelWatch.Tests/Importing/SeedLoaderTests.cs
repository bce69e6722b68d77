using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Importing;

public sealed class SeedLoaderTests : IDisposable
{
    private const string Incidents = "incidents.json";
    private const string Soumpi = "ml-2018-01-27-soumpi-camp";
    private const string Uprising = "bf-2014-10-30-uprising";

    private static readonly DateTime Later = Repository.ReadAt.AddDays(1);

    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task First_load_stores_every_record_with_its_revision()
    {
        var result = await Load(Repository.Seed);

        await using var db = database.Open();
        Assert.Equal(299, result.Inserted);
        Assert.Empty(result.Problems);
        Assert.Equal(299, await db.Incidents.CountAsync(Stop));
        Assert.Equal(46, await db.PoliticalEvents.CountAsync(Stop));
        Assert.Equal(61, await db.Actors.CountAsync(Stop));
        Assert.Equal(65, await db.ActorRelations.CountAsync(Stop));
        Assert.Equal(194, await db.Places.CountAsync(Stop));
        Assert.Equal(677, await db.Sources.CountAsync(Stop));
        Assert.Equal(723, await db.Set<Citation>().CountAsync(Stop));
        Assert.Equal(299, await db.Revisions.CountAsync(one => one.Number == 1 && one.Author == "seed", Stop));
    }

    [Fact]
    public async Task Stored_incident_reads_back_as_it_was_read_from_the_file()
    {
        await Load(Repository.Seed);

        await using var db = database.Open();
        var stored = await Whole(db).AsNoTracking().ToListAsync(Stop);
        foreach (var incident in Repository.Set.Incidents)
        {
            var same = stored.Single(one => one.Number == incident.Number);
            Assert.Equal(IncidentFields.Of(incident), IncidentFields.Of(same));
            Assert.Equal(DateTimeKind.Utc, same.CreatedAt.Kind);
            Assert.Equal(Repository.ReadAt, same.CreatedAt);
        }
    }

    [Fact]
    public async Task Links_between_records_are_stored()
    {
        await Load(Repository.Seed);

        await using var db = database.Open();
        var copy = await db.Sources.Include(one => one.DerivedFrom)
            .SingleAsync(one => one.Slug == "ap-20180719-burkina", Stop);
        var jnim = await db.Actors
            .Include(one => one.Aliases)
            .Include(one => one.RelationsTo)
            .Include(one => one.Sources)
            .SingleAsync(one => one.Slug == "jnim", Stop);
        var collection = await db.Collections.Include(one => one.Items).Include(one => one.Footnotes).SingleAsync(Stop);
        Assert.Equal("fn05c-ap-burkina60", copy.DerivedFrom!.Slug);
        Assert.Contains(jnim.Aliases, alias => alias.UsedBy == "ACLED");
        Assert.NotEmpty(jnim.RelationsTo);
        Assert.NotEmpty(jnim.Sources);
        Assert.Equal(34, collection.Footnotes.Select(note => note.Number).Distinct().Count());
        Assert.Equal(28, collection.Items.Count(item => item.Kind == CollectionItemKind.Incident));
    }

    [Fact]
    public async Task Same_set_again_changes_nothing()
    {
        await Load(Repository.Seed);

        var again = await Load(Repository.Seed, Later);

        await using var db = database.Open();
        Assert.Same(SeedResult.Current, again);
        Assert.Equal(299, await db.Revisions.CountAsync(Stop));
        Assert.False(await db.Incidents.AnyAsync(one => one.ChangedAt == Later || one.Version != 1, Stop));
    }

    [Fact]
    public async Task Set_with_another_hash_but_the_same_records_writes_no_revision()
    {
        await Load(Repository.Seed);

        var result = await Load(SeedEdit.With(Incidents, _ => { }), Later);

        await using var db = database.Open();
        Assert.Equal((0, 0, 299), (result.Inserted, result.Updated, result.Unchanged));
        Assert.Equal(299, await db.Revisions.CountAsync(Stop));
        Assert.False(await db.Incidents.AnyAsync(one => one.ChangedAt == Later, Stop));
    }

    [Fact]
    public async Task Changed_set_updates_what_no_editor_has_touched_and_keeps_the_rest()
    {
        await Load(Repository.Seed);
        var edited = await Edit(Uprising, "An editor's title");

        var result = await Load(
            SeedEdit.With(Incidents, records =>
            {
                records.Record(Soumpi)["title"] = "A better title";
                records.Record(Soumpi)["sources"]!.AsArray().RemoveAt(0);
                records.Record(Soumpi)["other_parties"]!.AsArray().Add("minusma");
                records.Record(Uprising)["title"] = "A title from the set";
            }),
            Later);

        await using var db = database.Open();
        var updated = await Whole(db).Include(one => one.Revisions).SingleAsync(one => one.SeedKey == Soumpi, Stop);
        var kept = await db.Incidents.Include(one => one.Revisions).SingleAsync(one => one.SeedKey == Uprising, Stop);
        Assert.Equal((0, 1, 297), (result.Inserted, result.Updated, result.Unchanged));
        Assert.Equal([edited], result.Kept);
        Assert.Equal("A better title", updated.Title);
        Assert.Equal(2, updated.Version);
        Assert.Equal(Later, updated.ChangedAt);
        Assert.Equal(Repository.ReadAt, updated.CreatedAt);
        Assert.Contains(updated.Actors, actor => actor.Actor.Slug == "minusma");
        var revision = updated.Revisions.Single(one => one.Number == 2);
        Assert.Contains(revision.Changes, change => change.Field == "title" && change.After == "A better title");
        Assert.Contains(revision.Changes, change => change.Field == "citations");
        Assert.Equal("An editor's title", kept.Title);
        Assert.Equal(2, kept.Revisions.Count);
    }

    [Fact]
    public async Task Record_that_vanished_from_the_set_stays_and_is_reported()
    {
        await Load(Repository.Seed);

        var result = await Load(
            SeedEdit.With(Incidents, records => records.AsArray().Remove(records.Record(Soumpi))), Later);

        await using var db = database.Open();
        Assert.Equal([$"incident/{Soumpi}"], result.Vanished);
        Assert.True(await db.Incidents.AnyAsync(one => one.SeedKey == Soumpi, Stop));
    }

    [Fact]
    public async Task New_record_in_a_later_set_is_inserted()
    {
        await Load(SeedEdit.With(Incidents, records => records.AsArray().Remove(records.Record(Soumpi))));

        var result = await Load(Repository.Seed, Later);

        Assert.Equal((1, 0, 298), (result.Inserted, result.Updated, result.Unchanged));
    }

    [Fact]
    public async Task Number_is_never_given_to_another_incident()
    {
        await Load(SeedEdit.With(Incidents, records => records.AsArray().Remove(records.Record(Soumpi))));

        var result = await Load(
            SeedEdit.With(Incidents, records => records.Record(Soumpi)["number"] = 1000), Later);
        var swapped = await Load(
            SeedEdit.With(Incidents, records => records.Record(Soumpi)["number"] = 2000), Later);

        var problem = Assert.Single(swapped.Problems);
        Assert.Equal(1, result.Inserted);
        Assert.Equal($"{Incidents}: {Soumpi}: number", problem.Field);
    }

    [Fact]
    public async Task Broken_set_loads_nothing()
    {
        var result = await Load(SeedEdit.With(Incidents, records => records.Record(Soumpi)["title"] = ""));

        await using var db = database.Open();
        Assert.NotEmpty(result.Problems);
        Assert.False(await db.Incidents.AnyAsync(Stop));
        Assert.False(await db.Sources.AnyAsync(Stop));
        Assert.False(await db.SeedStates.AnyAsync(Stop));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static IQueryable<Incident> Whole(SqliteContext db) => db.Incidents
        .Include(one => one.Place)
        .Include(one => one.Region)
        .Include(one => one.ExternalIds)
        .Include(one => one.Actors).ThenInclude(actor => actor.Actor)
        .Include(one => one.Citations).ThenInclude(citation => citation.Source);

    private async Task<SeedResult> Load(SeedFiles files, DateTime? at = null)
    {
        await using var db = database.Open();
        return await new SeedLoader(db, new FrozenTime(at ?? Repository.ReadAt))
            .LoadAsync(files, Repository.Boundaries, Stop);
    }

    private async Task<int> Edit(string key, string title)
    {
        await using var db = database.Open();
        var incident = await db.Incidents.SingleAsync(one => one.SeedKey == key, Stop);
        incident.Title = title;
        incident.Version++;
        incident.Revisions.Add(new Revision
        {
            Kind = RevisionKind.Corrected,
Number = 2, Author = "editor", At = Repository.ReadAt, Reason = "Clearer",
        });
        await db.SaveChangesAsync(Stop);
        return incident.Number;
    }
}
