using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Benchmarks.Making;
using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Hosting;

namespace SahelWatch.Benchmarks.Serving;

/// <summary>
/// The verb serve: the published application on a database of synthetic incidents, asked by another process on the same
/// machine, first for what nobody asked before and then for what everybody asks.
/// </summary>
internal sealed class Serve(Options options, TextWriter output)
{
    private const int FewClients = 8;
    private const int ManyClients = 50;
    private const int WarmSeconds = 3;

    /// <summary>More than any run asks for; a run that comes to the end has asked for something twice.</summary>
    private const int MostFilters = 200_000;

    private static readonly (string Name, string Path)[] Endpoints =
    [
        ("map", "/api/v1/map?box=-12,10,12,18&zoom=6&"), ("facets", "/api/v1/facets?"),
        ("trends", "/api/v1/trends?split=region&"), ("list", "/api/v1/incidents?"),
    ];

    private static readonly string[] Popular =
    [
        "/", "/api/v1/map?box=-18,4,25,28&zoom=5", "/api/v1/map?box=-18,4,25,28&zoom=5&country=MLI",
        "/incidents", "/trends?violence=political", "/actors", "/regions", "/api/v1/facets?country=MLI",
        "/api/v1/trends?split=region", "/api/v1/incidents",
    ];

    private readonly Ratios _figures = new();

    /// <summary>0, or 1 where a goal was missed.</summary>
    public async Task<int> RunAsync(string? published)
    {
        Wrk.Find();
        var folder = Directory.CreateTempSubdirectory("sahelwatch-serve-").FullName;
        try
        {
            var database = options.Database ?? Path.Combine(folder, "synthetic.db");
            var set = new SyntheticSet(options.Rows);
            if (!File.Exists(database))
            {
                await AppDatabase.MakeAsync(database, set);
            }
            if (published is null)
            {
                published = Path.Combine(folder, "published");
                PublishedSite.Publish(AppFolders.Resolve("src/SahelWatch.Web"), published);
            }
            await using var site = await PublishedSite.StartAsync(published, database);
            output.WriteLine($"{database}: ready in {site.Start.TotalSeconds:0.0} s, "
                + $"{site.ResidentBytes / 1e6:N0} MB resident, {Environment.ProcessorCount} cores shared with wrk");
            var isReached = AskNewFilters(site, set.World) & AskPopularViews(site);
            output.WriteLine($"{site.ResidentBytes / 1e6:N0} MB resident at the end");
            if (options.Json)
            {
                output.WriteLine(_figures.ToJson());
            }
            return isReached ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private bool AskNewFilters(PublishedSite site, SyntheticWorld world)
    {
        Head($"{FewClients} clients, each request a new filter");
        // What runs often is compiled anew for some seconds, on the same cores.
        Warm(site, NewFilters.Of(Shape.Narrow, world, MostFilters / 10, seed: 3));
        var isReached = true;
        foreach (var shape in Enum.GetValues<Shape>())
        {
            Warm(site, NewFilters.Of(shape, world, MostFilters / 10, seed: 1));
            var filters = NewFilters.Of(shape, world, MostFilters, seed: 2);
            var goal = new Goal(shape == Shape.Broad ? 300 : 0, 50);
            foreach (var (name, path) in Endpoints)
            {
                isReached &= Ask(site, $"{name}, {shape.ToString().ToLowerInvariant()}", Paths(path, filters),
                    FewClients, goal);
            }
        }
        return isReached;
    }

    private static void Warm(PublishedSite site, IReadOnlyCollection<string> filters)
    {
        foreach (var (_, path) in Endpoints)
        {
            Wrk.Run(site.Address, Paths(path, filters), FewClients, WarmSeconds);
        }
    }

    private bool AskPopularViews(PublishedSite site)
    {
        Head($"{ManyClients} clients, popular views");
        Wrk.Run(site.Address, Popular, clients: 1, WarmSeconds);
        Wrk.Run(site.Address, Popular, ManyClients, WarmSeconds);
        var isReached = true;
        foreach (var path in Popular)
        {
            isReached &= Ask(site, path, [path], ManyClients, new Goal(10_000, 20));
        }
        return isReached & Ask(site, "all of these in turn", Popular, ManyClients, new Goal(10_000, 20));
    }

    private bool Ask(PublishedSite site, string name, IReadOnlyCollection<string> paths, int clients, Goal goal)
    {
        var before = site.Cpu;
        var load = Wrk.Run(site.Address, paths, clients, options.Seconds);
        var cpu = (site.Cpu - before).TotalMilliseconds / Math.Max(1, load.Requests);
        if (paths.Count > Popular.Length && load.Requests > paths.Count)
        {
            throw new IOException($"{load.Requests} requests were more than the {paths.Count} new filters.");
        }
        var isMet = goal.IsMetBy(load);
        output.WriteLine($"{name,-48}{load.PerSecond,12:N0}{load.P50,10:0.0}{load.P99,10:0.0}{cpu,14:0.000}   "
            + $"{(isMet ? "met" : "MISSED")} {goal}");
        var slug = Ratios.Slug($"serve {clients} {name}");
        _figures[$"{slug}/per-second"] = load.PerSecond;
        _figures[$"{slug}/p50-ms"] = load.P50;
        _figures[$"{slug}/p99-ms"] = load.P99;
        return isMet;
    }

    private void Head(string title) => output.WriteLine(
        $"\n{title,-48}{"requests/s",12}{"p50 ms",10}{"p99 ms",10}{"CPU ms each",14}   goal");

    private static List<string> Paths(string path, IReadOnlyCollection<string> filters) =>
        [.. filters.Select(filter => path + filter)];
}
