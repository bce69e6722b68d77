using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Hosting;

/// <summary>Fifty people who enter incidents at once, each on a connection of their own.</summary>
[Collection(nameof(Faults))]
public sealed class ManyWritersTests(ITestOutputHelper output) : IDisposable
{
    private const int Writers = 50;
    private const int Each = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("sahelwatch-writers-").FullName;

    [Fact]
    public async Task Fifty_writers_lose_no_entry_and_none_is_refused()
    {
        var stop = TestContext.Current.CancellationToken;
        _ = PublishedApp.Folder;
        await using var database = await ServedDatabase.MakeAsync(Path.Combine(_folder, "writers.db"));
        using var app = await PublishedApp.StartAsync(database.Path);
        var desks = new List<DeskWriter>();
        for (var writer = 0; writer < Writers; writer++)
        {
            desks.Add(await DeskWriter.OpenAsync(
                app.Browser(await database.SignInAsync($"Writer {writer}", [Role.Editor]))));
        }
        var waits = new ConcurrentBag<double>();

        await Task.WhenAll(desks.Select((desk, writer) => Task.Run(
            async () =>
            {
                for (var number = 0; number < Each; number++)
                {
                    var watch = Stopwatch.StartNew();
                    var address = await desk.PressAsync("save", DeskWriter.Form($"Synthetic {writer}.{number}"));
                    waits.Add(watch.Elapsed.TotalMilliseconds);
                    Assert.StartsWith("/desk/entries/", address, StringComparison.Ordinal);
                }
            },
            stop)));

        var ordered = waits.Order().ToList();
        output.WriteLine($"median {ordered[ordered.Count / 2]:0} ms, p99 {ordered[ordered.Count * 99 / 100]:0} ms, "
            + $"longest {ordered[^1]:0} ms");
        var titles = await database.AskAsync(db => db.Entries.AsNoTracking().Select(entry => entry.Form.Title)
            .ToListAsync(stop));
        Assert.Equal(Writers * Each, titles.Distinct().Count());
        Assert.Equal(Writers * Each, await database.AskAsync(db => db.EntryEvents.CountAsync(stop)));
        Assert.Equal("ok", await database.IntegrityAsync());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
