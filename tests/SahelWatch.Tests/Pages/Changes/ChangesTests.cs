using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Editing;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Changes;

public sealed class ChangesTests(Site site) : IClassFixture<Site>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Load_of_the_embedded_set_is_one_change_on_the_page_and_each_in_the_api()
    {
        using var fresh = new Site();

        var page = await fresh.PageAsync("/changes");
        var api = await JsonAsync(fresh, "/api/v1/changes?order=oldest&size=200");

        var only = Assert.Single(page.QuerySelectorAll(".change-list > li"));
        Assert.Contains("299 incidents loaded", only.TextContent, StringComparison.Ordinal);
        Assert.Contains("embedded data", only.TextContent, StringComparison.Ordinal);
        Assert.Equal(299, api.GetProperty("total").GetInt32());
        Assert.Equal(200, api.GetProperty("items").GetArrayLength());
        Assert.NotNull(api.GetProperty("next").GetString());
    }

    [Theory]
    [InlineData("order=oldest")]
    [InlineData("order=newest")]
    public async Task Pages_of_the_api_hold_each_change_once(string order)
    {
        var expected = (await JsonAsync(site, "/api/v1/changes")).GetProperty("total").GetInt32();

        var cursors = (await FollowAsync($"/api/v1/changes?{order}&size=70"))
            .Select(item => int.Parse(item.GetProperty("cursor").GetString()![1..], CultureInfo.InvariantCulture))
            .ToList();

        Assert.InRange(expected, 299, int.MaxValue);
        Assert.Equal(expected, cursors.Count);
        Assert.Equal(order == "order=oldest" ? cursors.Order() : cursors.OrderDescending(), cursors);
        Assert.Equal(cursors.Count, cursors.Distinct().Count());
    }

    [Fact]
    public async Task Changes_replayed_on_an_old_export_give_a_fresh_one()
    {
        var (author, reviewer) = await PeopleAsync();
        var copy = await ExportAsync();
        var fields = await FieldsAsync();
        var since = (await JsonAsync(site, "/api/v1/changes?size=1")).GetProperty("latest").GetString();

        var added = await site.PublishAsync(author, reviewer, DeskFixture.Form(), reason: "Reported by one outlet");
        await site.EditAsync(20, RevisionKind.Corrected, "Toll", incident =>
        {
            incident.Title = "A new title";
            (incident.DeathsLow, incident.DeathsBest, incident.DeathsHigh) = (1, 2, null);
            incident.Actors.Clear();
            incident.StartsOn = incident.StartsOn.AddDays(-1);
        });
        await site.WithdrawAsync(21, "Told twice");
        await site.WithdrawAsync(22, "Told twice");
        await site.EditAsync(22, RevisionKind.Reinstated, "Not the same", incident =>
            incident.Status = EditorialStatus.Published);
        await site.EditAsync(added, RevisionKind.Corrected, "Place", incident => incident.PlaceName = "Elsewhere");

        var changes = (await FollowAsync($"/api/v1/changes?since={since}&order=oldest&size=2"))
            .FindAll(change => change.GetProperty("incident").ValueKind == JsonValueKind.Number);
        foreach (var change in changes)
        {
            var number = change.GetProperty("incident").GetInt32();
            var current = change.GetProperty("current");
            if (current.ValueKind == JsonValueKind.Null)
            {
                copy.Remove(number);
            }
            else
            {
                copy[number] = current.GetRawText();
            }
            var known = fields.TryGetValue(number, out var state) ? state : fields[number] = [];
            foreach (var field in change.GetProperty("fields").EnumerateArray())
            {
                known[field.GetProperty("field").GetString()!] = field.GetProperty("after").GetString();
            }
        }

        Assert.Equal(
            ["added", "corrected", "withdrawn", "withdrawn", "reinstated", "corrected"],
            changes.Select(change => change.GetProperty("change").GetString()));
        Assert.Equal(await ExportAsync(), copy);
        var now = await FieldsAsync();
        Assert.Equal(Lines(now), Lines(fields));
    }

    [Fact]
    public async Task Only_people_of_the_desk_are_told_who_made_a_change()
    {
        var (author, reviewer) = (
            await site.PersonAsync("Aminata Synthetic", Role.Editor),
            await site.PersonAsync("Boubacar Synthetic", Role.Reviewer));
        var number = await site.PublishAsync(author, reviewer, DeskFixture.Form("Of named people"), reason: "First report");
        string[] paths =
        [
            "/changes", "/changes.atom", "/api/v1/changes", $"/incidents/{number}", $"/incidents/{number}/history",
            $"/api/v1/incidents/{number}",
        ];
        var desk = await site.SignedInAsync(reviewer);
        var reading = await site.SignedInAsync(Role.Analyst);

        foreach (var path in paths)
        {
            var anyone = await site.Client().GetStringAsync(path, Stop);
            var analyst = await reading.GetStringAsync(path, Stop);
            var colleague = await desk.GetStringAsync(path, Stop);
            Assert.DoesNotContain("Aminata", anyone, StringComparison.Ordinal);
            Assert.DoesNotContain("Boubacar", anyone, StringComparison.Ordinal);
            Assert.DoesNotContain("Aminata", analyst, StringComparison.Ordinal);
            Assert.Contains("editor", anyone, StringComparison.Ordinal);
            Assert.Contains("Aminata", colleague, StringComparison.Ordinal);
        }
        using var known = await site.Client().GetAsync("/api/v1/changes", Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/changes");
        again.Headers.IfNoneMatch.Add(known.Headers.ETag!);
        using var other = await desk.SendAsync(again, Stop);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Page_and_feed_tell_the_newest_first_with_kind_fields_and_reason()
    {
        await site.EditAsync(30, RevisionKind.Corrected, "A later report <b>", incident => incident.DeathsHigh = 77);
        await site.WithdrawAsync(31, "Never happened");

        var page = await site.PageAsync("/changes", "fr");
        var feed = XDocument.Parse(await site.Client("fr").GetStringAsync("/changes.atom", Stop));
        var kinds = await site.PageAsync("/changes?change=withdrawn");

        var lines = page.QuerySelectorAll(".change-list > li");
        Assert.Contains("Never happened", lines[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("A later report <b>", lines[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Morts", lines[1].TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("corrigé", lines[1].TextContent, StringComparison.OrdinalIgnoreCase);
        var entries = feed.Root!.Elements(Atom + "entry").ToList();
        Assert.Equal(["withdrawn", "corrected"], entries.Take(2).Select(entry =>
            entry.Element(Atom + "category")!.Attribute("term")!.Value));
        Assert.Contains("A later report <b>", entries[1].Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.All(entries, entry => Assert.NotEmpty(entry.Element(Atom + "author")!.Value));
        Assert.All(kinds.QuerySelectorAll(".change-head .badge"), badge =>
            Assert.Equal("withdrawn", badge.TextContent));
        Assert.NotEmpty(kinds.QuerySelectorAll(".change-head .badge"));
    }

    [Fact]
    public async Task Time_is_as_good_a_beginning_as_a_cursor()
    {
        await site.EditAsync(40, RevisionKind.Corrected, "Later", incident => incident.Title = "Later");
        var at = (await JsonAsync(site, "/api/v1/changes?size=1")).GetProperty("items")[0].GetProperty("at").GetDateTime();

        var after = await JsonAsync(site, $"/api/v1/changes?since={at:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        var before = await JsonAsync(site, $"/api/v1/changes?since={at.AddSeconds(-1):yyyy-MM-dd'T'HH:mm:ss'Z'}");
        var day = await JsonAsync(site, "/api/v1/changes?since=2026-10-31");

        Assert.Equal(0, after.GetProperty("total").GetInt32());
        Assert.InRange(before.GetProperty("total").GetInt32(), 1, 298);
        Assert.InRange(day.GetProperty("total").GetInt32(), 300, int.MaxValue);
    }

    [Theory]
    [InlineData("since=yesterday", "since")]
    [InlineData("since=r-1", "since")]
    [InlineData("before=12", "before")]
    [InlineData("before=r12&order=oldest", "before")]
    [InlineData("change=deleted", "change")]
    [InlineData("change=added&change=corrected", "change")]
    [InlineData("incident=one", "incident")]
    [InlineData("order=random", "order")]
    [InlineData("size=0", "size")]
    [InlineData("size=201", "size")]
    [InlineData("country=MLI", "country")]
    public async Task Key_that_cannot_be_read_is_a_problem(string query, string field)
    {
        using var answer = await site.Client().GetAsync($"/api/v1/changes?{query}", Stop);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = Assert.Single(body.RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal(field, problem.GetProperty("field").GetString());
    }

    private async Task<List<JsonElement>> FollowAsync(string path)
    {
        var items = new List<JsonElement>();
        for (var next = path; next is not null;)
        {
            var answer = await JsonAsync(site, next);
            items.AddRange(answer.GetProperty("items").EnumerateArray());
            next = answer.GetProperty("next").GetString();
        }
        return items;
    }

    /// <summary>All incidents as the API gives them, by number.</summary>
    private async Task<SortedDictionary<int, string>> ExportAsync()
    {
        var rows = new SortedDictionary<int, string>();
        for (var page = 1; page <= 2; page++)
        {
            var answer = await JsonAsync(site, $"/api/v1/incidents?size=200&page={page}");
            foreach (var item in answer.GetProperty("items").EnumerateArray())
            {
                rows.Add(item.GetProperty("number").GetInt32(), item.GetRawText());
            }
        }
        Assert.Equal(site.Index.Count, rows.Count);
        return rows;
    }

    /// <summary>The fields of all incidents, withdrawn ones included, by number.</summary>
    private Task<SortedDictionary<int, Dictionary<string, string?>>> FieldsAsync() => site.InDatabaseAsync(async db =>
        new SortedDictionary<int, Dictionary<string, string?>>((await db.Incidents.AsNoTracking().AsSplitQuery()
            .Include(incident => incident.Place)
            .Include(incident => incident.Region)
            .Include(incident => incident.Actors).ThenInclude(party => party.Actor)
            .Include(incident => incident.Citations).ThenInclude(citation => citation.Source)
            .Include(incident => incident.ExternalIds)
            .ToListAsync(Stop))
            .ToDictionary(
                incident => incident.Number,
                incident => IncidentFields.Of(incident).ToDictionary(field => field.Field, field => field.Text))));

    private static IEnumerable<string> Lines(SortedDictionary<int, Dictionary<string, string?>> fields) =>
        fields.SelectMany(one => one.Value.Where(field => field.Value is not null)
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{one.Key} {field.Key}: {field.Value}"));

    private async Task<(Person Author, Person Reviewer)> PeopleAsync() =>
        (await site.PersonAsync("Author", Role.Editor), await site.PersonAsync("Reviewer", Role.Reviewer));

    private static async Task<JsonElement> JsonAsync(Site site, string path)
    {
        using var json = JsonDocument.Parse(await site.Client().GetStringAsync(path, Stop));
        return json.RootElement.Clone();
    }
}
