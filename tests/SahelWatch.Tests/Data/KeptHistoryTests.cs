using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Data;

/// <summary>The database itself refuses what would lose history, also from those who write SQL.</summary>
public sealed class KeptHistoryTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Statements() =>
    [
        "UPDATE Revisions SET Reason = 'other'",
        "DELETE FROM Revisions",
        "UPDATE EntryEvents SET Text = 'other'",
        "DELETE FROM EntryEvents",
        "UPDATE AccountEvents SET Detail = 'other'",
        "DELETE FROM AccountEvents",
        "DELETE FROM Incidents",
        "DELETE FROM Entries",
        "DELETE FROM Accounts",
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Statement_that_loses_history_is_refused(string statement)
    {
        var person = await site.PersonAsync("Author", Role.Editor);
        await site.AtDeskAsync(desk => desk.BeginAsync(person, DeskFixture.Form(), null, null, Stop));
        await site.InDatabaseAsync(async db =>
        {
            db.Add(new SahelWatch.Accounts.AccountEvent
            {
                AccountId = person.Id,
                Kind = SahelWatch.Accounts.AccountEventKind.Created,
                At = Site.Now,
            });
            return await db.SaveChangesAsync(Stop);
        });

        var refused = await Assert.ThrowsAsync<SqliteException>(
            () => site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(statement, Stop)));

        Assert.Contains("are kept", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_of_history_has_its_guards_after_all_migrations()
    {
        var triggers = await site.InDatabaseAsync(db => db.Database
            .SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
            .ToListAsync(Stop));

        Assert.Equal(Statements().Count, triggers.Count(name => name.Contains("_no_", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_code_writes_around_versions_and_history()
    {
        var around = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file) is var code
                && (code.Contains("ExecuteUpdate", StringComparison.Ordinal)
                    || code.Contains("ExecuteDelete", StringComparison.Ordinal)))
            .Select(Path.GetFileName);

        Assert.Empty(around);
    }

    [Fact]
    public async Task Database_of_the_first_version_takes_all_migrations_and_keeps_its_history()
    {
        using var database = new TestDatabase();
        await using var old = database.Open();
        await old.Database.MigrateAsync("20261122204714_Initial", Stop);
        await old.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO Countries VALUES ('MLI', 'Mali', 'Mali');
            INSERT INTO Places (Id, Slug, Name, Spellings, Kind) VALUES (1, 'gao', 'Gao', '[]', 'Settlement');
            INSERT INTO Incidents (Id, Number, Title, Summary, StartsOn, EndsOn, DatePrecision, SubType, Tactics,
                Targets, CountryCode, PlaceName, PlaceId, Latitude, Longitude, GeoPrecision, CoordinateSource,
                IndependentSources, IsChecked, Status, Version, CreatedAt, ChangedAt)
            VALUES (1, 7, 't', 's', '2018-07-29', '2018-07-29', 'Day', 'Attack', '[]', '[]', 'MLI', 'Gao', 1, 16.2, 0,
                'Exact', 'Gazetteer', 0, 0, 'Published', 1, '2026-01-01', '2026-01-01');
            INSERT INTO Revisions (Id, IncidentId, Number, Author, At, Reason, Changes) VALUES
                (1, 1, 1, 'seed', '2026-01-01', 'r', '[]'), (2, 1, 2, 'seed', '2026-01-02', 'r', '[]');
            """,
            Stop);

        await old.Database.MigrateAsync(Stop);

        var kinds = await old.Revisions.OrderBy(one => one.Id).Select(one => one.Kind).ToListAsync(Stop);
        Assert.Equal([RevisionKind.Added, RevisionKind.Corrected], kinds);
        Assert.Equal(1, (await old.Places.SingleAsync(Stop)).Version);
        await old.Database.MigrateAsync("20261122204714_Initial", Stop);
        var count = await old.Database
            .SqlQueryRaw<int>("SELECT count(*) AS Value FROM Revisions WHERE IncidentId = 1").SingleAsync(Stop);
        Assert.Equal(2, count);
    }
}
