using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Querying;

namespace SahelWatch.Tests.Support;

/// <summary>The desk over a throw-away database with the embedded set.</summary>
public sealed class RecordDesks : IDisposable
{
    public static readonly Person Editor = new(1, "Awa", [Role.Editor], []);
    public static readonly Person Reviewer = new(2, "Issa", [Role.Editor, Role.Reviewer], []);

    private readonly MovingTime _time = new(Site.Now);

    public TestDatabase Database { get; } = new();

    public IncidentStore Store { get; } = new(NullLogger<IncidentStore>.Instance);

    public Lookups Lookups { get; } = new();

    public static async Task<RecordDesks> OpenAsync()
    {
        var desks = new RecordDesks();
        await using var db = desks.Database.Open();
        await new SeedLoader(db, desks._time).LoadAsync(
            Repository.Seed, Repository.Boundaries, TestContext.Current.CancellationToken);
        desks.Store.Replace(await IndexLoader.LoadAsync(db, TestContext.Current.CancellationToken));
        return desks;
    }

    public async Task<RecordState> StateAsync(RecordKind kind, string slug)
    {
        await using var db = Database.Open();
        return (await Desk(db).FindAsync(kind, slug, TestContext.Current.CancellationToken))!;
    }

    /// <summary>Saves some fields of a record as it stands.</summary>
    public async Task<RecordAnswer> EditAsync(
        RecordKind kind, string slug, params (string Field, string? Text)[] fields) =>
        await SaveAsync(new RecordEdit(
            kind, slug, (await StateAsync(kind, slug)).Version, fields.ToDictionary(), "Because"));

    public Task<RecordAnswer> SaveAsync(RecordEdit edit, Person? person = null) =>
        SaveAsync(edit, person, TestContext.Current.CancellationToken);

    public async Task<RecordAnswer> SaveAsync(
        RecordEdit edit, Person? person, CancellationToken stop, params IInterceptor[] interceptors)
    {
        await using var db = Database.Open(interceptors);
        _time.Now = _time.Now.AddMinutes(1);
        return await Desk(db).SaveAsync(edit, person ?? Editor, stop);
    }

    public async Task<RecordAnswer> MergeAsync(string slug, string into)
    {
        var version = (await StateAsync(RecordKind.Actor, slug)).Version;
        await using var db = Database.Open();
        _time.Now = _time.Now.AddMinutes(1);
        return await new ActorMerge(db, Store, _time).MergeAsync(
            slug, version, into, "The same group", Reviewer, TestContext.Current.CancellationToken);
    }

    public async Task<RecordAnswer> UnmergeAsync(string slug)
    {
        var version = (await StateAsync(RecordKind.Actor, slug)).Version;
        await using var db = Database.Open();
        _time.Now = _time.Now.AddMinutes(1);
        return await new ActorMerge(db, Store, _time).UnmergeAsync(
            slug, version, "Not the same", Reviewer, TestContext.Current.CancellationToken);
    }

    /// <summary>The index answers as one built anew would.</summary>
    public async Task CompareAsync(params string[] words)
    {
        await using var db = Database.Open();
        var fresh = await IndexLoader.LoadAsync(db, TestContext.Current.CancellationToken);

        Assert.Equal(fresh.Version, Store.Current.Version);
        SameIndex.Check(fresh, Store.Current, [IncidentFilter.Everything], ["gao", "camp", .. words]);
    }

    public void Dispose()
    {
        Store.Dispose();
        Lookups.Dispose();
        Database.Dispose();
    }

    private RecordDesk Desk(SahelWatchDbContext db) => new(db, Store, Lookups, new EmbeddedSet(), _time);
}
