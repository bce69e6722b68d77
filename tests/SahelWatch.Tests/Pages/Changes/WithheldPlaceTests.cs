using System.Net;
using System.Text.Json;
using SahelWatch.Editing;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Changes;

/// <summary>An incident whose place was public and is withheld now tells it nowhere any more.</summary>
public sealed class WithheldPlaceTests(Site site) : IClassFixture<Site>
{
    private const string Latitude = "14.1234";
    private const string Longitude = "-1.6321";

    private static readonly string[] Tells = ["kobaoua", Latitude, Longitude];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_public_address_tells_the_place()
    {
        var (author, reviewer) = (
            await site.PersonAsync("Author", Role.Editor), await site.PersonAsync("Reviewer", Role.Reviewer));
        var open = DeskFixture.Form("Attack on Kobaoua") with
        {
            PlaceName = "Kobaoua",
            Latitude = Latitude,
            Longitude = Longitude,
        };
        var number = await site.PublishAsync(author, reviewer, open, reason: "First report from Kobaoua");
        var toldBefore = await TellingAsync(number, site.Client());
        Assert.True(toldBefore.Count > 8, string.Join('\n', toldBefore));
        Assert.Equal(1, await FoundAsync("q=kobaoua"));

        await site.PublishAsync(
            author,
            reviewer,
            open with { Title = "Attack on a village", PublicPrecision = "region" },
            number,
            "People of Kobaoua are in danger");

        Assert.Empty(await TellingAsync(number, site.Client()));
        Assert.Empty(await TellingAsync(number, site.Client("fr")));
        Assert.Equal(0, await FoundAsync("q=kobaoua"));
        Assert.Equal(0, await FoundAsync("bbox=-1.64,14.12,-1.62,14.13&q=attack+village"));
        var elsewhere = await site.SignedInAsync(
            await site.PersonAsync("Elsewhere", ["ML-5"], Role.Editor, Role.Manager));
        Assert.Empty(await TellingAsync(number, elsewhere));
    }

    [Fact]
    public async Task A_town_called_like_its_region_is_not_told_either()
    {
        var (author, reviewer) = (
            await site.PersonAsync("Author", Role.Editor), await site.PersonAsync("Reviewer", Role.Reviewer));
        var open = DeskFixture.Form("Attack on the abattoir of Gao town") with
        {
            Place = "gao", PlaceName = "Gao", Country = "MLI", Latitude = "16.2717", Longitude = "-0.0447",
        };
        var number = await site.PublishAsync(author, reviewer, open, reason: "Heard in Gao town");
        Assert.Contains("abattoir", await HistoryAsync(), StringComparison.Ordinal);

        await site.PublishAsync(
            author, reviewer, open with { Title = "Attack in the region", PublicPrecision = "region" }, number, "Danger");

        var history = await HistoryAsync();
        Assert.DoesNotContain("abattoir", history, StringComparison.Ordinal);
        Assert.DoesNotContain("Heard in", history, StringComparison.Ordinal);
        Assert.Contains("Danger", history, StringComparison.Ordinal);

        async Task<string> HistoryAsync() =>
            await site.Client().GetStringAsync($"/incidents/{number}/history", Stop)
            + await site.Client().GetStringAsync($"/api/v1/changes?incident={number}", Stop);
    }

    [Fact]
    public async Task Those_who_may_see_the_place_are_told_and_everyone_else_that_it_is_withheld()
    {
        var (author, reviewer) = (
            await site.PersonAsync("Author", Role.Editor), await site.PersonAsync("Reviewer", Role.Reviewer));
        var number = await site.PublishAsync(author, reviewer, DeskFixture.Form() with { PlaceName = "Kobaoua" });
        await site.PublishAsync(
            author, reviewer,
            DeskFixture.Form("Elsewhere") with { PlaceName = "Kobaoua", PublicPrecision = "region" }, number, "Danger");
        var desk = await site.SignedInAsync(reviewer);
        var local = await site.SignedInAsync(await site.PersonAsync("Local", ["BF-12"], Role.Editor));
        var history = $"/incidents/{number}/history";

        Assert.Contains("Kobaoua", await desk.GetStringAsync(history, Stop), StringComparison.Ordinal);
        Assert.Contains("Kobaoua", await local.GetStringAsync(history, Stop), StringComparison.Ordinal);
        var page = await site.PageAsync($"/incidents/{number}");
        Assert.Contains("exact place withheld", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("withheld to protect people", await site.Client().GetStringAsync(history, Stop), StringComparison.Ordinal);
        var record = await JsonAsync($"/api/v1/incidents/{number}");
        Assert.True(record.GetProperty("incident").GetProperty("placeWithheld").GetBoolean());
        Assert.True((await JsonAsync($"/api/v1/map/incident/{number}")).GetProperty("placeWithheld").GetBoolean());
        Assert.False((await JsonAsync("/api/v1/incidents/1")).GetProperty("incident").GetProperty("placeWithheld").GetBoolean());
        var rows = CsvText.Records(await site.Client().GetStringAsync("/incidents.csv", Stop)).Skip(6).ToList();
        var column = rows[0].ToList().IndexOf("place_withheld");
        Assert.Equal("yes", rows.Single(row => row[0] == $"{number}")[column]);
        Assert.Equal("no", rows.Single(row => row[0] == "1")[column]);
        var change = (await JsonAsync($"/api/v1/changes?incident={number}&size=1")).GetProperty("items")[0];
        var masked = change.GetProperty("fields").EnumerateArray()
            .Single(field => field.GetProperty("field").GetString() == "location");
        Assert.True(masked.GetProperty("withheld").GetBoolean());
        Assert.Equal(JsonValueKind.Null, masked.GetProperty("before").ValueKind);
        Assert.DoesNotContain(change.GetProperty("fields").EnumerateArray(), field =>
            field.GetProperty("field").GetString() is "latitude" or "place" or "geo-precision");
    }

    /// <summary>The addresses of every kind whose answer holds the place.</summary>
    private static async Task<List<string>> TellingAsync(int number, HttpClient client)
    {
        string[] own =
        [
            $"/incidents/{number}", $"/incidents/{number}/history", $"/incidents/{number}/history?from=1&to=1",
            $"/api/v1/incidents/{number}", $"/api/v1/map/incident/{number}", "/incidents?q=attack",
            $"/api/v1/changes?incident={number}", "/api/v1/changes?size=200", "/api/v1/changes?since=2026-10-31&size=200",
            "/changes?change=added", "/changes?change=corrected", "/changes.atom?change=added",
            "/api/v1/map?box=-1.7,14,-1.5,14.2&zoom=12&from=2026-10", "/api/v1/map/area/BF-12", "/api/v1/map/area/BFA",
            "/api/v1/map/time?by=month&from=2026-01&box=-1.7,14,-1.5,14.2&zoom=12", "/api/v1/incidents?from=2026-10",
            "/api/v1/incidents?country=BFA&sort=-date", "/regions/BF-12", "/api/v1/regions/BF-12", "/?from=2026-10",
            "/incidents.geojson?from=2026-10", "/incidents.csv?from=2026-10", "/map.svg?from=2026-10",
            "/trends?from=2026-10", "/trends.csv?from=2026-10", "/incidents/1", "/incidents?sort=-number",
        ];
        var telling = new List<string>();
        foreach (var path in Addresses.Pages.Concat(Addresses.Files.Select(file => file.Path)).Concat(own).Distinct())
        {
            using var answer = await client.GetAsync(path, Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            Assert.True(answer.StatusCode is HttpStatusCode.OK || path.Contains("to=2"), $"{(int)answer.StatusCode} {path}");
            var folded = TextFold.Fold(WebUtility.HtmlDecode(text));
            telling.AddRange(Tells.Where(tell => folded.Contains(tell, StringComparison.Ordinal))
                .Select(tell => $"{path}: {tell}"));
        }
        return telling;
    }

    private async Task<int> FoundAsync(string query) =>
        (await JsonAsync($"/api/v1/incidents?{query}")).GetProperty("total").GetInt32();

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var json = JsonDocument.Parse(await site.Client().GetStringAsync(path, Stop));
        return json.RootElement.Clone();
    }
}
