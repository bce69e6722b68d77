using System.Net;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Hosting;

/// <summary>
/// The published application on a disk without room: nothing is written by halves, and nothing typed is lost.
/// </summary>
[Collection(nameof(Faults))]
public sealed class DiskFullTests
{
    private const int Megabytes = 40;

    /// <summary>More than the room that SQLite can find in what it has already.</summary>
    private const int MostSaves = 400;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_without_room_is_refused_whole_and_goes_through_once_there_is_room()
    {
        _ = PublishedApp.Folder;
        using var disk = SmallDisk.Mount(Megabytes);
        await using var database = await ServedDatabase.MakeAsync(Path.Combine(disk.Path, "full.db"));
        var editor = await database.SignInAsync("Rédactrice", [Role.Editor]);
        var other = await database.SignInAsync("Relecteur", [Role.Reviewer], TimeSpan.FromHours(1));
        using var app = await PublishedApp.StartAsync(database.Path, "--Database:SnapshotPath=none");
        using var client = app.Browser(editor, "fr");
        var browser = await new EntryBrowser(client).OpenAsync("/desk/entries/new");
        await browser.PressAsync("save", ("Form.Title", "Avant"));
        await browser.FollowAsync();
        database.Checkpoint();
        disk.Fill();

        var before = "";
        var title = "";
        for (var save = 0; save < MostSaves && browser.Status != HttpStatusCode.ServiceUnavailable; save++)
        {
            before = database.Hash();
            title = $"Frappé {save}";
            await browser.PressAsync("save", ("Form.Title", title), ("Form.Summary", new string('é', 1900)));
            if (browser.Status == HttpStatusCode.Redirect)
            {
                await browser.FollowAsync();
            }
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Status);
        Assert.Equal(before, database.Hash());
        Assert.Equal("fr", browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Indisponible pour le moment", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(title, browser.ValueOf("Form.Title"));
        using var reader = app.Browser(other);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/desk", Stop)).StatusCode);
        using var visitor = app.Browser();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/incidents", Stop)).StatusCode);

        disk.GiveBack();
        await browser.PressAsync("save");

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        var entry = await database.AskAsync(db => db.Entries.AsNoTracking().SingleAsync(Stop));
        Assert.Equal(title, entry.Form.Title);
        Assert.Equal("ok", await database.IntegrityAsync());
    }
}
