using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SahelWatch.Actors;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Map;

public sealed class MapPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_without_scripts_lists_what_its_status_counts()
    {
        var page = await site.PageAsync("/?actor=jnim&tactic=svbied&from=2018&to=2018");
        var index = site.Index;
        var filter = FilterGrammar.Read("actor=jnim&tactic=svbied&from=2018-01-01&to=2018-12-31", index.Reference).Filter;
        var placed = index.Select(filter, Site.Today).Where(row => index[row].HasPlace).ToList();

        var status = page.GetElementById("map-status")!.TextContent;
        var rows = page.QuerySelectorAll("#map-list > li");

        Assert.StartsWith($"{rows.Length} of ", status, StringComparison.Ordinal);
        Assert.InRange(rows.Length, 1, placed.Count);
        Assert.All(rows, row => Assert.NotEmpty(row.QuerySelector("a")!.TextContent));
        Assert.Contains("/map.svg?", page.QuerySelector("#map noscript")!.InnerHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?at=14.5")]
    [InlineData("/?view=heat")]
    [InlineData("/api/v1/map?box=1,2,3")]
    [InlineData("/api/v1/map?zoom=99")]
    [InlineData("/api/v1/map/time?by=day")]
    [InlineData("/api/v1/map/time?zoom=2")]
    [InlineData("/api/v1/map/regions?measure=fear")]
    [InlineData("/map.svg?at=x")]
    [InlineData("/map.svg?q=%01")]
    [InlineData("/map.svg?q=%EF%BF%BE")]
    public async Task A_part_that_cannot_be_read_is_a_400(string path)
    {
        var answer = await site.Client().GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("box=-16.4445,9.4469,-11.444,19.4469&zoom=3")]
    [InlineData("box=-4.62,8.32,5.38,13.3205&zoom=5")]
    public async Task A_line_names_its_cell_even_where_that_is_drawn_far_outside_the_view(string query)
    {
        var answer = await JsonAsync($"/api/v1/map?{query}");

        var cells = answer.GetProperty("cells").GetProperty("count").GetArrayLength();
        Assert.All(answer.GetProperty("incidents").EnumerateArray(),
            line => Assert.InRange(line.GetProperty("cell").GetInt32(), 0, cells - 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&actor=jnim")]
    [InlineData("&country=BFA&from=2019")]
    public async Task Cells_areas_and_list_agree_with_the_total(string filter)
    {
        var answer = await JsonAsync($"/api/v1/map?box=-30,-10,40,40&zoom=6{filter}");

        var cells = Column(answer, "count").Sum();
        var areas = answer.GetProperty("areas").EnumerateArray().Sum(area => area.GetProperty("count").GetInt32());
        Assert.Equal(answer.GetProperty("total").GetInt32(), cells + areas);
        Assert.Equal(answer.GetProperty("inView").GetInt32(), cells);
        Assert.Equal(answer.GetProperty("withoutPlace").GetInt32(), areas);
        Assert.Equal(Math.Min(50, cells), answer.GetProperty("incidents").GetArrayLength());
        foreach (var area in answer.GetProperty("areas").EnumerateArray())
        {
            var list = await JsonAsync($"/api/v1/map/area/{area.GetProperty("code").GetString()}?{filter.TrimStart('&')}");
            Assert.Equal(area.GetProperty("count").GetInt32(), list.GetProperty("total").GetInt32());
        }
    }

    [Fact]
    public async Task A_list_that_stops_says_so_and_links_to_all_in_view()
    {
        var page = await site.PageAsync("/?at=14.5,-2.1,6");
        var cut = page.GetElementById("map-list-first")!;
        var whole = await site.PageAsync("/?at=16.2,-0.05,13");
        var inView = int.Parse(page.GetElementById("map-status")!.TextContent.Split(' ')[0], CultureInfo.InvariantCulture);

        Assert.StartsWith($"First 50 of {inView} in view", cut.TextContent.Trim(), StringComparison.Ordinal);
        var link = cut.QuerySelector("a")!.GetAttribute("href")!;
        var reading = FilterGrammar.Read(link.Split('?')[1], site.Index.Reference);
        Assert.Empty(reading.Problems);
        Assert.Equal(inView, site.Index.Select(reading.Filter, Site.Today).Length);
        Assert.True(whole.GetElementById("map-list-first")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task One_chosen_actor_leaves_each_incident_the_colour_it_had()
    {
        var all = (await JsonAsync("/api/v1/map?zoom=13")).GetProperty("singles").EnumerateArray()
            .ToDictionary(one => one.GetProperty("number").GetInt32(), one => one.GetProperty("colour").GetInt32());

        var list = (await JsonAsync("/api/v1/map?zoom=13&actor=jnim")).GetProperty("incidents").EnumerateArray().ToList();

        Assert.Contains(list, line => line.GetProperty("colour").GetInt32() == (int)ActorGroup.ArmedGroups);
        Assert.All(
            list.Where(line => all.ContainsKey(line.GetProperty("number").GetInt32())),
            line => Assert.Equal(all[line.GetProperty("number").GetInt32()], line.GetProperty("colour").GetInt32()));
    }

    [Fact]
    public void An_incident_has_the_colour_of_its_first_perpetrator_or_else_of_side_A()
    {
        var index = site.Index;
        var colours = new ActorColours(index, IncidentFilter.Everything);
        for (var row = 0; row < index.Count; row++)
        {
            var lead = index.Parties(row).ToArray()
                .Where(party => party.Role is ActorRole.Perpetrator or ActorRole.SideA)
                .OrderBy(party => party.Role == ActorRole.Perpetrator ? 0 : 1)
                .Select(party => index.Reference.Actor(party.Actor)!.Kind)
                .DefaultIfEmpty(ActorKind.Unidentified)
                .First();

            Assert.Equal((int)ActorColours.GroupOf(lead), colours.Of(row));
        }
    }

    [Theory]
    [InlineData("box=-30,-10,40,40&zoom=3")]
    [InlineData("box=-5,12,1,17&zoom=8")]
    [InlineData("zoom=13")]
    public async Task Columns_are_about_the_same_cells_and_add_up(string query)
    {
        var answer = await JsonAsync($"/api/v1/map?{query}");
        var cells = answer.GetProperty("cells");
        var count = Column(answer, "count");
        var (low, best, high) = (Column(answer, "deathsLow"), Column(answer, "deaths"), Column(answer, "deathsHigh"));
        var box = cells.GetProperty("box").EnumerateArray().ToList();
        var shares = cells.GetProperty("colours").EnumerateArray()
            .Select(colour => colour.EnumerateArray().Select(share => share.GetInt32()).ToList()).ToList();

        Assert.NotEmpty(count);
        Assert.All(cells.EnumerateObject().Where(column => column.Name != "colours"),
            column => Assert.Equal(count.Count, column.Value.GetArrayLength()));
        Assert.Equal(ActorColours.Count, shares.Count);
        for (var cell = 0; cell < count.Count; cell++)
        {
            Assert.True(low[cell] <= best[cell] && best[cell] <= high[cell]);
            Assert.InRange(Column(answer, "withoutToll")[cell], 0, count[cell]);
            Assert.InRange(shares.Sum(colour => colour[cell]), 97, 103);
            Assert.True(box[cell].ValueKind == JsonValueKind.Null || Column(answer, "zoom")[cell] == 0);
        }
        Assert.Equal(
            Enumerable.Range(0, count.Count).Where(cell => count[cell] == 1),
            answer.GetProperty("singles").EnumerateArray().Select(one => one.GetProperty("cell").GetInt32()));
    }

    [Fact]
    public async Task A_cell_that_no_level_parts_has_the_box_of_its_incidents()
    {
        var answer = await JsonAsync("/api/v1/map?zoom=13");
        var (latitude, longitude) = (Numbers(answer, "latitude"), Numbers(answer, "longitude"));
        var box = answer.GetProperty("cells").GetProperty("box").EnumerateArray().ToList();

        foreach (var (cell, count) in Column(answer, "count").Index().Where(one => one.Item > 1))
        {
            var edges = box[cell].ValueKind == JsonValueKind.Null
                ? [longitude[cell], latitude[cell], longitude[cell], latitude[cell]]
                : box[cell].EnumerateArray().Select(edge => edge.GetDouble()).ToList();
            const double Margin = 0.0001;
            var listed = await JsonAsync(string.Create(CultureInfo.InvariantCulture,
                $"/api/v1/map?zoom=13&box={edges[0] - Margin:0.#####},{edges[1] - Margin:0.#####},{edges[2] + Margin:0.#####},{edges[3] + Margin:0.#####}"));
            Assert.Equal(count, listed.GetProperty("inView").GetInt32());
        }
    }

    [Theory]
    [InlineData("", "month")]
    [InlineData("", "week")]
    [InlineData("&actor=jnim&from=2018-03-10", "quarter")]
    [InlineData("&country=BFA", "year")]
    [InlineData("&q=no+such+words", "month")]
    public async Task Buckets_of_cells_and_areas_add_up_to_the_map(string filter, string size)
    {
        var query = $"box=-6,11,3,18&zoom=6{filter}";
        var map = await JsonAsync($"/api/v1/map?{query}");

        var times = await JsonAsync($"/api/v1/map/time?{query}&by={size}");

        var width = times.GetProperty("byColour").GetBoolean() ? ActorColours.Count : 1;
        Assert.Equal(map.GetProperty("total").GetInt32(), times.GetProperty("total").GetInt32());
        Assert.Equal(
            times.GetProperty("buckets").GetArrayLength(), times.GetProperty("totals").GetArrayLength());
        Assert.Equal(
            map.GetProperty("inView").GetInt32(),
            times.GetProperty("inView").EnumerateArray().Sum(count => count.GetInt32()));
        Assert.Equal(
            Column(map, "count"),
            times.GetProperty("cells").GetProperty("counts").EnumerateArray().Select(run => Sum(run, width)));
        Assert.Equal(
            map.GetProperty("areas").EnumerateArray().Select(area =>
                (area.GetProperty("code").GetString(), area.GetProperty("count").GetInt32())),
            times.GetProperty("areas").EnumerateArray().Select(area =>
                (area.GetProperty("code").GetString(), Sum(area.GetProperty("counts"), 1))));
    }

    [Fact]
    public async Task Page_hands_its_texts_to_the_script_in_its_language()
    {
        var page = await site.PageAsync("/?lang=fr");

        using var words = JsonDocument.Parse(page.GetElementById("map")!.GetAttribute("data-words")!);

        Assert.Equal("{0:N0} incidents", words.RootElement.GetProperty("Incidents.Many").GetString());
        Assert.Equal("{0}\u202f; {1}", words.RootElement.GetProperty("Cell").GetString());
    }

    [Fact]
    public async Task Page_asks_at_once_for_all_that_its_script_imports()
    {
        var page = await site.PageAsync("/");
        var root = Path.Combine(Repository.Root, "wwwroot");
        var found = new HashSet<string>();
        Follow("js/pages/map.js");

        var asked = page.QuerySelectorAll("link[rel=modulepreload]").Select(link => link.GetAttribute("href")!);
        Assert.Equal(found.Select(path => $"/{path}").Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));

        void Follow(string path)
        {
            var text = File.ReadAllText(Path.Combine(root, path));
            foreach (var import in Regex.Matches(text, "^import [^\"]*\"(\\.[^\"]+)\";", RegexOptions.Multiline).Select(one => one.Groups[1].Value))
            {
                var target = Path.GetRelativePath(root, Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(path)!, import)));
                if (found.Add(target))
                {
                    Follow(target);
                }
            }
        }
    }

    [Fact]
    public async Task Boundaries_are_kept_by_their_version()
    {
        var page = await site.PageAsync("/");
        var client = site.Client();

        var answer = await client.GetAsync(page.GetElementById("map")!.GetAttribute("data-boundaries"), Stop);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(site.Index.Reference.Regions.Count, json.RootElement.GetProperty("regions").GetProperty("features").GetArrayLength());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?view=regions&measure=per-people")]
    [InlineData("?actor=jnim&at=16.2,-0.05,9")]
    public async Task Drawing_is_well_formed_and_needs_no_style_sheet(string query)
    {
        var svg = XDocument.Parse(await site.Client().GetStringAsync($"/map.svg{query}", Stop));

        Assert.Equal("svg", svg.Root!.Name.LocalName);
        Assert.DoesNotContain(svg.Descendants(), element =>
            element.Attribute("style") is not null || element.Name.LocalName is "style" or "script");
        Assert.NotEmpty(svg.Root.Elements().First(element => element.Name.LocalName == "title").Value);
    }

    [Theory]
    [InlineData("country=NER")]
    [InlineData("region=ML-5&region=BF-01&actor=jnim")]
    public async Task Every_shaded_region_links_to_as_many_incidents_as_it_counts(string filter)
    {
        var answer = await JsonAsync($"/api/v1/map/regions?{filter}");

        foreach (var region in answer.GetProperty("items").EnumerateArray())
        {
            var count = region.GetProperty("incidents").GetInt32();
            var link = region.GetProperty("link").GetString();
            Assert.Equal(count == 0, link is null);
            if (link is not null)
            {
                var list = await JsonAsync($"/api/v1{link}");
                Assert.Equal(count, list.GetProperty("total").GetInt32());
            }
        }
    }

    [Fact]
    public async Task Regions_page_and_map_shade_by_the_same_classes()
    {
        var map = await JsonAsync("/api/v1/map/regions?measure=per-people");
        var page = await site.PageAsync("/regions");

        var shades = map.GetProperty("items").EnumerateArray()
            .Select(region => $"shade-{region.GetProperty("class")}");
        var drawn = page.QuerySelectorAll("svg.region-map path.shade")
            .Select(shape => shape.ClassList.Single(name => name.StartsWith("shade-", StringComparison.Ordinal)));
        Assert.Equal(shades.Order(), drawn.Order());
        Assert.Equal(
            map.GetProperty("classes").GetArrayLength() + 1, page.QuerySelectorAll(".legend-shade").Length);
    }

    [Fact]
    public void Drawings_have_the_colours_of_the_light_tokens()
    {
        var tokens = File.ReadAllText(Path.Combine(Repository.Root, "wwwroot", "css", "tokens.css"));

        foreach (var (i, colour) in ChartColours.Series.Index())
        {
            Assert.Contains($"--series-{i + 1}: light-dark({colour},", tokens, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Popup_tells_who_and_how_well_it_is_known_in_French_too()
    {
        var popup = await JsonAsync("/api/v1/map/incident/1", "fr");

        Assert.Equal("/incidents/1", popup.GetProperty("link").GetString());
        Assert.NotEqual(0, popup.GetProperty("actors").GetArrayLength());
        Assert.NotEqual(0, popup.GetProperty("grades").GetArrayLength());
        Assert.StartsWith("morts", popup.GetProperty("deathsText").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client().GetAsync("/api/v1/map/incident/999999", Stop)).StatusCode);
    }

    /// <summary>Incidents of a run of entries: how many buckets further on, then so many counts.</summary>
    private static int Sum(JsonElement run, int width) => run.EnumerateArray().Index()
        .Where(one => one.Index % (width + 1) > 0).Sum(one => one.Item.GetInt32());

    private static List<int> Column(JsonElement answer, string name) =>
        [.. answer.GetProperty("cells").GetProperty(name).EnumerateArray().Select(value => value.GetInt32())];

    private static List<double> Numbers(JsonElement answer, string name) =>
        [.. answer.GetProperty("cells").GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private async Task<JsonElement> JsonAsync(string path, string language = "en")
    {
        using var json = JsonDocument.Parse(await site.Client(language).GetStringAsync(path, Stop));
        return json.RootElement.Clone();
    }
}
