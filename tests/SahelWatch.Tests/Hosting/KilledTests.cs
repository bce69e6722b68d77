using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Editing;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Hosting;

/// <summary>What the published application said it has kept is kept, even if it is killed the next moment.</summary>
[Collection(nameof(Faults))]
public sealed class KilledTests : IDisposable
{
    private const int Rounds = 5;
    private const int Writers = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("sahelwatch-killed-").FullName;
    private readonly ConcurrentBag<Kept> _kept = [];
    private readonly ConcurrentBag<(int Number, string Title)> _published = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_after_kill_9()
    {
        _ = PublishedApp.Folder;
        await using var database = await ServedDatabase.MakeAsync(Path.Combine(_folder, "killed.db"));
        var people = new string[Writers];
        for (var writer = 0; writer < Writers; writer++)
        {
            people[writer] = await database.SignInAsync($"Writer {writer}", [Role.Editor, Role.Reviewer]);
        }

        for (var round = 0; round < Rounds; round++)
        {
            using var app = await PublishedApp.StartAsync(database.Path, "--Access:IsReviewByAuthorAllowed=true");
            await LookAsync(database);
            var before = _kept.Count;
            var writing = people.Select((person, writer) => WriteAsync(app, person, $"{round}.{writer}")).ToList();
            var enough = before + Random.Shared.Next(5, 80);
            while (_kept.Count < enough && !writing.Exists(one => one.IsCompleted))
            {
                await Task.Delay(Random.Shared.Next(5, 20), Stop);
            }
            app.Kill();
            await Task.WhenAll(writing);
            Assert.True(_kept.Count >= enough);
        }

        Assert.NotEmpty(_published);
        using var last = await PublishedApp.StartAsync(database.Path);
        await LookAsync(database);
        using var reader = last.Browser();
        foreach (var (number, title) in _published)
        {
            Assert.Contains(title, await reader.GetStringAsync($"/incidents/{number}", Stop), StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Begins, keeps and publishes entries until the application is gone.</summary>
    private async Task WriteAsync(PublishedApp app, string person, string name)
    {
        try
        {
            using var client = app.Browser(person);
            var desk = await DeskWriter.OpenAsync(client);
            for (var number = 0; ; number++)
            {
                var title = $"Synthetic {name}.{number}";
                var form = DeskWriter.Form(title);
                var (id, version) = await desk.AutosaveAsync(form);
                _kept.Add(new Kept(id, version, title, IsEvent: true));
                form = form with { Title = $"{title} autosaved" };
                (_, version) = await desk.AutosaveAsync(form, id, version);
                _kept.Add(new Kept(id, version, form.Title, IsEvent: false));
                form = form with { Title = $"{title} saved" };
                Assert.EndsWith("?after=saved", await desk.PressAsync("save", form, id, version), StringComparison.Ordinal);
                _kept.Add(new Kept(id, ++version, form.Title, IsEvent: true));
                form = form with { Title = $"{title} published" };
                var address = await desk.PressAsync("publish-anyway", form, id, version);
                _published.Add((int.Parse(address["/incidents/".Length..], CultureInfo.InvariantCulture), form.Title));
                _kept.Add(new Kept(id, version + 1, form.Title, IsEvent: true));
            }
        }
        catch (HttpRequestException)
        {
            // Killed; what was under way was not acknowledged.
        }
        catch (IOException)
        {
            // Killed while an answer was on its way.
        }
    }

    private async Task LookAsync(ServedDatabase database)
    {
        Assert.Equal("ok", await database.IntegrityAsync());
        var entries = await database.AskAsync(db => db.Entries.AsNoTracking().Include(entry => entry.Events)
            .ToDictionaryAsync(entry => entry.Id, Stop));
        foreach (var kept in _kept)
        {
            var entry = entries[kept.Entry];
            Assert.True(
                entry.Version > kept.Version || (entry.Version == kept.Version && entry.Form.Title == kept.Title),
                $"{kept} was acknowledged, and there is version {entry.Version}: {entry.Form.Title}");
            Assert.True(
                !kept.IsEvent || entry.Events.Exists(one => one.Form?.Title == kept.Title), $"No event of {kept}");
        }
        var titles = await database.AskAsync(db => db.Incidents.AsNoTracking()
            .ToDictionaryAsync(incident => incident.Number, incident => incident.Title, Stop));
        var revised = await database.AskAsync(db => db.Revisions.AsNoTracking()
            .Where(one => one.Kind == RevisionKind.Added && one.AuthorId != null && one.IncidentId != null)
            .Join(db.Incidents, one => one.IncidentId, incident => incident.Id, (_, incident) => incident.Number)
            .ToListAsync(Stop));
        Assert.All(_published, one => Assert.Equal(one.Title, titles[one.Number]));
        Assert.Equal([], _published.Select(one => one.Number).Except(revised));
    }

    /// <summary>A save that was acknowledged.</summary>
    /// <param name="IsEvent">Whether the entry's history tells of it.</param>
    private sealed record Kept(int Entry, int Version, string Title, bool IsEvent);
}
