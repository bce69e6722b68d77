using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Incidents;
using SahelWatch.Pages.Desk.Entries;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Desk;

public sealed class EntryPagesTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Event_is_entered_without_scripts_and_submitted()
    {
        var browser = await NewAsync();
        await browser.PressAsync("find", ("Form.PlaceName", "Djibo"), ("Form.Parties[0].Actor", "islamic"));
        Assert.Equal("Djibo", browser.ValueOf("Form.PlaceName"));
        var place = browser.Page.QuerySelector("input[name=PickPlace]")!.GetAttribute("value")!;
        Assert.NotNull(browser.Page.QuerySelector("input[type=radio][name='Form.Parties[0].Actor']"));

        await browser.PressAsync("add-source", ("PickPlace", place), ("Form.Parties[0].Actor", "jnim"));
        Assert.NotEmpty(browser.ValueOf("Form.Latitude")!);
        Assert.Equal("BFA", browser.ValueOf("Form.Country"));
        await browser.PressAsync(
            "submit-anyway",
            ("Form.StartsOn", "2026-10-20"),
            ("Form.DatePrecision", "day"),
            ("Form.SubType", "attack"),
            ("Form.Parties[0].Role", "perpetrator"),
            ("Form.Parties[0].Attribution", "suspected"),
            ("Form.Title", "Entered without scripts"),
            ("Form.Summary", "Synthetic."),
            ("Form.Citations[0].Url", "https://news.example.org/noscript"),
            ("Form.Citations[0].Publisher", "Synthetic News"),
            ("Form.Citations[0].Language", "en"),
            ("Form.Citations[0].Kind", "report"),
            ("Form.Citations[0].Reading", "excerpt"));

        Assert.Matches("^/desk/entries/[0-9]+/review$", browser.Location);
        var entry = await EntryAsync(browser.Location!.Split('/')[3]);
        Assert.Equal((EditorialStatus.InReview, "jnim"), (entry.Status, Assert.Single(entry.Form.Parties).Actor));
        Assert.Single(entry.Form.Citations);
    }

    [Fact]
    public async Task Draft_is_kept_however_incomplete_and_what_is_wrong_stands_beside_the_fields()
    {
        var browser = await NewAsync();

        await browser.PressAsync("save", ("Form.StartsOn", "20 octobre"), ("Form.Latitude", "nord"));
        await browser.FollowAsync();
        Assert.Contains("Draft saved", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll(".field-problem"));
        await browser.PressAsync("submit");
        Assert.EndsWith("?after=checked#found", browser.Location);
        await browser.FollowAsync();

        Assert.Equal(("20 octobre", "nord"), (browser.ValueOf("Form.StartsOn"), browser.ValueOf("Form.Latitude")));
        var links = browser.Page.QuerySelectorAll("#found a[href^='#']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains("#f-StartsOn", links);
        Assert.All(links, link => Assert.NotNull(browser.Page.GetElementById(link[1..])));
        var latitude = browser.Page.GetElementById("f-Latitude")!;
        Assert.Equal("true", latitude.GetAttribute("aria-invalid"));
        Assert.Contains("“nord”", browser.Page.GetElementById(latitude.GetAttribute("aria-describedby")!)!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_speaks_french()
    {
        var client = await site.SignedInAsync(await site.PersonAsync("Autrice", Role.Editor), "fr");
        var browser = await new EntryBrowser(client).OpenAsync("/desk/entries/new");

        Assert.Equal("Saisir un événement", browser.Page.QuerySelector("h1")!.TextContent);
        await browser.PressAsync("submit");
        await browser.FollowAsync();
        Assert.Contains("Veuillez remplir ce champ.", browser.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_added_and_taken_away_without_scripts()
    {
        var browser = await NewAsync();

        await browser.PressAsync("add-party", ("Form.Parties[0].Actor", "jnim"), ("Form.Title", "Typed"));
        await browser.PressAsync("find", ("Form.Parties[1].Actor", "no such actor"));
        Assert.Equal(2, browser.Page.QuerySelectorAll("[data-rows=Parties] > [data-row]").Length);
        Assert.Equal("no such actor", browser.ValueOf("Form.Parties[1].Actor"));
        await browser.PressAsync("remove-party-0");

        Assert.Equal("no such actor", browser.ValueOf("Form.Parties[0].Actor"));
        Assert.Equal("Typed", browser.ValueOf("Form.Title"));
    }

    [Fact]
    public async Task Known_source_is_found_by_its_address_and_can_be_let_go_again()
    {
        var known = await site.InDatabaseAsync(db => db.Sources.Where(source => source.Url != null)
            .OrderBy(source => source.Slug).FirstAsync(Stop));
        var browser = await NewAsync();

        await browser.PressAsync("find", ("Form.Citations[0].Url", $"{known.Url}#top"), ("Form.Citations[0].Note", "N"));
        Assert.Equal(known.Slug, browser.Page
            .QuerySelector("input[type=radio][name='Form.Citations[0].Source']")!.GetAttribute("value"));
        await browser.PressAsync("find", ("Form.Citations[0].Source", known.Slug));
        Assert.NotNull(browser.Page.QuerySelector("input[type=checkbox][name='Form.Citations[0].Source'][checked]"));
        await browser.PressAsync("save");
        await browser.FollowAsync();

        Assert.Equal(known.Slug, browser.ValueOf("Form.Citations[0].Source"));
        Assert.Equal("N", browser.ValueOf("Form.Citations[0].Note"));
        Assert.Equal($"{known.Url}#top", browser.ValueOf("Form.Citations[0].Url"));
    }

    [Fact]
    public async Task Fields_that_are_not_declared_change_nothing()
    {
        var browser = await NewAsync();
        await browser.PressAsync("save", ("Form.Title", "Mass"));
        await browser.FollowAsync();
        var id = browser.Page.QuerySelector("form#entry")!.GetAttribute("data-id")!;
        var before = await EntryAsync(id);

        await browser.PressAsync(
            "save",
            ("Entry.Status", "Published"), ("Status", "Published"), ("AuthorId", "1"), ("Entry.AuthorId", "1"),
            ("IncidentId", "1"), ("Base", "{}"), ("BaseVersion", "7"), ("DueAt", "2026-01-01"), ("ReviewerId", "1"),
            ("CreatedAt", "2000-01-01"), ("SubmittedAt", "2000-01-01"), ("Number", "1"), ("Form.Status", "Published"),
            ("Problems", "x"), ("Work.Access", "x"), ("Form.Parties[0].Id", "1"));

        var after = await EntryAsync(id);
        Assert.Equal(
            (before.Status, before.AuthorId, before.IncidentId, before.BaseVersion, before.DueAt, before.ReviewerId,
                before.CreatedAt, before.SubmittedAt),
            (after.Status, after.AuthorId, after.IncidentId, after.BaseVersion, after.DueAt, after.ReviewerId,
                after.CreatedAt, after.SubmittedAt));
        Assert.Empty(EntryFields.Differences(before.Form, after.Form));
    }

    [Fact]
    public async Task Oversized_and_hostile_texts_are_kept_as_typed_and_refused_in_words()
    {
        var browser = await NewAsync();
        var hostile = new string('é', 10_000) + "\"><script>alert(1)</script>";
        for (var row = 0; row < 31; row++)
        {
            await browser.PressAsync("add-party", ($"Form.Parties[{row}].Actor", "jnim"));
        }

        await browser.PressAsync("submit", ("Form.Title", hostile), ("Form.Summary", hostile));
        await browser.FollowAsync();

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal(hostile, browser.ValueOf("Form.Title"));
        Assert.Equal(hostile, browser.ValueOf("Form.Summary"));
        Assert.DoesNotContain(
            browser.Page.Scripts, script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Contains("at most 30 entries", browser.Page.GetElementById("found")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_windows_get_both_texts_and_can_merge()
    {
        var client = await site.SignedInAsync(Role.Editor);
        var first = await new EntryBrowser(client).OpenAsync("/desk/entries/new");
        await first.PressAsync("save", ("Form.Title", "Begun"), ("Form.PlaceName", "Djibo"));
        await first.FollowAsync();
        var path = first.Location ?? first.Page.QuerySelector("form#entry")!.GetAttribute("action")!;
        var second = await new EntryBrowser(client).OpenAsync(path);

        await first.PressAsync("save", ("Form.Title", "First"), ("Form.PlaceName", "Arbinda"));
        await second.PressAsync("save", ("Form.Title", "Second"), ("Form.Summary", "Only mine"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        var shown = second.Page.Body!.TextContent;
        Assert.All(["Begun", "First", "Second", "Only mine", "Arbinda"],
            text => Assert.Contains(text, shown, StringComparison.Ordinal));
        Assert.Single(second.Page.QuerySelectorAll(".conflict-field"));
        await second.PressAsync("merge", ("Take[Title]", "theirs"));

        Assert.EndsWith("?after=merged", second.Location);
        await second.FollowAsync();
        Assert.Equal(
            ("First", "Only mine", "Arbinda"),
            (second.ValueOf("Form.Title"), second.ValueOf("Form.Summary"), second.ValueOf("Form.PlaceName")));
    }

    [Fact]
    public async Task Save_whose_own_autosave_came_first_is_no_conflict()
    {
        var client = await site.SignedInAsync(Role.Editor);
        var window = await new EntryBrowser(client).OpenAsync("/desk/entries/new");
        await window.PressAsync("save", ("Form.Title", "Begun"));
        await window.FollowAsync();
        var behind = await new EntryBrowser(client).OpenAsync(
            window.Page.QuerySelector("form#entry")!.GetAttribute("action")!);

        await window.PressAsync("save", ("Form.Title", "Typed"));
        await behind.PressAsync("save", ("Form.Title", "Typed"));

        Assert.EndsWith("?after=saved", behind.Location);
    }

    [Fact]
    public async Task Form_sent_as_it_came_changes_nothing()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var number = (await site.InDatabaseAsync(db => db.Incidents.AsNoTracking().ToListAsync(Stop)))
            .First(one => !one.Tactics.Order(StringComparer.Ordinal).SequenceEqual(one.Tactics)).Number;
        var begun = (await site.AtDeskAsync(desk => desk.CorrectAsync(author, number, null, Stop))).Entry!;
        var window = await new EntryBrowser(await site.SignedInAsync(author)).OpenAsync($"/desk/entries/{begun.Id}");

        await window.PressAsync("save");

        var kept = await EntryAsync($"{begun.Id}");
        Assert.Empty(EntryFields.Differences(begun.Form, kept.Form));
        Assert.Equal(begun.Form.Tactics, kept.Form.Tactics);
    }

    [Fact]
    public async Task Other_window_is_not_lost_where_the_incident_was_changed_too()
    {
        const int number = 13;
        var author = await site.PersonAsync("Author", Role.Editor);
        var rival = await site.PersonAsync("Rival", Role.Editor);
        var reviewer = await site.PersonAsync("Reviewer", Role.Reviewer);
        var mine = (await site.AtDeskAsync(desk => desk.CorrectAsync(author, number, null, Stop))).Entry!;
        var theirs = (await site.AtDeskAsync(desk => desk.CorrectAsync(rival, number, null, Stop))).Entry!;
        await site.PublishAsync(
            rival, reviewer, theirs.Form with { InjuredNote = "Theirs" }, number, "Synthetic reason");
        var client = await site.SignedInAsync(author);
        var first = await new EntryBrowser(client).OpenAsync($"/desk/entries/{mine.Id}");
        await first.PressAsync("submit", ("Form.Title", "Of the first window"), ("Reason", "Because"));
        Assert.Equal(HttpStatusCode.Conflict, first.Status);
        var second = await new EntryBrowser(client).OpenAsync($"/desk/entries/{mine.Id}");
        await second.PressAsync("save", ("Form.Summary", "Of the second window"));

        await first.PressAsync("merge");
        Assert.Contains("Of the second window", first.Page.Body!.TextContent, StringComparison.Ordinal);
        await first.PressAsync("merge");
        await first.FollowAsync();
        await first.PressAsync("submit");
        await first.PressAsync("merge");

        var kept = await EntryAsync($"{mine.Id}");
        Assert.Equal(
            ("Of the first window", "Of the second window", "Theirs"),
            (kept.Form.Title, kept.Form.Summary, kept.Form.InjuredNote));
    }

    [Fact]
    public async Task Window_left_open_on_a_draft_that_was_submitted_says_so_and_can_still_be_kept()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var entry = (await site.AtDeskAsync(desk => desk.BeginAsync(author, DeskFixture.Form(), null, null, Stop))).Entry!;
        var window = await new EntryBrowser(await site.SignedInAsync(author)).OpenAsync($"/desk/entries/{entry.Id}");
        entry = await StepAsync(author, entry, EntryStep.Submit);

        await window.PressAsync("save", ("Form.Title", "Typed too late"));
        Assert.Equal(HttpStatusCode.Conflict, window.Status);
        Assert.Contains("is now: In review", window.Page.Body!.TextContent, StringComparison.Ordinal);
        await window.PressAsync("merge");
        Assert.Equal(HttpStatusCode.Conflict, window.Status);
        await StepAsync(author, entry, EntryStep.TakeBack);
        await window.PressAsync("merge");
        await window.PressAsync("merge");

        Assert.EndsWith("?after=merged", window.Location);
        Assert.Equal("Typed too late", (await EntryAsync($"{entry.Id}")).Form.Title);
    }

    [Fact]
    public async Task Entry_on_its_way_is_a_possible_duplicate_for_those_who_may_see_it()
    {
        var form = DeskFixture.Form("Told twice") with
        {
            StartsOn = "2026-03-03",
            Latitude = "13.3",
            Longitude = "-1.1",
        };
        var author = await site.PersonAsync("Author", Role.Editor);
        var other = await site.PersonAsync("Other", Role.Editor);
        var first = (await site.AtDeskAsync(desk => desk.BeginAsync(author, form, null, null, Stop))).Entry!;
        var second = (await site.AtDeskAsync(desk => desk.BeginAsync(author, form, null, null, Stop))).Entry!;
        var theirs = (await site.AtDeskAsync(desk => desk.BeginAsync(other, form, null, null, Stop))).Entry!;

        var browser = await new EntryBrowser(await site.SignedInAsync(author)).OpenAsync($"/desk/entries/{first.Id}");
        await browser.PressAsync("submit");
        Assert.EndsWith("?after=twins#found", browser.Location);
        await browser.FollowAsync();
        Assert.Equal([$"/desk/entries/{second.Id}/review"], Twins(browser));
        await browser.PressAsync("submit-anyway");
        var review = $"/desk/entries/{(await StepAsync(other, theirs, EntryStep.Submit)).Id}/review";
        var reviewer = await new EntryBrowser(await site.SignedInAsync(Role.Reviewer)).OpenAsync(review);
        var writer = await new EntryBrowser(await site.SignedInAsync(other)).OpenAsync(review);

        Assert.Equal([$"/desk/entries/{first.Id}/review"], Twins(reviewer));
        Assert.Empty(Twins(writer));

        static IEnumerable<string?> Twins(EntryBrowser browser) =>
            browser.Page.QuerySelectorAll(".twin-event a[href^='/desk/entries/']")
                .Select(link => link.GetAttribute("href"));
    }

    [Fact]
    public async Task Correction_of_a_changed_incident_is_brought_together_with_it()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var rival = await site.PersonAsync("Rival", Role.Editor);
        var reviewer = await site.PersonAsync("Reviewer", Role.Reviewer);
        const int number = 12;
        var mine = (await site.AtDeskAsync(desk => desk.CorrectAsync(author, number, null, Stop))).Entry!;
        var theirs = (await site.AtDeskAsync(desk => desk.CorrectAsync(rival, number, null, Stop))).Entry!;
        var browser = await new EntryBrowser(await site.SignedInAsync(author)).OpenAsync($"/desk/entries/{mine.Id}");
        Assert.Contains("Rival", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        theirs = (await site.AtDeskAsync(desk => desk.SaveAsync(
            rival, theirs.Id, theirs.Version, theirs.Form with { Title = "Theirs", PlaceName = "Elsewhere" }, "Why", false,
            null, Stop))).Entry!;
        theirs = (await site.AtDeskAsync(desk => desk.StepAsync(
            rival, theirs.Id, theirs.Version, EntryStep.Submit, null, [], Stop))).Entry!;
        Assert.Equal(EntryOutcome.Done, (await site.AtDeskAsync(desk => desk.StepAsync(
            reviewer, theirs.Id, theirs.Version, EntryStep.Publish, null, [], Stop))).Outcome);

        await browser.PressAsync("submit", ("Form.Title", "Mine"), ("Reason", "Because"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("Theirs", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        await browser.PressAsync("merge", ("Take[Title]", "mine"));
        await browser.FollowAsync();

        Assert.Equal(
            ("Mine", "Elsewhere"), (browser.ValueOf("Form.Title"), browser.ValueOf("Form.PlaceName")));
        await browser.PressAsync("submit");
        Assert.EndsWith("/review", browser.Location);
    }

    [Fact]
    public async Task Event_that_may_be_known_is_shown_beside_it_before_it_is_submitted()
    {
        var incident = await site.InDatabaseAsync(db => db.Incidents.Include(one => one.Place)
            .Where(one => one.GeoPrecision == GeoPrecision.Exact && one.DatePrecision == DatePrecision.Day)
            .OrderBy(one => one.Number).FirstAsync(Stop));
        var form = DeskFixture.Form() with
        {
            StartsOn = $"{incident.StartsOn:yyyy-MM-dd}",
            EndsOn = null,
            Country = incident.CountryCode,
            Latitude = FormattableString.Invariant($"{incident.Latitude}"),
            Longitude = FormattableString.Invariant($"{incident.Longitude}"),
            GeoPrecision = "exact",
        };
        var author = await site.PersonAsync("Author", Role.Editor);
        var entry = (await site.AtDeskAsync(desk => desk.BeginAsync(author, form, null, null, Stop))).Entry!;
        var browser = await new EntryBrowser(await site.SignedInAsync(author)).OpenAsync($"/desk/entries/{entry.Id}");

        await browser.PressAsync("submit");
        Assert.EndsWith("?after=twins#found", browser.Location);
        await browser.FollowAsync();
        var twins = browser.Page.QuerySelector(".duplicates")!.TextContent;
        Assert.Contains(incident.Title, twins, StringComparison.Ordinal);
        Assert.Contains("same day", twins, StringComparison.Ordinal);
        await browser.PressAsync("submit-anyway");

        Assert.EndsWith("/review", browser.Location);
    }

    [Fact]
    public async Task Autosave_keeps_the_form_and_refuses_what_is_stale_or_of_others()
    {
        var client = await site.SignedInAsync(Role.Editor);
        var token = await client.FormToken("/desk/entries/new");
        async Task<HttpResponseMessage> Post(HttpClient from, string with, params (string, string)[] fields)
        {
            var message = new HttpRequestMessage(HttpMethod.Post, "/desk/entries/autosave")
            {
                Content = new FormUrlEncodedContent(fields.ToDictionary(one => one.Item1, one => one.Item2)),
            };
            message.Headers.Add("X-Form-Token", with);
            return await from.SendAsync(message, Stop);
        }

        var begun = await Post(client, token, ("Form.Title", "Auto"), ("Version", "0"));
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        var saved = System.Text.Json.JsonDocument.Parse(await begun.Content.ReadAsStringAsync(Stop)).RootElement;
        var (id, version) = (saved.GetProperty("id").GetInt32(), saved.GetProperty("version").GetInt32());
        var next = await Post(client, token, ("id", $"{id}"), ("Version", $"{version}"), ("Form.Title", "Auto 2"));
        var stale = await Post(client, token, ("id", $"{id}"), ("Version", $"{version}"), ("Form.Title", "Auto 3"));
        var other = await site.SignedInAsync(Role.Editor, Role.Reviewer);
        var foreign = await Post(
            other, await other.FormToken("/desk/entries/new"), ("id", $"{id}"), ("Version", $"{version + 1}"));

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.NotFound),
            (next.StatusCode, stale.StatusCode, foreign.StatusCode));
        var entry = await EntryAsync($"{id}");
        Assert.Equal("Auto 2", entry.Form.Title);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(client, "", ("Form.Title", "No token"))).StatusCode);
    }

    [Fact]
    public async Task Form_of_an_ended_session_comes_back_and_is_sent_again_after_signing_in()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var client = site.Browser(out var cookies);
        async Task SignInAsync() => cookies.Add(
            client.BaseAddress!, await site.SessionAsync(author));
        await SignInAsync();
        var browser = await new EntryBrowser(client).OpenAsync("/desk/entries/new");
        await site.InDatabaseAsync(async db =>
        {
            foreach (var session in await db.AccountSessions.Where(one => one.AccountId == author.Id).ToListAsync(Stop))
            {
                session.EndedAt = Site.Now;
            }
            return await db.SaveChangesAsync(Stop);
        });

        await browser.PressAsync("save", ("Form.Title", "Typed <b>long</b>"), ("Form.Summary", "Not lost"));
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
        Assert.Equal("Typed <b>long</b>", browser.ValueOf("Form.Title"));
        var elsewhere = new EntryBrowser(await site.SignedInAsync(author));
        elsewhere.Show(browser.Page);
        await elsewhere.PressAsync("save");
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.Status);
        await SignInAsync();
        var again = new EntryBrowser(client);
        again.Show(browser.Page);
        await again.PressAsync("save");
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        await again.FollowAsync();

        Assert.Equal(
            ("Typed <b>long</b>", "Not lost"), (again.ValueOf("Form.Title"), again.ValueOf("Form.Summary")));
    }

    [Theory]
    [InlineData("https://evil.example", "cross-site")]
    [InlineData(null, null)]
    public async Task Form_that_no_page_of_this_site_sent_does_not_come_back(string? origin, string? fetched)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/desk/entries/new")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("Form.Title", "Made up elsewhere")]),
        };
        if (origin is not null)
        {
            message.Headers.Add("Origin", origin);
            message.Headers.Add("Sec-Fetch-Site", fetched);
        }

        var answer = await site.Client().SendAsync(message, Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain(
            "Made up elsewhere", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_travels_through_fields_unchanged()
    {
        var form = DeskFixture.Form() with { Tactics = ["arson", "looting"], DeathsNote = "“Words” <b>\n2" };

        var pairs = FormPairs.Of(form).ToList();

        Assert.Contains(KeyValuePair.Create("Form.DeathsNote", "“Words” <b>\n2"), pairs);
        Assert.Contains(KeyValuePair.Create("Form.Citations[0].Supports", "place"), pairs);
        Assert.Empty(EntryFields.Differences(form, FormPairs.Read(pairs.GroupBy(pair => pair.Key).Select(group =>
            KeyValuePair.Create(group.Key, new StringValues([.. group.Select(pair => pair.Value)]))))));
        Assert.Equal(["arson", "looting"], pairs.Where(pair => pair.Key == "Form.Tactics").Select(pair => pair.Value));
    }

    private async Task<EntryBrowser> NewAsync() =>
        await new EntryBrowser(await site.SignedInAsync(Role.Editor)).OpenAsync("/desk/entries/new");

    private async Task<Entry> StepAsync(Person person, Entry entry, EntryStep step) => (await site.AtDeskAsync(
        desk => desk.StepAsync(person, entry.Id, entry.Version, step, null, [], Stop))).Entry!;

    private Task<Entry> EntryAsync(string id) => site.InDatabaseAsync(
        db => db.Entries.AsNoTracking().SingleAsync(one => one.Id == int.Parse(id, System.Globalization.CultureInfo.InvariantCulture), Stop));
}
