using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Editing;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Desk;

public sealed class ReviewPagesTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Reviewer_sees_the_queue_returns_with_a_reason_and_the_author_reads_it(string language)
    {
        var author = await site.PersonAsync("Mariam", Role.Editor);
        var reviewer = await site.PersonAsync("Oumar", Role.Reviewer);
        var entry = await SubmittedAsync(author, $"Synthetic event to return {language}");
        var page = $"/desk/entries/{entry.Id}/review";
        var client = await site.SignedInAsync(reviewer, language);

        var queue = await PageAsync(client, "/desk");
        Assert.Contains(queue.Links.OfType<IHtmlAnchorElement>(), link => link.PathName == page);
        var shown = await PageAsync(client, page);
        Assert.Contains("Mariam", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Synthetic News", shown.QuerySelector("#changes")!.ParentElement!.TextContent, StringComparison.Ordinal);
        var source = Assert.Single(shown.QuerySelectorAll(".citation-title a").OfType<IHtmlAnchorElement>());
        Assert.Equal(entry.Form.Citations[0].Url, source.Href);

        using var without = await client.FormPost(page, Step("return", entry, " "));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var returned = await client.FormPost(page, Step("return", entry, "Which source says four?"));
        Assert.Equal("/desk?after=return", returned.Headers.Location!.OriginalString);

        var theirs = await site.SignedInAsync(author, language);
        foreach (var address in new[] { "/desk", $"/desk/entries/{entry.Id}" })
        {
            var mine = await PageAsync(theirs, address);
            Assert.Contains(
                mine.QuerySelectorAll(".desk-words"),
                words => words.TextContent.Contains("Which source says four?", StringComparison.Ordinal));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(page, Stop)).StatusCode);
    }

    [Fact]
    public async Task Published_from_the_page_is_public_at_the_next_request()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var entry = await SubmittedAsync(author, "Synthetic event to publish");
        var page = $"/desk/entries/{entry.Id}/review";
        var client = await site.SignedInAsync(Role.Reviewer);

        using var done = await client.FormPost(page, Step("publish", entry));

        Assert.Equal($"{page}?after=publish", done.Headers.Location!.OriginalString);
        var after = await PageAsync(client, $"{page}?after=publish");
        var link = Assert.Single(
            after.QuerySelectorAll(".notice-done a").OfType<IHtmlAnchorElement>()).PathName;
        var incident = await site.PageAsync(link);
        Assert.Equal("Synthetic event to publish", incident.QuerySelector("h1")!.TextContent);
        Assert.Contains(
            "Nothing can be done", after.QuerySelector("#actions")!.ParentElement!.TextContent, StringComparison.Ordinal);
        using var twice = await client.FormPost(page, Step("publish", entry));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Fact]
    public async Task Reviewer_who_comes_second_is_told_what_happened()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var entry = await SubmittedAsync(author, "Synthetic event for two reviewers");
        var page = $"/desk/entries/{entry.Id}/review";
        var (first, second) = (await site.SignedInAsync(Role.Reviewer), await site.SignedInAsync(Role.Reviewer));
        var token = KeyValuePair.Create("__RequestVerificationToken", await second.FormToken(page));
        using var returned = await first.FormPost(page, Step("return", entry, "Which village?"));

        using var late = await second.PostAsync(
            page, new FormUrlEncodedContent(Step("publish", entry).Append(token)), Stop);

        Assert.Equal("/desk?after=gone", late.Headers.Location!.OriginalString);
        Assert.Contains(
            "not in review any more",
            (await PageAsync(second, "/desk?after=gone")).QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_of_an_incident_merged_meanwhile_says_so()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        const int number = 230;
        var entry = (await site.AtDeskAsync(desk => desk.CorrectAsync(author, number, null, Stop))).Entry!;
        var form = entry.Form with { Title = "Other words" };
        entry = (await site.AtDeskAsync(
            desk => desk.SaveAsync(author, entry.Id, entry.Version, form, "Words", false, null, Stop))).Entry!;
        entry = (await site.AtDeskAsync(
            desk => desk.StepAsync(author, entry.Id, entry.Version, EntryStep.Submit, null, [], Stop))).Entry!;
        await site.WithdrawAsync(number, "The same event", await site.InDatabaseAsync(
            db => db.Incidents.Where(one => one.Number == 231).Select(one => one.Id).SingleAsync(Stop)));
        var page = $"/desk/entries/{entry.Id}/review";
        var client = await site.SignedInAsync(Role.Reviewer);

        using var refused = await client.FormPost(page, Step("publish", entry));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(
            "Incident 230 was merged into incident 231",
            (await PageAsync(client, page)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comment_reaches_whom_it_mentions_and_nobody_else()
    {
        var author = await site.PersonAsync("Fatoumata Synthetique", Role.Editor);
        var bystander = await site.PersonAsync("Bystander", Role.Editor);
        var entry = await SubmittedAsync(author, "Synthetic event to discuss");
        var client = await site.SignedInAsync(Role.Reviewer);

        using var said = await client.FormPost(
            $"/desk/entries/{entry.Id}/review",
            Step("comment", entry, "@fatoumata synthetique and @Bystander: <b>which</b> village?"));

        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        var mine = await PageAsync(await site.SignedInAsync(author), "/desk");
        Assert.Contains("<b>which</b> village?", mine.Body!.TextContent, StringComparison.Ordinal);
        var theirs = await PageAsync(await site.SignedInAsync(bystander), "/desk");
        Assert.DoesNotContain("village?", theirs.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_is_shown_to_its_author_and_to_reviewers_alone()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var entry = await SubmittedAsync(author, "Synthetic secret");
        var page = $"/desk/entries/{entry.Id}/review";

        foreach (var role in Enum.GetValues<Role>())
        {
            var expected = role switch
            {
                Role.Reviewer => HttpStatusCode.OK,
                Role.Analyst => HttpStatusCode.Forbidden,
                _ => HttpStatusCode.NotFound,
            };
            Assert.Equal(expected, (await (await site.SignedInAsync(role)).GetAsync(page, Stop)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignedInAsync(author)).GetAsync(page, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Client().GetAsync(page, Stop)).StatusCode);
    }

    [Fact]
    public async Task Incident_is_withdrawn_and_reinstated_from_its_desk_page()
    {
        const int number = 200;
        var page = $"/desk/incidents/{number}";
        var client = await site.SignedInAsync(Role.Reviewer);

        using var without = await client.FormPost(
            page, [new("version", "1"), new("reason", "")], $"{page}?handler=Withdraw");
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var stale = await client.FormPost(
            page, [new("version", "99"), new("reason", "Old")], $"{page}?handler=Withdraw");
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var done = await client.FormPost(
            page, [new("version", "1"), new("reason", "Reported in error")], $"{page}?handler=Withdraw");
        Assert.Equal($"{page}?after=withdrawn", done.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Gone, (await site.Client().GetAsync($"/incidents/{number}", Stop)).StatusCode);

        using var back = await client.FormPost(
            page, [new("version", "2"), new("reason", "It was right")], $"{page}?handler=Reinstate");
        Assert.Equal($"{page}?after=reinstated", back.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await site.Client().GetAsync($"/incidents/{number}", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Two_incidents_are_compared_merged_and_parted(string language)
    {
        var (duplicate, other) = language == "en" ? (210, 211) : (212, 213);
        var page = $"/desk/incidents/{duplicate}";
        var client = await site.SignedInAsync(await site.PersonAsync("Reviewer", Role.Reviewer), language);

        var found = await PageAsync(client, $"{page}/merge?q={other}");
        Assert.Contains(
            found.QuerySelectorAll("a").OfType<IHtmlAnchorElement>(), link => link.Search == $"?into={other}");
        var sides = await PageAsync(client, $"{page}/merge?into={other}");
        string Hidden(string name) => sides.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
        using var merged = await client.FormPost(
            $"{page}/merge",
            ("version", Hidden("version")), ("into", Hidden("into")), ("intoVersion", Hidden("intoVersion")),
            ("reason", "The same event"));
        Assert.Equal($"{page}?after=merged", merged.Headers.Location!.OriginalString);

        var gone = await PageAsync(client, page);
        using var parted = await client.FormPost(
            page,
            [
                new("version", gone.QuerySelector("form[action*=Unmerge] input[name=version]")!.GetAttribute("value")!),
                new("reason", "Two events"),
            ],
            $"{page}?handler=Unmerge");
        Assert.Equal($"{page}?after=parted", parted.Headers.Location!.OriginalString);
        Assert.NotNull(site.Index.RowOf(duplicate));
    }

    [Fact]
    public async Task Merge_that_could_tell_a_withheld_place_is_asked_about_on_the_page()
    {
        var (author, reviewer) = (
            await site.PersonAsync("Author", Role.Editor), await site.PersonAsync("Reviewer", Role.Reviewer));
        var open = await site.PublishAsync(author, reviewer, DeskFixture.Form());
        var hidden = await site.PublishAsync(author, reviewer, DeskFixture.Form() with { PublicPrecision = "region" });
        var page = $"/desk/incidents/{hidden}/merge";
        var client = await site.SignedInAsync(reviewer);
        (string, string)[] fields = [("version", "1"), ("into", $"{open}"), ("intoVersion", "1"), ("reason", "Same")];

        var asked = await PageAsync(client, $"{page}?into={open}");
        using var refused = await client.FormPost($"{page}?into={open}", fields);
        using var merged = await client.FormPost($"{page}?into={open}", [.. fields, ("confirmed", "true")]);

        Assert.NotNull(asked.QuerySelector("input[type=checkbox][name=confirmed]"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(
            "may become known",
            new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync(Stop))
                .QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
    }

    [Theory]
    [InlineData("en", "shows a more precise one", "words of", "a source of", "history of")]
    [InlineData("fr", "en montre un plus précis", "texte de", "une source de", "historique de")]
    public async Task Merge_page_names_each_cause_with_the_words_that_tell_the_place(
        string language, params string[] causes)
    {
        var (author, reviewer) = (
            await site.PersonAsync("Author", Role.Editor), await site.PersonAsync("Reviewer", Role.Reviewer));
        var form = DeskFixture.Form() with { PlaceName = "Kobaoua" };
        var citation = form.Citations[0] with
        {
            Title = "Source on Kobaoua", Note = "It rained. Heard at Kobaoua. It ended",
        };
        var open = await site.PublishAsync(
            author, reviewer, form with { Citations = [citation] }, reason: "Rumour from Kobaoua");
        var hidden = await site.PublishAsync(author, reviewer, form with { PublicPrecision = "region" });
        var client = await site.SignedInAsync(reviewer, language);

        var asked = await PageAsync(client, $"/desk/incidents/{hidden}/merge?into={open}");

        var told = asked.QuerySelectorAll(".notice-caution li").Select(one => one.TextContent).ToList();
        Assert.Equal(causes.Length, told.Count);
        Assert.All(told.Zip(causes), pair => Assert.Contains(pair.Second, pair.First, StringComparison.Ordinal));
        Assert.Equal(
            ["Heard at Kobaoua", "Source on Kobaoua", "Rumour from Kobaoua"],
            asked.QuerySelectorAll(".notice-caution q").Select(one => one.TextContent));
    }

    [Fact]
    public async Task Correction_begins_from_the_desk_page_for_editors_alone()
    {
        const string page = "/desk/incidents/220";
        var editor = await site.SignedInAsync(Role.Editor);
        using var begun = await editor.FormPost(page, [], $"{page}?handler=Correct");
        Assert.StartsWith("/desk/entries/", begun.Headers.Location!.OriginalString, StringComparison.Ordinal);

        var manager = await site.SignedInAsync(Role.Manager, Role.Reviewer);
        using var refused = await manager.FormPost(page, [], $"{page}?handler=Restore");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var shown = await PageAsync(editor, page);
        Assert.Null(shown.QuerySelector("form[action*=Withdraw]"));
        using var withdrawn = await editor.FormPost(
            page, [new("version", "1"), new("reason", "Mine")], $"{page}?handler=Withdraw");
        Assert.Equal(HttpStatusCode.Forbidden, withdrawn.StatusCode);
    }

    [Fact]
    public async Task People_of_the_desk_find_the_way_from_the_public_page()
    {
        var editor = await PageAsync(await site.SignedInAsync(Role.Editor), "/incidents/221");
        var reader = await site.PageAsync("/incidents/221");

        Assert.NotNull(editor.QuerySelector("a[href='/desk/incidents/221']"));
        Assert.Null(reader.QuerySelector("a[href='/desk/incidents/221']"));
    }

    [Fact]
    public async Task Every_role_of_the_desk_has_a_page_that_says_what_to_do()
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Analyst))
        {
            var page = await PageAsync(await site.SignedInAsync(role), "/desk");
            Assert.NotEmpty(page.QuerySelectorAll("main a.button"));
        }
        Assert.Equal(
            HttpStatusCode.Forbidden, (await (await site.SignedInAsync(Role.Analyst)).GetAsync("/desk", Stop)).StatusCode);
    }

    private static IEnumerable<KeyValuePair<string, string>> Step(string step, Entry entry, string text = "") =>
    [
        new("step", step), new("version", $"{entry.Version}"), new("text", text), new("Status", "Published"),
        new("AuthorId", "1"),
    ];

    private static async Task<IHtmlDocument> PageAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Stop);
        var html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        return new HtmlParser().ParseDocument(html);
    }

    private async Task<Entry> SubmittedAsync(Person author, string title)
    {
        var begun = (await site.AtDeskAsync(
            desk => desk.BeginAsync(author, DeskFixture.Form(title), null, null, Stop))).Entry!;
        return (await site.AtDeskAsync(
            desk => desk.StepAsync(author, begun.Id, begun.Version, EntryStep.Submit, null, [], Stop))).Entry!;
    }
}
