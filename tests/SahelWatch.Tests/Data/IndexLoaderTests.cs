using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Data;

public sealed class IndexLoaderTests : IAsyncLifetime
{
    private static readonly string[] Words =
    [
        "gao", "soumpi", "armee", "de", "l'armee", "x\ufffdy", "old\u0000new", "strasse", "😀", "e\u0301tape", "ruins",
    ];

    private readonly TestDatabase database = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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
    public async Task Embedded_set_loads_as_its_objects_would()
    {
        await Compare();

        Assert.Equal(299, (await Load()).Count);
    }

    [Fact]
    public async Task Awkward_values_load_as_their_objects_would()
    {
        await using (var db = database.Open())
        {
            foreach (var statement in Awkward)
            {
                Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(statement, Stop));
            }
        }

        await Compare();

        Assert.Equal(297, (await Load()).Count);
    }

    [Fact]
    public async Task Empty_database_loads_as_an_empty_index()
    {
        using var empty = new TestDatabase();
        await using var db = empty.Open();

        Assert.Equal(0, (await IndexLoader.LoadAsync(db, Stop)).Count);
    }

    [Fact]
    public async Task Index_is_of_one_moment_while_another_writes()
    {
        using var end = new CancellationTokenSource();
        await WriteMoment(1);
        var writing = Task.Run(() => Write(end.Token), Stop);

        for (var time = 0; time < 40; time++)
        {
            var index = await Load();
            var moment = int.Parse(index.Version.Split('-')[0], CultureInfo.InvariantCulture) - 299;

            Assert.Equal(moment, index[index.RowOf(1)!.Value].Deaths.Best);
            Assert.Single(index.Select(new IncidentFilter { Text = $"moment{moment}." }, Site.Today));
        }

        await end.CancelAsync();
        Assert.True(await writing > 40);
    }

    /// <summary>Each leaves one row changed.</summary>
    private static string[] Awkward =>
    [
        "UPDATE Incidents SET DeathsLow = NULL, DeathsBest = NULL, DeathsHigh = NULL WHERE Number = 1",
        "UPDATE Incidents SET DeathsLow = NULL, DeathsBest = 0, DeathsHigh = 2147483647 WHERE Number = 2",
        "UPDATE Incidents SET Tactics = '[]', Targets = '[]', Violence = NULL WHERE Number = 3",
        "UPDATE Incidents SET Tactics = '[\"ied\", \"\\u0061mbush\"]' WHERE Number = 4",
        "UPDATE Incidents SET RegionId = NULL, SourceRegionName = NULL WHERE Number = 5",
        "UPDATE Incidents SET SourceRegionName = '', Title = '' WHERE Number = 6",
        "UPDATE Incidents SET StartsOn = '0001-01-01' WHERE Number = 7",
        "UPDATE Incidents SET EndsOn = '9999-12-31' WHERE Number = 8",
        "UPDATE Incidents SET ChangedAt = '2031-05-06 07:08:09.1234567' WHERE Number = 9",
        "UPDATE Incidents SET ChangedAt = '2031-05-06 07:08:09.12345' WHERE Number = 10",
        "UPDATE Incidents SET ChangedAt = '2035-05-06 07:08:09', Status = 'Withdrawn' WHERE Number = 11",
        "UPDATE Incidents SET Status = 'Draft' WHERE Number = 12",
        "UPDATE Incidents SET Summary = 'Old' || char(0) || 'new' WHERE Number = 13",
        "UPDATE Incidents SET Summary = 'x' || CAST(x'ff' AS TEXT) || 'y E' || char(769) || 'tape' WHERE Number = 14",
        "UPDATE Incidents SET Summary = 'STRASSE Straße 😀 ÉCOLE\u00a0Ça\u2003l’armée\u0085ﬁn Ǆ'"
            + " WHERE Number = 15",
        "UPDATE Incidents SET Latitude = 16, Longitude = -180 WHERE Number = 16",
        "DELETE FROM IncidentActors WHERE rowid = (SELECT min(rowid) FROM IncidentActors"
            + " WHERE IncidentId = (SELECT Id FROM Incidents WHERE Number = 17))",
        "INSERT INTO IncidentActors SELECT Id, (SELECT max(Id) FROM Actors), 'Associated', 'Claimed' FROM Incidents"
            + " WHERE Number = 19",
        "UPDATE Places SET Spellings = '[\"Ru\\u00efns \\\"old\\\"\", \"\"]'"
            + " WHERE Id = (SELECT PlaceId FROM Incidents WHERE Number = 18)",
    ];

    private async Task<int> Write(CancellationToken end)
    {
        var moment = 1;
        while (!end.IsCancellationRequested)
        {
            await WriteMoment(++moment);
        }
        return moment;
    }

    /// <summary>Tells in facts, text and revision of the first incident which moment it is.</summary>
    private async Task WriteMoment(int moment)
    {
        await using var db = database.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE Incidents SET Title = {$"moment{moment}."}, DeathsBest = {moment} WHERE Number = 1", Stop);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO Revisions (IncidentId, Number, Kind, Author, At, Reason, Changes)
            SELECT Id, {moment + 1}, 'Corrected', 'test', '2026-01-01', '', '[]' FROM Incidents WHERE Number = 1
            """,
            Stop);
        await transaction.CommitAsync(Stop);
    }

    private async Task<IncidentIndex> Load()
    {
        await using var db = database.Open();
        return await IndexLoader.LoadAsync(db, Stop);
    }

    private async Task Compare()
    {
        var actual = await Load();
        await using var db = database.Open();
        var incidents = await db.Incidents.AsNoTrackingWithIdentityResolution()
            .Include(incident => incident.Place)
            .Include(incident => incident.Region)
            .Include(incident => incident.Actors).ThenInclude(entry => entry.Actor)
            .Include(incident => incident.Citations).ThenInclude(citation => citation.Source)
            .ToListAsync(Stop);
        var expected = IncidentIndex.Build(incidents, actual.Reference, "test");
        var filters = new List<IncidentFilter> { IncidentFilter.Everything };
        RandomFilters.Over(actual.Reference, new(2012, 1, 1), new(2020, 1, 1))
            .Sample(filters.Add, iter: 50, threads: 1);
        var titles = incidents.SelectMany(incident => TextFold.Words($"{incident.Title} {incident.Place.Name}"));

        SameIndex.Check(expected, actual, filters, [.. Words, .. titles.Distinct().Take(300)]);
    }
}
