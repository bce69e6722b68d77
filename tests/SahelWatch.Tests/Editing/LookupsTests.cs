using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Editing;

public sealed class LookupsTests : IAsyncLifetime
{
    private RecordDesks desks = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desks = await RecordDesks.OpenAsync();

    public ValueTask DisposeAsync()
    {
        desks.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Tables_hold_every_record_and_take_over_what_is_saved()
    {
        var first = await TablesAsync();
        await desks.EditAsync(RecordKind.Place, first.Places.Find("gao", 1)[0].Slug, ("spellings", "Kawkaw"));
        await desks.EditAsync(RecordKind.Source, "fn05c-ap-burkina60", ("url", "https://example.org/moved/"));

        var next = await TablesAsync();

        await using var db = desks.Database.Open();
        Assert.Equal(await db.Places.CountAsync(Stop), next.Places.Count);
        Assert.Equal(await db.Sources.CountAsync(Stop), next.Sources.Count);
        Assert.Equal("gao", Assert.Single(next.Places.Find("kawkaw", 5)).Slug);
        Assert.Equal("fn05c-ap-burkina60", next.Sources.At("http://www.example.org/moved?utm_source=a")?.Slug);
        Assert.Null(first.Sources.At("https://example.org/moved"));
        Assert.Same(next, await TablesAsync());
    }

    [Fact]
    public async Task Address_finds_its_source_and_what_its_publisher_usually_is()
    {
        var tables = await TablesAsync();
        await using var db = desks.Database.Open();
        var rfi = (await db.Sources.AsNoTracking().ToListAsync(Stop))
            .Where(source => SourceAddress.HostOf(source.Url) == "rfi.fr").ToList();

        var found = tables.Sources.Find($"{rfi[0].Url}?utm_source=feed#comments", 5);
        var publisher = tables.Sources.PublisherAt("https://www.rfi.fr/fr/afrique/20990101-unknown");

        Assert.Equal(rfi[0].Slug, Assert.Single(found).Slug);
        Assert.Empty(tables.Sources.Find("https://www.rfi.fr/fr/afrique/20990101-unknown", 5));
        Assert.Equal(rfi.Count, publisher!.Sources);
        Assert.Equal(SourceKind.TraditionalMedia, publisher.Kind);
        Assert.Contains(rfi, source => source.Publisher == publisher.Name);
    }

    [Fact]
    public void Tables_of_fifty_thousand_answer_while_somebody_types()
    {
        var places = NameTable.Of(Enumerable.Range(0, 50_000).Select(number => PlaceNote.Of(
            new Place { Slug = $"place-{number}", Name = $"Synthetic {number:x} village", Kind = PlaceKind.Settlement, Spellings = [$"Ville {number}"] },
            number)));
        var sources = SourceTable.Of(Enumerable.Range(0, 50_000).Select(number => SourceNote.Of(
            new Source
            {
                Slug = $"source-{number}",
                Publisher = $"Synthetic Agency {number % 300}",
                Title = $"A report of what happened in village {number:x} on a day that is told with its circumstances",
                Url = $"https://www.agency{number % 300}.example/{number}",
                Language = "en",
                Kind = SourceKind.TraditionalMedia,
                Reading = SourceReading.FullText,
                Reliability = 'C',
            },
            number)));
        Action[] questions =
        [
            () => places.Find("synthetic ff", 12), () => places.Find("e", 12), () => places.Find("nowhere", 12),
            () => sources.Find("agency village", 12), () => sources.Find("https://agency7.example/7/", 12),
            () => sources.PublisherAt("https://agency7.example/new"), () => sources.Find("nothing like it", 12),
        ];
        foreach (var ask in questions)
        {
            ask();
            var best = Enumerable.Range(0, 5).Min(_ =>
            {
                var watch = Stopwatch.StartNew();
                ask();
                return watch.Elapsed.TotalMilliseconds;
            });
            Assert.InRange(best, 0, 100);
        }
    }

    private async Task<LookupTables> TablesAsync()
    {
        await using var db = desks.Database.Open();
        return await desks.Lookups.CurrentAsync(db, Stop);
    }
}
