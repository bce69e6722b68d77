using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Pages.Desk.Entries;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages;

/// <summary>
/// Every payload goes through the desk's own forms into every text field, and every view that then holds it holds text.
/// </summary>
public sealed class HostileTextTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void There_are_sixty_payloads_that_fit_every_field()
    {
        Assert.True(XssPayloads.All.Distinct().Count() >= 60);
        Assert.DoesNotContain(XssPayloads.All, payload => payload.Length > Incident.CodeLength);
    }

    [Fact]
    public async Task Text_of_an_incident_stays_text_from_its_draft_to_its_withdrawal()
    {
        var reviewer = await site.SignedInAsync(Enum.GetValues<Role>());
        var visitor = site.Client();
        var numbers = new List<int>();
        foreach (var payload in XssPayloads.All)
        {
            var author = await site.SignedInAsync(Role.Editor);
            await SentAsync(author, "/account", [new("name", payload)], "/account?handler=Name");
            var id = await SubmittedAsync(author, payload);
            var review = $"/desk/entries/{id}/review";

            await SentAsync(reviewer, review, await StepAsync(id, "comment", $"@{payload} {payload}"));
            await SentAsync(reviewer, review, await StepAsync(id, "return", payload));
            await TellsAsync(author, "/desk", payload);
            await TellsAsync(author, $"/desk/entries/{id}", payload);
            await SentAsync(author, review, await StepAsync(id, "submit", ""));
            await TellsAsync(reviewer, review, payload);
            await SentAsync(reviewer, review, await StepAsync(id, "publish", ""));

            var number = await site.InDatabaseAsync(db => db.Entries.Where(one => one.Id == id)
                .Select(one => one.Incident!.Number).SingleAsync(Stop));
            numbers.Add(number);
            await TellsAsync(visitor, $"/incidents/{number}", payload);
            await TellsAsync(visitor, $"/incidents/{number}/history", payload);
            await TellsAsync(reviewer, $"/desk/incidents/{number}", payload);
            await Inert.FetchAsync(visitor, $"/api/v1/incidents/{number}");
            await Inert.FetchAsync(visitor, $"/api/v1/map/incident/{number}");
        }
        await EveryViewAsync(visitor);
        await EveryViewAsync(reviewer);
        foreach (var (number, payload) in numbers.Zip(XssPayloads.All))
        {
            var desk = $"/desk/incidents/{number}";
            await SentAsync(reviewer, desk, [new("version", "1"), new("reason", payload)], $"{desk}?handler=Withdraw");
            await TellsAsync(visitor, $"/incidents/{number}", payload);
            await TellsAsync(reviewer, desk, payload);
        }
        foreach (var path in new[] { "/changes", "/changes.atom", "/api/v1/changes?size=200", "/desk" })
        {
            await Inert.FetchAsync(reviewer, path);
        }
    }

    [Fact]
    public async Task Text_of_a_record_stays_text_in_its_form_its_history_and_its_pages()
    {
        var editor = await site.SignedInAsync(await site.PersonAsync("Awa", Role.Editor, Role.Reviewer));
        var source = await site.InDatabaseAsync(db => db.Sources.Select(one => one.Slug).FirstAsync(Stop));
        foreach (var (index, payload) in XssPayloads.All.Index())
        {
            var actor = await RecordAsync(editor, "actors", payload,
                ["name", "name-fr", "acronym", "description", "aliases"], ("kind", Code.All<ActorKind>()[0]));
            await Inert.FetchAsync(site.Client(), $"/actors/{actor}");
            await Inert.FetchAsync(site.Client("fr"), $"/actors/{actor}");
            await Inert.FetchAsync(site.Client(), $"/api/v1/actors/{actor}");
            await RecordAsync(editor, "relations", payload, ["statement", "note"],
                ("from", actor), ("to", "jnim"), ("kind", Code.All<RelationKind>()[index % Code.All<RelationKind>().Count]),
                ("confidence", Code.All<RelationConfidence>()[0]), ("sources", source));
            await RecordAsync(editor, "places", payload, ["name", "spellings", "source-region", "note"],
                ("kind", Code.All<PlaceKind>()[0]), ("country", "MLI"), ("latitude", "14.5"), ("longitude", "-4.2"),
                ("geo-precision", "near"), ("coordinate-source", Code.All<CoordinateSource>()[0]));
            await RecordAsync(editor, "events", payload, ["title", "summary"],
                ("kind", Code.All<PoliticalEventKind>()[0]), ("starts-on", "2026-05-01"), ("date-precision", "day"),
                ("country", "MLI"), ("sources", source), ("actors", actor));
            await RecordAsync(editor, "sources", payload, ["publisher", "title", "authors", "agency", "note"],
                ("url", $"https://news.example.org/{index}?{Uri.EscapeDataString(payload)}"), ("language", "fr"),
                ("kind", Code.All<SourceKind>()[0]), ("reading", Code.All<SourceReading>()[0]), ("reliability", "C"));
            foreach (var lookup in new[] { "places", "actors", "sources" })
            {
                await Inert.FetchAsync(editor, $"/desk/lookup/{lookup}?q={Uri.EscapeDataString(payload)}");
            }
        }
        foreach (var section in new[] { "actors", "relations", "places", "events", "sources" })
        {
            await Inert.FetchAsync(editor, $"/desk/{section}");
        }
        await EveryViewAsync(site.Client("fr"));
    }

    [Fact]
    public async Task What_is_asked_or_typed_wrongly_comes_back_as_text()
    {
        var editor = await site.SignedInAsync(Role.Editor);
        foreach (var payload in XssPayloads.All)
        {
            var asked = Uri.EscapeDataString(payload);
            foreach (var path in new[]
            {
                $"/incidents?q={asked}", $"/incidents?{asked}={asked}", $"/incidents?from={asked}", $"/?country={asked}",
                $"/trends?measure={asked}", $"/trends.svg?actor={asked}", $"/changes?change={asked}", $"/{asked}",
                $"/actors/{asked}", $"/regions/{asked}", $"/account/sign-in?returnUrl={asked}", $"/account/link?key={asked}",
                $"/api/v1/incidents?q={asked}", $"/api/v1/incidents?bbox={asked}", $"/api/v1/actors/{asked}",
                $"/incidents.csv?q={asked}", $"/changes.atom?change={asked}", $"/map.svg?type={asked}",
            })
            {
                await Inert.FetchAsync(site.Client(), path);
            }
            foreach (var path in new[] { $"/desk/sources?q={asked}", $"/desk/actors/{asked}", $"/desk?after={asked}" })
            {
                await Inert.FetchAsync(editor, path);
            }
            using var entry = await editor.FormPost("/desk/entries/new", [.. Fields(payload), new("do", "find")]);
            Assert.Contains(Words(payload), Words(await Inert.CheckAsync(entry, "entry"), isPage: true), StringComparison.Ordinal);
            using var invited = await (await site.SignedInAsync(Role.Administrator)).FormPost(
                "/people", ("email", payload), ("roles", payload), ("regions", payload));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, invited.StatusCode);
            await Inert.CheckAsync(invited, "/people");
        }
    }

    [Fact]
    public async Task Both_sides_of_a_conflict_stay_text()
    {
        var all = string.Join("\n", XssPayloads.All);
        var client = await site.SignedInAsync(Role.Editor);
        var first = await new EntryBrowser(client).OpenAsync("/desk/entries/new");
        await first.PressAsync("save", ("Form.Title", "Begun"), ("Form.Summary", "Begun"), ("Form.PlaceName", "Begun"));
        await first.FollowAsync();
        var second = await new EntryBrowser(client).OpenAsync(first.Page.QuerySelector("form#entry")!.GetAttribute("action")!);

        await first.PressAsync("save", ("Form.Title", all), ("Form.Summary", $"{all}1"), ("Form.PlaceName", $"{all}2"));
        await second.PressAsync("save", ("Form.Title", $"{all}3"), ("Form.Summary", $"{all}4"), ("Form.PlaceName", $"{all}5"));

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Inert.Page(second.Page, "conflict");
        Assert.Contains(Words(all), Words(second.Page.Body!.TextContent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JAVASCRIPT://example.org/%0aalert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/x")]
    [InlineData("//evil.example/x")]
    public async Task Only_web_addresses_become_sources(string url)
    {
        var editor = await site.SignedInAsync(Role.Editor);
        var form = DeskFixture.Form() with
        {
            Citations = [DeskFixture.Form().Citations[0] with { Url = url }],
        };

        using var submitted = await editor.FormPost(
            "/desk/entries/new", [.. FormPairs.Of(form), new("do", "submit-anyway")]);
        var visitor = new DeskVisitor(editor);
        var record = await visitor.SendAsync(
            await visitor.GetAsync("/desk/sources/new"), ("url", url), ("publisher", "P"), ("title", "T"),
            ("language", "fr"), ("reason", "New"));

        Assert.EndsWith("?after=checked#found", submitted.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, record.Status);
    }

    [Fact]
    public async Task Control_characters_do_not_become_an_incident_and_break_no_feed()
    {
        var editor = await site.SignedInAsync(Role.Editor);
        using var submitted = await editor.FormPost(
            "/desk/entries/new", [.. FormPairs.Of(DeskFixture.Form("Bell \u0007 and half \uFFFE")), new("do", "submit-anyway")]);
        var reviewer = await site.SignedInAsync(Role.Reviewer);
        await SentAsync(
            reviewer, "/desk/incidents/77", [new("version", "1"), new("reason", "Bell \u0007\u001b[31m")],
            "/desk/incidents/77?handler=Withdraw");

        Assert.EndsWith("?after=checked#found", submitted.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("[31m", await Inert.FetchAsync(site.Client(), "/changes.atom"), StringComparison.Ordinal);
        await Inert.FetchAsync(site.Client(), "/incidents/77");
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(string payload)
    {
        var form = DeskFixture.Form(payload);
        return FormPairs.Of(form with
        {
            Summary = payload,
            PlaceName = payload,
            SourceRegion = payload,
            DeathsNote = payload,
            InjuredNote = payload,
            Citations =
            [
                form.Citations[0] with
                {
                    Url = $"https://news.example.org/?q={Uri.EscapeDataString(payload)}",
                    Publisher = payload,
                    Title = payload,
                    Agency = payload,
                    Note = payload,
                    Supports = ["event", payload],
                },
            ],
        });
    }

    private static async Task<int> SubmittedAsync(HttpClient author, string payload)
    {
        using var answer = await author.FormPost(
            "/desk/entries/new", [.. Fields(payload), new("Reason", payload), new("do", "submit-anyway")]);
        var parts = answer.Headers.Location!.OriginalString.Split('/');
        Assert.True(parts[^1] == "review", $"{payload}: {answer.Headers.Location}");
        return int.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<IReadOnlyList<KeyValuePair<string, string>>> StepAsync(int id, string step, string text)
    {
        var version = await site.InDatabaseAsync(db =>
            db.Entries.Where(one => one.Id == id).Select(one => one.Version).SingleAsync(Stop));
        return [new("step", step), new("version", $"{version}"), new("text", text)];
    }

    private static async Task SentAsync(
        HttpClient client, string page, IEnumerable<KeyValuePair<string, string>> fields, string? action = null)
    {
        using var answer = await client.FormPost(page, fields, action);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{action ?? page}: {answer.StatusCode}");
    }

    private static async Task<string> RecordAsync(
        HttpClient client, string section, string payload, string[] texts, params (string, string)[] more)
    {
        var visitor = new DeskVisitor(client);
        var saved = await visitor.SendAsync(
            await visitor.GetAsync($"/desk/{section}/new"),
            [.. texts.Select(field => (field, payload)), .. more, ("reason", payload)]);
        Assert.True(saved.Status == HttpStatusCode.Redirect, $"{section} {payload}: {saved.Status} {saved.Document.QuerySelector("#problems")?.TextContent}");
        await TellsAsync(client, saved.Location!, payload);
        await TellsAsync(client, $"{saved.Location}/history", payload);
        return saved.Location!.Split('/')[^1];
    }

    private static async Task TellsAsync(HttpClient client, string path, string payload) => Assert.Contains(
        Words(payload), Words(await Inert.FetchAsync(client, path), isPage: true), StringComparison.Ordinal);

    private static async Task EveryViewAsync(HttpClient client)
    {
        foreach (var path in Addresses.Pages.Concat(Addresses.Files.Select(file => file.Path))
            .Where(path => !path.StartsWith("/healthz", StringComparison.Ordinal))
            .Concat(
            [
                "/incidents?from=2026-10", "/incidents?q=xss", "/?from=2026-10", "/regions/BF-12", "/api/v1/regions/BF-12",
                "/api/v1/map?box=-1.7,14,-1.5,14.2&zoom=12&from=2026-10", "/api/v1/incidents?from=2026-10&size=100",
                "/trends?from=2026-10&split=actor", "/trends.svg?from=2026-10", "/api/v1/changes?size=200",
                "/calendar?from=2026-05", "/incidents.csv?from=2026-10", "/incidents.geojson?from=2026-10",
            ]))
        {
            await Inert.FetchAsync(client, path);
        }
    }

    /// <summary>The words of a text, or all that a page holds as text or in its fields.</summary>
    private static string Words(string text, bool isPage = false)
    {
        if (isPage)
        {
            var page = new HtmlParser().ParseDocument(text);
            text = string.Join(' ', page.QuerySelectorAll("input").Select(field => field.GetAttribute("value"))
                .Append(page.Body!.TextContent));
        }
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
