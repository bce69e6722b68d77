using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Data;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Making;

/// <summary>The verb load: how long the site needs from its database to a standing index.</summary>
internal static class LoadTrial
{
    private const int Runs = 5;

    /// <exception cref="IOException">The file is not there.</exception>
    public static async Task RunAsync(string path, bool json, TextWriter output)
    {
        if (!File.Exists(path))
        {
            throw new IOException($"{path} is not there; the verb make makes it.");
        }
        var ratios = new Ratios();
        var samples = new Samples();
        for (var run = 1; run <= Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            var index = await LoadAsync(path);
            samples.Add(watch.Elapsed.TotalMilliseconds);
            output.WriteLine($"{index.Count:N0} incidents from SQLite: {watch.Elapsed.TotalSeconds:0.00} s, "
                + $"{index.Count / watch.Elapsed.TotalSeconds:N0} rows/s");
        }
        ratios["load-sqlite/ms"] = samples.Median;
        if (json)
        {
            output.WriteLine(ratios.ToJson());
        }
    }

    private static async Task<IncidentIndex> LoadAsync(string path)
    {
        var options = new DbContextOptionsBuilder<SqliteContext>();
        SqliteContext.Configure(options, $"Data Source={Path.GetFullPath(path)}");
        await using var db = new SqliteContext(options.Options);
        return await IndexLoader.LoadAsync(db, CancellationToken.None);
    }
}
