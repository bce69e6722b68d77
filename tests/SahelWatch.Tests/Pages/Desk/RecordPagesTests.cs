using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Desk;

public sealed class RecordPagesTests : IAsyncLifetime
{
    private static readonly string[] Sections = ["actors", "relations", "places", "events", "sources"];

    private readonly Site site = new();
    private DeskVisitor editor = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => editor = await DeskVisitor.SignInAsync(site, "Awa", [Role.Editor]);

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Actors_stand_in_the_order_of_the_names_shown()
    {
        var visitor = await DeskVisitor.SignInAsync(site, "Reader", [Role.Editor], language: "fr");

        var names = (await visitor.GetAsync("/desk/actors")).Document.QuerySelectorAll(".record-list a")
            .Select(link => link.TextContent).ToList();

        Assert.Equal(names.Order(StringComparer.Create(CultureInfo.GetCultureInfo("fr"), ignoreCase: false)), names);
    }

    [Fact]
    public async Task Actor_has_one_name_in_the_list_and_on_its_page_and_no_other_language()
    {
        var visitor = await DeskVisitor.SignInAsync(site, "Reader", [Role.Editor], language: "fr");
        var listed = (await visitor.GetAsync("/desk/actors")).Document
            .QuerySelectorAll(".record-list a").Single(link => link.GetAttribute("href") == "/desk/actors/jnim");

        var heading = (await visitor.GetAsync("/desk/actors/jnim")).Document.QuerySelector("h1")!;

        Assert.Equal(site.Index.Reference.Actor("jnim")!.NameFr, listed.TextContent);
        Assert.Equal(listed.TextContent, heading.TextContent);
        Assert.All([listed, heading], one => Assert.False(one.HasAttribute("lang")));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Every_kind_has_a_list_a_form_and_a_history_with_named_fields(string language)
    {
        var visitor = await DeskVisitor.SignInAsync(site, "Reader", [Role.Editor], language: language);
        foreach (var section in Sections)
        {
            var list = await visitor.GetAsync($"/desk/{section}");
            var first = list.Document.QuerySelector(".record-list a")!.GetAttribute("href")!;
            foreach (var path in new[] { first, $"/desk/{section}/new", $"{first}/history" })
            {
                var page = await visitor.GetAsync(path);

                Assert.Equal(HttpStatusCode.OK, page.Status);
                Assert.True(page.IsNoStore, path);
                Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
                Assert.Single(page.Document.QuerySelectorAll("h1"));
                foreach (var input in page.Document.QuerySelectorAll("main :is(input:not([type=hidden]), select, textarea)"))
                {
                    Assert.True(
                        page.Document.QuerySelector($"label[for='{input.Id}']") is not null || input.Closest("label") is not null,
                        $"{path}: {input.OuterHtml}");
                    foreach (var id in (input.GetAttribute("aria-describedby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    {
                        Assert.NotNull(page.Document.GetElementById(id));
                    }
                }
            }
        }
    }

    [Fact]
    public async Task Form_of_every_record_saved_as_it_came_changes_nothing()
    {
        foreach (var section in Sections)
        {
            var list = await editor.GetAsync($"/desk/{section}");
            foreach (var link in list.Document.QuerySelectorAll(".record-list a").Take(8))
            {
                var page = await editor.GetAsync(link.GetAttribute("href")!);

                var answer = await editor.SendAsync(page, ("reason", "Nothing at all"));

                Assert.Equal(HttpStatusCode.OK, answer.Status);
                Assert.Contains("Nothing was changed", answer.Text, StringComparison.Ordinal);
            }
        }
        await site.InDatabaseAsync(async db =>
        {
            Assert.False(await db.Revisions.AnyAsync(revision => revision.Record != null, Stop));
            return 0;
        });
    }

    [Fact]
    public async Task Editor_renames_an_actor_and_every_page_has_it()
    {
        var page = await editor.GetAsync("/desk/actors/jnim");

        var saved = await editor.SendAsync(
            page, ("name", "Renamed <script>"), ("aliases", "GSIM | UCDP\r\nOther"), ("reason", "Its own statement"));

        Assert.Equal((HttpStatusCode.Redirect, "/desk/actors/jnim"), (saved.Status, saved.Location));
        var shown = await editor.GetAsync("/desk/actors/jnim");
        Assert.Equal("Renamed <script>", shown.Value("field-name"));
        Assert.Equal("GSIM | UCDP\nOther", shown.Value("field-aliases")!.ReplaceLineEndings("\n"));
        Assert.Contains("Renamed <script>", (await site.PageAsync("/actors/jnim")).Body!.TextContent, StringComparison.Ordinal);
        var history = await editor.GetAsync("/desk/actors/jnim/history");
        Assert.Contains("Its own statement", history.Text, StringComparison.Ordinal);
        Assert.Equal("before: ", history.Document.QuerySelector("del .visually-hidden")!.TextContent);
        Assert.Empty(history.Document.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Second_editor_gets_both_texts_and_chooses()
    {
        var other = await DeskVisitor.SignInAsync(site, "Issa", [Role.Editor]);
        var (mine, theirs) = (await editor.GetAsync("/desk/actors/aqim"), await other.GetAsync("/desk/actors/aqim"));
        await other.SendAsync(theirs, ("name", "Their name"), ("description", "Their text"), ("reason", "First"));

        var conflict = await editor.SendAsync(mine, ("name", "My name"), ("acronym", "MINE"), ("reason", "Second"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Issa", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("My name", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("Their name", conflict.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["mine:take.acronym", "theirs:take.description"],
            conflict.Document.QuerySelectorAll("input[checked]")
                .Select(one => $"{one.GetAttribute("value")}:{one.GetAttribute("name")}").Order());

        var unchosen = await editor.SendAsync(conflict);
        Assert.Equal(HttpStatusCode.Conflict, unchosen.Status);
        Assert.Contains("Their name", unchosen.Text, StringComparison.Ordinal);

        var saved = await editor.SendAsync(conflict, ("take.name", "mine"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var page = await editor.GetAsync("/desk/actors/aqim");
        Assert.Equal(
            ("My name", "MINE", "Their text"),
            (page.Value("field-name"), page.Value("field-acronym"), page.Value("field-description")));
        var history = await editor.GetAsync("/desk/actors/aqim/history");
        Assert.Equal(["Second", "First"], history.Document.QuerySelectorAll(".reason").Take(2).Select(one => one.TextContent));
    }

    [Fact]
    public async Task Bad_fields_are_named_beside_them_and_what_was_typed_stays()
    {
        var visitor = await DeskVisitor.SignInAsync(site, "Aïssata", [Role.Editor], language: "fr");
        var page = await visitor.GetAsync("/desk/places/new");

        var answer = await visitor.SendAsync(page, ("name", "Tin Zaouatène"), ("latitude", "199"), ("longitude", "2,97"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Tin Zaouatène", answer.Value("field-name"));
        Assert.Equal("199", answer.Value("field-latitude"));
        var latitude = answer.Document.GetElementById("field-latitude")!;
        Assert.Equal("true", latitude.GetAttribute("aria-invalid"));
        Assert.Contains("attendu", answer.Document.GetElementById("field-latitude-problem")!.TextContent, StringComparison.Ordinal);
        foreach (var link in answer.Document.QuerySelectorAll("#problems a"))
        {
            Assert.NotNull(answer.Document.QuerySelector(link.GetAttribute("href")!));
        }
        Assert.Contains(answer.Document.QuerySelectorAll("#problems a"), link => link.GetAttribute("href") == "#field-reason");
    }

    [Fact]
    public async Task New_record_can_be_used_at_once()
    {
        var page = await editor.GetAsync("/desk/sources/new");
        var saved = await editor.SendAsync(
            page,
            ("url", "https://news.example.org/2026/a-report/"), ("publisher", "Synthetic News"), ("title", "A report"),
            ("language", "fr"), ("reason", "For the next entry"));

        Assert.Equal((HttpStatusCode.Redirect, "/desk/sources/synthetic-news-a-report"), (saved.Status, saved.Location));
        var twice = await editor.SendAsync(
            page, ("url", "http://www.news.example.org/2026/a-report?utm_source=x"), ("language", "fr"), ("reason", "Again"));
        Assert.Equal(HttpStatusCode.BadRequest, twice.Status);
        Assert.Contains("synthetic-news-a-report", twice.Text, StringComparison.Ordinal);
        var found = await editor.Client.GetFromJsonAsync<JsonElement>(
            "/desk/lookup/sources?q=news.example.org%2F2026%2Fa-report", Stop);
        Assert.Equal("synthetic-news-a-report", found.GetProperty("sources")[0].GetProperty("slug").GetString());
        Assert.Equal("Synthetic News", found.GetProperty("publisher").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Earlier_state_opens_in_the_form_and_is_saved_as_a_new_revision()
    {
        var first = (await editor.GetAsync("/desk/actors/minusma")).Value("field-description");
        await editor.SendAsync(await editor.GetAsync("/desk/actors/minusma"), ("description", "Once"), ("reason", "One"));
        await editor.SendAsync(await editor.GetAsync("/desk/actors/minusma"), ("description", "Twice"), ("reason", "Two"));
        var history = await editor.GetAsync("/desk/actors/minusma/history");
        var states = history.Document.QuerySelectorAll(".timeline a.button").Select(link => link.GetAttribute("href")!).ToList();

        var before = await editor.GetAsync(states[^1]);
        var one = await editor.GetAsync(states[0]);
        await editor.SendAsync(before);

        Assert.Equal(["/desk/actors/minusma?state=1", "/desk/actors/minusma?state=0"], states);
        Assert.Equal((first, "Once"), (before.Value("field-description"), one.Value("field-description")));
        Assert.DoesNotContain("does not depend", before.Text, StringComparison.Ordinal);
        Assert.Equal(first, (await editor.GetAsync("/desk/actors/minusma")).Value("field-description"));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync("/desk/actors/minusma?state=9")).Status);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_are_not_taken()
    {
        var page = await editor.GetAsync("/desk/actors/jnim");

        await editor.SendAsync(page,
            ("note", "x"), ("merged-into", "aqim"), ("Id", "7"), ("Slug", "taken"), ("Actor.Version", "99"), ("MergedIntoId", "1"),
            ("Actor.Name", "taken"), ("MergedInto.Slug", "aqim"), ("name", "Only this"), ("reason", "Because"));

        await site.InDatabaseAsync(async db =>
        {
            var actor = await db.Actors.SingleAsync(one => one.Slug == "jnim", Stop);
            Assert.Equal(("Only this", 2, null), (actor.Name, actor.Version, actor.MergedIntoId));
            var revision = await db.Revisions.SingleAsync(one => one.Record == "actor/jnim", Stop);
            Assert.Equal("name", Assert.Single(revision.Changes).Field);
            return 0;
        });
    }

    [Fact]
    public async Task Place_outside_an_editors_regions_is_shown_and_not_changed()
    {
        var visitor = await DeskVisitor.SignInAsync(site, "Moussa", [Role.Editor], regions: ["ML-7"]);
        var slug = await site.InDatabaseAsync(db =>
            db.Places.Where(place => place.Region!.Code == "ML-5").Select(place => place.Slug).FirstAsync(Stop));
        var allowed = await editor.GetAsync($"/desk/places/{slug}");

        var shown = await visitor.GetAsync($"/desk/places/{slug}");
        var forced = await visitor.SendAsync(await visitor.GetAsync("/desk/places/new"),
            ("name", "Mopti port"), ("country", "MLI"), ("latitude", "14.49"), ("longitude", "-4.2"),
            ("geo-precision", "exact"), ("coordinate-source", "gazetteer"), ("reason", "New"));

        Assert.NotEmpty(allowed.Document.QuerySelectorAll("main form[method=post]"));
        Assert.Empty(shown.Document.QuerySelectorAll("main form[method=post]"));
        Assert.Contains("ML-7", shown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, forced.Status);
        Assert.Equal("Mopti port", forced.Value("field-name"));
        Assert.False(await site.InDatabaseAsync(db => db.Places.AnyAsync(place => place.Name == "Mopti port", Stop)));
    }

    [Fact]
    public async Task Reviewer_merges_an_actor_and_takes_it_back()
    {
        var reviewer = await DeskVisitor.SignInAsync(site, "Fatou", [Role.Editor, Role.Reviewer]);
        var total = await site.PageAsync("/incidents?actor=ansar-dine&actor=jnim");

        var merged = await reviewer.SendAsync(
            await reviewer.GetAsync("/desk/actors/ansar-dine/merge"), ("into", "jnim"), ("reason", "One group"));

        Assert.Equal(HttpStatusCode.Redirect, merged.Status);
        var old = await editor.GetAsync("/actors/ansar-dine?country=MLI");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/actors/jnim?country=MLI"), (old.Status, old.Location));
        var api = await editor.GetAsync("/api/v1/actors/ansar-dine");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/api/v1/actors/jnim"), (api.Status, api.Location));
        var now = await site.PageAsync("/incidents?actor=ansar-dine");
        Assert.Equal(
            total.QuerySelector(".total strong")!.TextContent, now.QuerySelector(".total strong")!.TextContent);
        Assert.Empty((await editor.GetAsync("/desk/actors/ansar-dine")).Document.QuerySelectorAll("main form[method=post]"));

        var back = await reviewer.SendAsync(
            await reviewer.GetAsync("/desk/actors/ansar-dine/merge"), ("reason", "Two groups"));

        Assert.Equal(HttpStatusCode.Redirect, back.Status);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/actors/ansar-dine")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync("/desk/actors/ansar-dine/merge")).Status);
    }

    [Fact]
    public async Task Unknown_records_and_kinds_are_not_found()
    {
        foreach (var path in new[]
        {
            "/desk/actors/nobody", "/desk/actors/nobody/history", "/desk/actors/new/history", "/desk/people-of-power/x",
            "/desk/places/gao/merge",
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Lookups_answer_the_desk_alone_in_the_readers_language()
    {
        var french = await DeskVisitor.SignInAsync(site, "Ali", [Role.Reviewer], language: "fr");
        string[] paths =
        [
            "/desk/lookup/places?q=menaka", "/desk/lookup/actors?q=jnim", "/desk/lookup/sources?q=rfi",
            "/desk/lookup/region?lat=16.27&lon=-0.04",
        ];
        foreach (var path in paths)
        {
            var closed = await site.Client().GetAsync(path, Stop);
            Assert.True(closed.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized, path);
        }

        var places = await french.Client.GetFromJsonAsync<JsonElement>(paths[0], Stop);
        var actors = await french.Client.GetFromJsonAsync<JsonElement>(paths[1], Stop);
        var near = await french.Client.GetFromJsonAsync<JsonElement>("/desk/lookup/actors?q=jnin", Stop);
        var region = await french.Client.GetFromJsonAsync<JsonElement>(paths[3], Stop);
        var sea = await french.Client.GetFromJsonAsync<JsonElement>("/desk/lookup/region?lat=0&lon=0", Stop);
        var bad = await french.Client.GetAsync("/desk/lookup/region?lat=120&lon=0", Stop);

        Assert.StartsWith("menaka", places[0].GetProperty("slug").GetString(), StringComparison.Ordinal);
        Assert.Equal("MLI", places[0].GetProperty("country").GetString());
        Assert.Equal("settlement", places[0].GetProperty("kind").GetString());
        Assert.Equal("jnim", actors[0].GetProperty("slug").GetString());
        Assert.Equal("rebel-or-jihadist-group", actors[0].GetProperty("kind").GetString());
        Assert.Contains(near.EnumerateArray(), actor => actor.GetProperty("slug").GetString() == "jnim");
        Assert.Equal(("ML-7", "MLI"), (region.GetProperty("region").GetString(), region.GetProperty("country").GetString()));
        Assert.Equal(JsonValueKind.Null, sea.GetProperty("region").ValueKind);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
    }
}
