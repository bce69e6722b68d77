using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Data;

public sealed class RevisionGuardTests : IAsyncLifetime
{
    private readonly TestDatabase database = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<Type> Types =>
    [
        typeof(Actor), typeof(ActorRelation), typeof(Place), typeof(PoliticalEvent), typeof(Source), typeof(Incident),
    ];

    public async ValueTask InitializeAsync()
    {
        await using var db = database.Open();
        await new SeedLoader(db, new FrozenTime(Site.Now)).LoadAsync(Repository.Seed, Repository.Boundaries, Stop);
    }

    public ValueTask DisposeAsync()
    {
        database.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task No_property_is_changed_without_a_revision(Type type)
    {
        await using var db = database.Open();
        var properties = db.Model.FindEntityType(type)!.GetProperties().Where(one => !one.IsPrimaryKey()).ToList();
        foreach (var property in properties)
        {
            db.ChangeTracker.Clear();
            var entry = db.Entry((await FirstAsync(db, type))!);
            entry.Property(property.Name).IsModified = true;

            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
            Assert.Contains("without a revision", error.Message, StringComparison.Ordinal);
        }
        Assert.True(properties.Count > 8);
    }

    [Fact]
    public async Task Nothing_that_belongs_to_a_record_is_changed_without_a_revision()
    {
        await Refused(db => db.Actors.Include(one => one.Aliases).First(one => one.Aliases.Count > 0).Aliases.Clear());
        await Refused(db => db.Actors.Include(one => one.Sources).First(one => one.Sources.Count > 0).Sources.Clear());
        await Refused(db => db.Actors.First().Sources.Add(db.Sources.First()));
        await Refused(db => db.ActorRelations.Include(one => one.Sources).First(one => one.Sources.Count > 0).Sources.Clear());
        await Refused(db =>
            db.PoliticalEvents.Include(one => one.Actors).First(one => one.Actors.Count > 0).Actors.RemoveAt(0));
        await Refused(db => db.PoliticalEvents.Include(one => one.Sources).First().Sources.Clear());
        await Refused(db =>
            db.Incidents.Include(one => one.Actors).First(one => one.Actors.Count > 0).Actors[0].Attribution = Attribution.Unknown);
        await Refused(db => db.Incidents.Include(one => one.Citations).First().Citations.RemoveAt(0));
        await Refused(db => db.Set<Citation>().First().Note = "changed");
        await Refused(db => db.Set<ExternalId>().Add(new ExternalId { IncidentId = 1, Dataset = "x", Value = "1" }));
        await Refused(db => db.Add(new Place { Slug = "new-place", Name = "New", Kind = PlaceKind.Site }));
        await Refused(db => db.Remove(db.ActorRelations.Include(one => one.Sources).First()));
    }

    [Fact]
    public async Task Revision_of_another_record_does_not_count()
    {
        await Refused(db =>
        {
            db.Actors.First().Name = "changed";
            db.Revisions.Add(RevisionOf($"actor/{db.Actors.Skip(1).First().Slug}", null));
        });
        await Refused(db =>
        {
            db.Incidents.First(one => one.Number == 1).Title = "changed";
            db.Revisions.Add(RevisionOf(null, db.Incidents.First(one => one.Number == 2).Id));
        });
    }

    [Fact]
    public async Task With_its_revision_a_change_is_saved()
    {
        await using var db = database.Open();
        var actor = await db.Actors.Include(one => one.Aliases).FirstAsync(one => one.Aliases.Count > 0, Stop);
        actor.Aliases.Clear();
        db.Revisions.Add(RevisionOf(RecordName.Of(actor), null));
        var incident = await db.Incidents.Include(one => one.Citations).FirstAsync(Stop);
        incident.Citations[0].Note = "changed";
        incident.Revisions.Add(RevisionOf(null, null));

        await db.SaveChangesAsync(Stop);

        db.ChangeTracker.Clear();
        Assert.Empty((await db.Actors.Include(one => one.Aliases).SingleAsync(one => one.Id == actor.Id, Stop)).Aliases);
        Assert.Equal("changed", (await db.Set<Citation>().SingleAsync(one => one.Id == incident.Citations[0].Id, Stop)).Note);
    }

    private async Task Refused(Action<SqliteContext> change)
    {
        await using var db = database.Open();
        change(db);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
        Assert.Contains("without a revision", error.Message, StringComparison.Ordinal);
    }

    private static Revision RevisionOf(string? record, int? incident) => new()
    {
        Record = record,
        IncidentId = incident,
        Number = 9,
        Kind = RevisionKind.Corrected,
        Author = "test",
        At = Site.Now,
        Reason = "test",
    };

    private static async Task<object?> FirstAsync(SqliteContext db, Type type)
    {
        if (type == typeof(Incident))
        {
            return await db.Incidents.FirstAsync(Stop);
        }
        return type == typeof(Actor) ? await db.Actors.FirstAsync(Stop)
            : type == typeof(ActorRelation) ? await db.ActorRelations.FirstAsync(Stop)
            : type == typeof(Place) ? await db.Places.FirstAsync(Stop)
            : type == typeof(PoliticalEvent) ? await db.PoliticalEvents.FirstAsync(Stop)
            : await db.Sources.FirstAsync(Stop);
    }
}
