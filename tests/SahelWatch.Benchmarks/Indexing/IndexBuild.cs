using System.Diagnostics;
using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Indexing;

/// <summary>An index of a synthetic set, how long it took and what it costs.</summary>
/// <param name="Took">Time of adding and freezing; making the incidents is not in it.</param>
/// <param name="Bytes">What the index holds in memory, names and vocabulary included.</param>
internal sealed record IndexBuild(IncidentIndex Index, TimeSpan Took, long Bytes)
{
    /// <summary>Facts and text are added by a thread each, as the builder allows.</summary>
    public static IndexBuild Of(SyntheticSet set, bool withText)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (index, took) = Build(set, withText);
        return new IndexBuild(index, took, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    private static (IncidentIndex Index, TimeSpan Took) Build(SyntheticSet set, bool withText)
    {
        var builder = new IndexBuilder(set.World.Reference);
        var feed = new IndexFeed(set);
        var watch = new Stopwatch();
        for (var first = 1; feed.Read(first, withText); first += IndexFeed.BatchSize)
        {
            watch.Start();
            Parallel.Invoke(() => feed.AddFacts(builder), () => feed.AddTexts(builder));
            watch.Stop();
        }
        watch.Start();
        var index = builder.Freeze("synthetic");
        return (index, watch.Elapsed);
    }
}
