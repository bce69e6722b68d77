using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Importing;

namespace SahelWatch;

/// <summary>What the one executable can do besides serving. Exit codes: 0 done, 1 failed, 2 not understood.</summary>
public static class Verbs
{
    private static readonly Dictionary<string, Verb> All = new(StringComparer.Ordinal)
    {
        ["migrate"] = new("Brings the database to the current model; copies it first.", MigrateAsync),
        ["seed"] = new("Loads or updates the embedded data; leaves edited records alone.", SeedAsync),
        ["check"] = new("Validates the embedded data files and the database; prints every problem.", CheckAsync),
    };

    /// <summary>Whether the arguments ask for a verb or for help rather than for the server.</summary>
    public static bool Asked(string[] args) => HelpAsked(args) || Words(args).Count > 0;

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output)
    {
        var words = Words(args);
        if (words.Count == 0)
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }
        if (words.Count > 1 || !All.TryGetValue(words[0], out var verb))
        {
            await output.WriteLineAsync(Usage);
            await output.WriteLineAsync(
                $"'{string.Join(' ', words)}' is none of the verbs {string.Join(", ", All.Keys)}.");
            return 2;
        }
        if (HelpAsked(args))
        {
            await output.WriteLineAsync($"SahelWatch.Web {words[0]}\n  {verb.Summary}\n\n{Settings}");
            return 0;
        }
        await using var scope = services.CreateAsyncScope();
        return await verb.Run(scope.ServiceProvider, output);
    }

    private static bool HelpAsked(string[] args) => args.Contains("--help") || args.Contains("-h");

    /// <summary>
    /// What is left when settings (<c>--key value</c> or <c>--key=value</c>) and help are taken away.
    /// </summary>
    private static List<string> Words(string[] args)
    {
        var words = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--help" or "-h")
            {
                continue;
            }
            if (!args[i].StartsWith('-'))
            {
                words.Add(args[i]);
            }
            else if (!args[i].Contains('=', StringComparison.Ordinal))
            {
                i++;
            }
        }
        return words;
    }

    private static string Usage =>
        "SahelWatch.Web [verb] [--Setting value ...]\n  (none)   serves the site\n"
        + string.Concat(All.Select(verb => $"  {verb.Key,-8} {verb.Value.Summary}\n"))
        + $"\n{Settings}";

    private static string Settings =>
        "Settings: --Database:Path FILE   --Urls http://localhost:5080   (README, configuration)";

    private static async Task<int> MigrateAsync(IServiceProvider services, TextWriter output)
    {
        await services.GetRequiredService<SiteStart>().MigrateAsync(CancellationToken.None);
        await output.WriteLineAsync("The database is at the current model.");
        return 0;
    }

    private static async Task<int> SeedAsync(IServiceProvider services, TextWriter output)
    {
        var start = services.GetRequiredService<SiteStart>();
        await start.MigrateAsync(CancellationToken.None);
        var result = await start.SeedAsync(CancellationToken.None);
        await output.WriteLineAsync(
            $"{result.Inserted} new, {result.Updated} updated, {result.Unchanged} unchanged, "
            + $"{result.Kept.Count} edited here and kept.");
        foreach (var record in result.KeptRecords)
        {
            await output.WriteLineAsync($"Edited here, kept as it is: {record}");
        }
        foreach (var record in result.Vanished)
        {
            await output.WriteLineAsync($"No longer in the embedded data, kept: {record}");
        }
        return 0;
    }

    private static async Task<int> CheckAsync(IServiceProvider services, TextWriter output)
    {
        var embedded = services.GetRequiredService<EmbeddedSet>();
        var text = services.GetRequiredService<Text>();
        var watch = Stopwatch.StartNew();
        var reading = SeedReader.Read(embedded.Files, embedded.Boundaries, DateTime.UnixEpoch);
        foreach (var problem in reading.Problems)
        {
            await output.WriteLineAsync(problem.Sentence(text));
        }
        var faults = await DatabaseFaultsAsync(services.GetRequiredService<SahelWatchDbContext>());
        foreach (var fault in faults)
        {
            await output.WriteLineAsync(fault);
        }
        await output.WriteLineAsync(
            $"{reading.Set?.Incidents.Count ?? 0} incidents in the files; "
            + $"{reading.Problems.Count + faults.Count} problem(s) in {watch.ElapsedMilliseconds} ms.");
        return reading.Problems.Count + faults.Count == 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<string>> DatabaseFaultsAsync(SahelWatchDbContext db)
    {
        if (!File.Exists(db.Database.GetDbConnection().DataSource))
        {
            return [];
        }
        var faults = new List<string>();
        var pending = (await db.Database.GetPendingMigrationsAsync()).ToList();
        if (pending.Count > 0)
        {
            return [$"The database lacks {pending.Count} migration(s): run migrate."];
        }
        faults.AddRange((await db.Database
            .SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync())
            .Where(line => line != "ok").Select(line => $"Database: {line}"));
        faults.AddRange((await db.Database
            .SqlQuery<string>(
                $"SELECT \"table\" || ' row ' || rowid AS Value FROM pragma_foreign_key_check").ToListAsync())
            .Select(line => $"Database: broken reference in {line}"));
        faults.AddRange((await db.Incidents.AsNoTracking()
                .Where(incident =>
                    incident.Status == Incidents.EditorialStatus.Published && incident.Citations.Count == 0)
                .Select(incident => incident.Number).ToListAsync())
            .Select(number => $"Incident {number}: published without a citation"));
        faults.AddRange((await db.Incidents.AsNoTracking().ToListAsync())
            .Where(incident => !incident.Deaths.IsOrdered || incident.EndsOn < incident.StartsOn)
            .Select(incident => $"Incident {incident.Number}: deaths or dates out of order"));
        return faults;
    }

    private sealed record Verb(string Summary, Func<IServiceProvider, TextWriter, Task<int>> Run);
}
