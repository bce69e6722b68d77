using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Data;

public sealed class SqliteContextTests : IDisposable
{
    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public void Model_matches_its_migrations()
    {
        using var db = database.Open();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData("foreign_keys", 1L)]
    [InlineData("synchronous", 2L)]
    [InlineData("busy_timeout", 5000L)]
    public void Connections_carry_their_pragmas(string pragma, long expected)
    {
        using var db = database.Open();
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + pragma;

        Assert.Equal(expected, command.ExecuteScalar());
    }

    [Fact]
    public async Task Connection_of_the_pool_commits_durably_whatever_was_done_with_it()
    {
        var stop = TestContext.Current.CancellationToken;
        var options = new DbContextOptionsBuilder<SqliteContext>();
        SqliteContext.Configure(options, $"Data Source={database.Path}");
        await using var db = new SqliteContext(options.Options);
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF", stop);
        await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA synchronous";

        Assert.Equal(2L, await command.ExecuteScalarAsync(stop));
    }

    [Fact]
    public async Task Second_editor_cannot_overwrite_the_first()
    {
        var stop = TestContext.Current.CancellationToken;
        await using (var loading = database.Open())
        {
            await new SeedLoader(loading, TimeProvider.System)
                .LoadAsync(Repository.Seed, Repository.Boundaries, stop);
        }
        await using var first = database.Open();
        await using var second = database.Open();
        var one = await first.Incidents.SingleAsync(incident => incident.Number == 1, stop);
        var two = await second.Incidents.SingleAsync(incident => incident.Number == 1, stop);
        (one.Title, one.Version) = ("First", one.Version + 1);
        (two.Title, two.Version) = ("Second", two.Version + 1);
        one.Revisions.Add(RevisionOf(2));
        two.Revisions.Add(RevisionOf(3));
        await first.SaveChangesAsync(stop);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(stop));
    }

    private static Revision RevisionOf(int number) => new()
    {
        Number = number, Kind = RevisionKind.Corrected, Author = "test", At = Site.Now, Reason = "test",
    };
}
