using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Hosting;

public sealed class IndexFileTests : IAsyncLifetime
{
    private readonly TestDatabase database = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Snapshot => $"{database.Path}.index";

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

    [Fact]
    public async Task Second_start_reads_what_the_first_has_built()
    {
        var (built, first) = await Start();
        var (read, second) = await Start();

        Assert.Contains("built in", first, StringComparison.Ordinal);
        Assert.Contains("read from", second, StringComparison.Ordinal);
        SameIndex.Check(built, read, [IncidentFilter.Everything], "gao", "soumpi", "armee");
        Assert.False(File.Exists($"{Snapshot}.partial"));
    }

    [Theory]
    [InlineData("UPDATE Incidents SET Title = 'By hand' WHERE Number = 1")]
    [InlineData("UPDATE Actors SET Name = 'By hand' WHERE Id = 1")]
    [InlineData("UPDATE Citations SET Credibility = 7 - Credibility WHERE Id = 1")]
    [InlineData("DELETE FROM CollectionItems WHERE rowid = 1")]
    public async Task Change_by_hand_without_a_revision_is_noticed(string statement)
    {
        await Start();
        await using (var db = database.Open())
        {
            Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(statement, Stop));
        }

        Assert.Contains("built in", (await Start()).Log, StringComparison.Ordinal);
        Assert.Contains("read from", (await Start()).Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INSERT INTO DataProtectionKeys (FriendlyName, Xml) VALUES ('key', '<key/>')")]
    [InlineData("VACUUM")]
    public async Task What_the_index_does_not_hold_leaves_the_snapshot_right(string statement)
    {
        await Start();
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(statement, Stop);
        }

        Assert.Contains("read from", (await Start()).Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_that_the_index_is_built_from_has_its_stamps()
    {
        await using var db = database.Open();
        var stamps = await db.Database
            .SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE name LIKE '%@_stamp@_%' ESCAPE '@'")
            .ToListAsync(Stop);

        string[] tables =
        [
            "Incidents", "IncidentActors", "Citations", "Places", "Actors", "ActorAliases", "ActorRelations", "Sources",
            "Countries", "Regions", "Collections", "CollectionItems",
        ];
        Assert.Equal(
            tables.SelectMany(table => new[] { "DELETE", "INSERT", "UPDATE" }.Select(verb => $"{table}_stamp_{verb}"))
                .Order(StringComparer.Ordinal),
            stamps.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Change_while_another_connection_is_open_is_noticed()
    {
        await using var open = database.Open();
        await open.Incidents.FirstAsync(Stop);
        await Start();
        await open.Database.ExecuteSqlAsync($"UPDATE Incidents SET Title = 'Handmade' WHERE Number = 1", Stop);

        var (index, log) = await Start();

        Assert.Contains("built in", log, StringComparison.Ordinal);
        Assert.Single(index.Select(new IncidentFilter { Text = "handmade" }, Site.Today));
    }

    [Fact]
    public async Task Damaged_snapshot_is_replaced()
    {
        await Start();
        foreach (var damage in (Action<FileStream>[])
            [
                file => file.SetLength(file.Length / 2),
                file => file.SetLength(0),
                file => { file.Position = file.Length / 2; file.WriteByte((byte)~file.ReadByte()); },
            ])
        {
            using (var file = new FileStream(Snapshot, FileMode.Open))
            {
                damage(file);
            }

            var (index, log) = await Start();

            Assert.Equal(299, index.Count);
            Assert.Contains("is not used", log, StringComparison.Ordinal);
            Assert.Contains("read from", (await Start()).Log, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Snapshot_of_another_database_is_not_used()
    {
        await Start();
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE Incidents SET Status = 'Draft' WHERE Number < 100", Stop);
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {$"{database.Path}.other"}", Stop);
        }
        File.Move($"{database.Path}.other", database.Path, overwrite: true);

        Assert.Equal(200, (await Start()).Index.Count);
    }

    [Fact]
    public async Task Place_that_cannot_be_written_costs_a_sentence()
    {
        var (index, log) = await Start(snapshot: Path.Combine(database.Path, "below-a-file"));

        Assert.Equal(299, index.Count);
        Assert.Contains("cannot be written", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshot_can_be_placed_elsewhere_or_not_be_kept()
    {
        await Start(snapshot: $"{database.Path}.elsewhere");
        await Start(snapshot: "none");

        Assert.True(File.Exists($"{database.Path}.elsewhere"));
        Assert.False(File.Exists(Snapshot));
    }

    private async Task<(IncidentIndex Index, string Log)> Start(string? snapshot = null)
    {
        var log = new Lines();
        var file = new IndexFile(
            Options.Create(new DatabaseOptions { Path = database.Path, SnapshotPath = snapshot }), log);
        await using var db = database.Open();
        var index = await file.LoadAsync(db, Stop);
        await file.Writing;
        return (index, string.Join('\n', log));
    }

    private sealed class Lines : List<string>, ILogger<IndexFile>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel level, EventId id, TState state, Exception? error, Func<TState, Exception?, string> format) =>
            Add(format(state, error));
    }
}
