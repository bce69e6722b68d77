using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Data;
using SahelWatch.Importing;

namespace SahelWatch.Benchmarks.Making;

/// <summary>
/// A database on which the site starts: the embedded set, as the site itself loads it, and a synthetic set besides.
/// </summary>
internal static class AppDatabase
{
    /// <exception cref="IOException">The file is there already.</exception>
    public static async Task MakeAsync(string path, SyntheticSet set)
    {
        if (File.Exists(path))
        {
            throw new IOException($"{path} is there already; the synthetic set goes into a new file.");
        }
        Dictionary<string, int> regions;
        var connectionString = $"Data Source={Path.GetFullPath(path)};Pooling=False";
        await using (var db = Open(connectionString))
        {
            await SeedAsync(db);
            using var exemption = db.WithoutRevisions();
            db.AddRange(set.World.Actors);
            db.AddRange(set.World.Relations);
            db.AddRange(set.World.Sources);
            await db.SaveChangesAsync();
            regions = await db.Regions.ToDictionaryAsync(region => region.Code, region => region.Id);
        }
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        Execute(connection, "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        var indexes = TakeIndexes(connection);
        using (var transaction = connection.BeginTransaction())
        {
            using var rows = new AppRows(connection, set, regions);
            rows.AddPlaces();
            rows.AddIncidents();
            transaction.Commit();
        }
        indexes.ForEach(index => Execute(connection, index));
        Execute(connection, "PRAGMA journal_mode = WAL;");
    }

    private static SqliteContext Open(string connectionString)
    {
        var options = new DbContextOptionsBuilder<SqliteContext>();
        SqliteContext.Configure(options, connectionString);
        return new SqliteContext(options.Options);
    }

    private static async Task SeedAsync(SqliteContext db)
    {
        await DatabaseStart.MigrateAsync(db, DateTime.UtcNow, CancellationToken.None);
        var embedded = new EmbeddedSet();
        var result = await new SeedLoader(db, TimeProvider.System)
            .LoadAsync(embedded.Files, embedded.Boundaries, CancellationToken.None);
        if (result.Problems.Count > 0)
        {
            throw new InvalidDataException($"The embedded set has {result.Problems.Count} problem(s).");
        }
    }

    /// <summary>
    /// Drops the indexes of the large tables and gives what makes them again: once is faster than row by row.
    /// </summary>
    private static List<string> TakeIndexes(SqliteConnection connection)
    {
        List<(string Name, string Sql)> found = [];
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
                + "AND tbl_name IN ('Incidents', 'IncidentActors', 'Citations')";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                found.Add((reader.GetString(0), reader.GetString(1)));
            }
        }
        found.ForEach(index => Execute(connection, $"DROP INDEX \"{index.Name}\""));
        return found.ConvertAll(index => index.Sql);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
