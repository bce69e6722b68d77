using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Incidents;

namespace SahelWatch.Benchmarks.Making;

/// <summary>
/// The verb records: how long an editor waits for a saved record and for a look-up, with all incidents in the index and
/// 50,000 places and sources. It works on a copy, which goes again.
/// </summary>
internal static class RecordTrial
{
    private const int Runs = 15;
    private const int Enough = 50_000;
    private static readonly Person Person = new(1, "Benchmark", [Role.Editor, Role.Reviewer], []);

    /// <exception cref="IOException">The file is not there.</exception>
    public static async Task RunAsync(string path, bool json, TextWriter output)
    {
        if (!File.Exists(path))
        {
            throw new IOException($"{path} is not there; the verb make makes it.");
        }
        using var folder = new TemporaryFolder();
        var copy = Path.Combine(folder.Path, "records.db");
        File.Copy(path, copy);
        var options = new DbContextOptionsBuilder<SqliteContext>();
        SqliteContext.Configure(options, $"Data Source={copy}");
        using var store = new IncidentStore();
        using var lookups = new Lookups();
        await using (var db = new SqliteContext(options.Options))
        {
            await db.Database.MigrateAsync();
            await FillAsync(db);
            store.Replace(await IndexLoader.LoadAsync(db, CancellationToken.None));
            await lookups.CurrentAsync(db, CancellationToken.None);
        }
        var trial = new Trial(options.Options, store, lookups, output);
        await trial.SavesAsync();
        await trial.LookupsAsync();
        await trial.MergeAsync();
        if (json)
        {
            output.WriteLine(trial.Ratios.ToJson());
        }
    }

    /// <summary>As many places and sources as a large gazetteer and archive have.</summary>
    internal static async Task FillAsync(SahelWatchDbContext db)
    {
        using var exemption = db.WithoutRevisions();
        for (var number = await db.Places.CountAsync(); number < Enough; number++)
        {
            db.Add(new Place
            {
                Slug = $"filler-{number}",
                Name = $"Synthetic filler {number:x}",
                Spellings = [$"Remplissage {number}"],
                Kind = PlaceKind.Settlement,
            });
        }
        for (var number = await db.Sources.CountAsync(); number < Enough; number++)
        {
            db.Add(new Source
            {
                Slug = $"filler-{number}",
                Publisher = $"Synthetic Agency {number % 300}",
                Title = $"What was told of the synthetic village {number:x} on that day",
                Url = $"https://www.agency{number % 300}.example/{number}",
                Language = "en",
                Kind = SourceKind.TraditionalMedia,
                Reading = SourceReading.FullText,
                Reliability = 'C',
            });
        }
        await db.SaveChangesAsync();
    }

    private sealed class Trial(
        DbContextOptions<SqliteContext> options, IncidentStore store, Lookups lookups, TextWriter output)
    {
        private readonly EmbeddedSet _embedded = new();

        public Ratios Ratios { get; } = new();

        public async Task SavesAsync()
        {
            await SaveAsync("rename of an actor", RecordKind.Actor, "jnim", "name");
            await SaveAsync("aliases of an actor", RecordKind.Actor, "jnim", "aliases");
            await SaveAsync("title of an event", RecordKind.PoliticalEvent, await EventAsync(), "title");
            await SaveAsync("note of a source", RecordKind.Source, "filler-49999", "note");
            await SaveAsync("name of a place without incidents", RecordKind.Place, "filler-49999", "name");
        }

        public async Task LookupsAsync()
        {
            await using var db = new SqliteContext(options);
            foreach (var search in (string[])["gao", "synthetic ff", "e", "nowhere at all"])
            {
                await TimeAsync($"places: {search}", async () =>
                    (await lookups.CurrentAsync(db, CancellationToken.None)).Places.Find(search, 12));
            }
            foreach (var search in (string[])["agency village", "https://agency7.example/7/?utm_source=x", "nothing like it"])
            {
                await TimeAsync($"sources: {search}", async () =>
                {
                    var tables = await lookups.CurrentAsync(db, CancellationToken.None);
                    tables.Sources.Find(search, 12);
                    tables.Sources.PublisherAt(search);
                });
            }
            await TimeAsync("region of a point", () =>
            {
                _embedded.Boundaries.Find(16.27, -0.04);
                return Task.CompletedTask;
            });
        }

        /// <summary>The actor with the fewest incidents above some thousands, into another.</summary>
        public async Task MergeAsync()
        {
            string slug;
            int incidents;
            await using (var db = new SqliteContext(options))
            {
                var counts = await db.Set<IncidentActor>().GroupBy(party => party.Actor.Slug)
                    .Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
                var chosen = counts.Where(one => one.Key != "jnim").OrderBy(one => Math.Abs(one.Count - 4000)).First();
                (slug, incidents) = (chosen.Key, chosen.Count);
            }
            await OnceAsync($"merge of an actor with {incidents:N0} entries", (merge, version) =>
                merge.MergeAsync(slug, version, "jnim", "Benchmark", Person, CancellationToken.None), slug);
            await OnceAsync("the same taken back", (merge, version) =>
                merge.UnmergeAsync(slug, version, "Benchmark", Person, CancellationToken.None), slug);
        }

        private async Task OnceAsync(string name, Func<ActorMerge, int, Task<RecordAnswer>> ask, string slug)
        {
            await using var db = new SqliteContext(options);
            var version = await db.Actors.Where(actor => actor.Slug == slug).Select(actor => actor.Version).SingleAsync();
            var watch = Stopwatch.StartNew();
            var answer = await ask(new ActorMerge(db, store, TimeProvider.System), version);
            output.WriteLine($"{name}: {watch.Elapsed.TotalSeconds:0.0} s ({answer.Outcome})");
            Ratios[$"{name}/ms"] = watch.Elapsed.TotalMilliseconds;
        }

        private async Task SaveAsync(string name, RecordKind kind, string slug, string field)
        {
            var run = 0;
            await TimeAsync($"save: {name}", async () =>
            {
                await using var db = new SqliteContext(options);
                var desk = new RecordDesk(db, store, lookups, _embedded, TimeProvider.System);
                var state = await desk.FindAsync(kind, slug, CancellationToken.None);
                db.ChangeTracker.Clear();
                var answer = await desk.SaveAsync(
                    new RecordEdit(
                        kind, slug, state!.Version, new Dictionary<string, string?> { [field] = $"Text {run++}" }, "Benchmark"),
                    Person,
                    CancellationToken.None);
                if (answer.Outcome != RecordOutcome.Saved)
                {
                    throw new InvalidOperationException($"{name}: {answer.Outcome}");
                }
            });
        }

        private async Task TimeAsync(string name, Func<Task> ask)
        {
            await ask();
            var samples = new Samples();
            for (var run = 0; run < Runs; run++)
            {
                var watch = Stopwatch.StartNew();
                await ask();
                samples.Add(watch.Elapsed.TotalMilliseconds);
            }
            output.WriteLine($"{name}: {samples.Median:0.0} ms");
            Ratios[$"{name}/ms"] = samples.Median;
        }

        private async Task<string> EventAsync()
        {
            await using var db = new SqliteContext(options);
            return await db.PoliticalEvents.OrderBy(one => one.Slug).Select(one => one.Slug).FirstAsync();
        }
    }
}
