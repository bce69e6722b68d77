using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Hosting;

public sealed class IncidentStoreTests : IAsyncLifetime
{
    private readonly TestDatabase database = new();
    private readonly IncidentStore store = new(NullLogger<IncidentStore>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = database.Open();
        await new SeedLoader(db, new FrozenTime(Site.Now)).LoadAsync(Repository.Seed, Repository.Boundaries, Stop);
        store.Replace(await IndexLoader.LoadAsync(db, Stop));
    }

    public ValueTask DisposeAsync()
    {
        store.Dispose();
        database.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Edit_is_in_every_answer_and_readers_keep_what_they_have()
    {
        var before = store.Current;

        await Edit(7, incident =>
        {
            incident.Title = "Rewritten";
            incident.StartsOn = new DateOnly(2011, 1, 1);
            incident.Actors.Clear();
            incident.Tactics = ["ied"];
        });

        await Compare();
        Assert.NotEqual(before.Version, store.Current.Version);
        Assert.Equal(7, store.Current[0].Number);
        Assert.Empty(before.Select(new IncidentFilter { Text = "rewritten" }, Site.Today));
    }

    [Fact]
    public async Task Withdrawn_incident_leaves_and_comes_back()
    {
        await Edit(7, incident => incident.Status = EditorialStatus.Withdrawn);

        await Compare();
        Assert.Null(store.Current.RowOf(7));
        Assert.Equal(298, store.Current.Count);

        await Edit(7, incident => incident.Status = EditorialStatus.Published);

        await Compare();
        Assert.Equal(299, store.Current.Count);
    }

    [Fact]
    public async Task Incident_of_an_actor_that_is_new_counts_for_it()
    {
        await using var db = database.Open();
        var actor = new Actor { Slug = "newcomer", Name = "Newcomer", Kind = ActorKind.Rioters, Description = "" };
        db.Add(actor);
        db.Add(new Revision
        {
            Kind = RevisionKind.Added,
            Record = "actor/newcomer",
            Number = 1,
            Author = "test",
            At = Site.Now,
            Reason = "test",
        });

        await Edit(db, 7, incident => incident.Actors.Add(new IncidentActor
        {
            Actor = actor,
            Role = ActorRole.SideB,
            Attribution = Attribution.Claimed,
        }));

        await Compare();
        Assert.Equal(1, store.Current.CountFacets(IncidentFilter.Everything, Site.Today).Of(Facet.Actor, "newcomer"));
    }

    [Fact]
    public async Task Nothing_new_leaves_the_index_as_it_is()
    {
        var before = store.Current;
        await using var db = database.Open();

        await store.CatchUpAsync(db, Stop);

        Assert.Same(before, store.Current);
    }

    [Fact]
    public async Task Commit_stands_where_the_index_cannot_follow_it()
    {
        await using var db = database.Open();
        await Edit(db, 7, incident => incident.Title = "Rewritten", takeOver: false);
        var gone = database.Open();
        await gone.DisposeAsync();

        await store.FollowAsync(gone);

        Assert.Equal(0, store.Current.CountOf(new IncidentFilter { Text = "rewritten" }, Site.Today));
        await store.FollowAsync(db);
        await Compare();
    }

    [Fact]
    public async Task Edits_at_the_same_time_are_all_taken_over()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var number = 1 + writer; number <= 60; number += 4)
            {
                await Edit(number, incident => incident.Title = $"Rewritten by {writer}");
            }
        })));

        await Compare();
        Assert.Equal(60, store.Current.CountOf(new IncidentFilter { Text = "rewritten" }, Site.Today));
    }

    private async Task Edit(int number, Action<Incident> change)
    {
        await using var db = database.Open();
        await Edit(db, number, change);
    }

    private async Task Edit(SqliteContext db, int number, Action<Incident> change, bool takeOver = true)
    {
        var incident = await db.Incidents.Include(one => one.Actors).Include(one => one.Revisions)
            .SingleAsync(one => one.Number == number, Stop);
        change(incident);
        incident.Version++;
        incident.ChangedAt = Site.Now.AddMinutes(incident.Version);
        incident.Revisions.Add(new Revision
        {
            Kind = RevisionKind.Corrected,
Number = incident.Revisions.Count + 1,
            Author = "test",
            At = incident.ChangedAt,
            Reason = "test",
        });
        await db.SaveChangesAsync(Stop);
        if (takeOver)
        {
            await store.CatchUpAsync(db, Stop);
        }
    }

    private async Task Compare()
    {
        await using var db = database.Open();
        var fresh = await IndexLoader.LoadAsync(db, Stop);

        Assert.Equal(fresh.Version, store.Current.Version);
        SameIndex.Check(fresh, store.Current, [IncidentFilter.Everything], "rewritten", "gao", "camp");
    }
}
