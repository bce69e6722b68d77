using System.Net;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Pages.Desk.Entries;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Desk;

/// <summary>A double click, or a form sent again because its answer was lost.</summary>
public sealed class FormSentTwiceTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("save", "?after=saved")]
    [InlineData("submit-anyway", "/review")]
    [InlineData("submit-anyway", "?after=checked#found", "Form.Title")]
    public async Task New_form_sent_twice_makes_one_entry(string button, string end, string? missing = null)
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var browser = await new EntryBrowser(await site.SignedInAsync(author)).OpenAsync("/desk/entries/new");
        (string, string)[] filled =
        [
            .. FormPairs.Of(DeskFixture.Form("Sent twice")).Where(pair => pair.Key != missing)
                .Select(pair => (pair.Key, pair.Value)),
            ("Reason", "Typed once"),
        ];

        await browser.PressAsync(button, filled);
        var first = browser.Location;
        await browser.PressAsync(button, filled);

        Assert.EndsWith(end, first);
        Assert.Equal(first, browser.Location);
        Assert.Equal(1, await EntriesOfAsync(author));
    }

    [Fact]
    public async Task New_form_sent_again_with_another_text_shows_both()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var browser = await new EntryBrowser(await site.SignedInAsync(author)).OpenAsync("/desk/entries/new");
        await browser.PressAsync("add-party", ("Form.Title", "Arrived"), ("Form.PlaceName", "Djibo"));
        await browser.PressAsync("save");

        await browser.PressAsync("save", ("Form.Title", "Typed on"), ("Reason", "And why"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.All(["Arrived", "Typed on"],
            text => Assert.Contains(text, browser.Page.Body!.TextContent, StringComparison.Ordinal));
        await browser.PressAsync("merge", ("Take[Title]", "mine"));
        await browser.FollowAsync();

        Assert.Equal(
            ("Typed on", "Djibo", "And why"),
            (browser.ValueOf("Form.Title"), browser.ValueOf("Form.PlaceName"), browser.ValueOf("Reason")));
        Assert.Equal(1, await EntriesOfAsync(author));
    }

    [Fact]
    public async Task New_form_sent_again_after_it_went_to_review_keeps_its_other_text()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var browser = await new EntryBrowser(await site.SignedInAsync(author)).OpenAsync("/desk/entries/new");
        (string, string)[] filled =
            [.. FormPairs.Of(DeskFixture.Form("Handed in")).Select(pair => (pair.Key, pair.Value))];
        await browser.PressAsync("submit-anyway", filled);

        await browser.PressAsync("submit-anyway", [.. filled, ("Reason", "Only typed")]);

        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Equal("Only typed", browser.ValueOf("Reason"));
        Assert.Equal(1, await EntriesOfAsync(author));
    }

    private Task<int> EntriesOfAsync(Person author) =>
        site.InDatabaseAsync(db => db.Entries.CountAsync(one => one.AuthorId == author.Id, Stop));
}
