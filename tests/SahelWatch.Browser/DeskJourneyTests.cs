using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SahelWatch.Browser.Support;
using SahelWatch.Editing;
using static Microsoft.Playwright.Assertions;

namespace SahelWatch.Browser;

/// <summary>An event on its way to the public: typed, returned, mended, published.</summary>
public sealed class DeskJourneyTests(BrowserSite site)
{
    public static TheoryData<Look> Looks() =>
        [new Look(), new Look("fr", Dark: true, Width: 360), new Look(Width: 360, JavaScript: false)];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Event_is_entered_returned_mended_and_published(Look look)
    {
        await using var author = await site.Desk.EnterAsync(look, "Moussa Sidibé", Role.Editor);
        await using var reviewer = await site.Desk.EnterAsync(look, "Kadi Sow", Role.Reviewer);
        var title = $"Journey ({look})";
        await author.OpenAsync("/desk/entries/new");
        await author.Page.TypeEventAsync(title, $"2025-0{(look.JavaScript ? look.Language == "fr" ? 2 : 4 : 6)}-03", "15.9", "-0.3");
        if (look.JavaScript)
        {
            await ChoosePlaceOnMapAsync(author);
        }
        await author.PressAsync("submit");
        await author.Page.WaitForURLAsync(new Regex("/review$"));

        await reviewer.OpenEntryAsync(title);
        await reviewer.StepAsync("return", "Please name the hamlet.");
        await Expect(reviewer.Page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();

        await author.OpenAsync("/desk");
        await Expect(author.Page.GetByText("Please name the hamlet.")).ToBeVisibleAsync();
        await author.OpenEntryAsync(title);
        await author.Page.Field("PlaceName").FillAsync("Journey hamlet");
        await author.PressAsync("submit");

        await reviewer.OpenEntryAsync(title);
        await Expect(reviewer.Page.Locator("main")).ToContainTextAsync("Journey hamlet");
        await reviewer.StepAsync("publish");
        await reviewer.Page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link).ClickAsync();

        await Expect(reviewer.Page.Locator("h1")).ToHaveTextAsync(title);
        await Expect(reviewer.Page.Locator("main")).ToContainTextAsync("Journey hamlet");
        Assert.Equal(0, await reviewer.OverflowAsync());
        author.AssertClean();
        reviewer.AssertClean();
    }

    [Fact]
    public async Task Two_tabs_of_one_entry_bring_both_texts_together()
    {
        var person = await site.Desk.PersonAsync("Moussa Sidibé", Role.Editor);
        await using var first = await site.Desk.VisitAsync(new Look(), _ => person);
        await using var second = await site.Desk.VisitAsync(new Look(Width: 360), _ => person);
        await first.OpenAsync("/desk/entries/new");
        await first.Page.Field("Title").FillAsync("Begun");
        await first.PressAsync("save");
        await second.OpenAsync(new Uri(first.Page.Url).AbsolutePath);

        await first.Page.Field("Title").FillAsync("The first tab's title");
        await first.Page.Field("PlaceName").FillAsync("Arbinda");
        await first.PressAsync("save");
        await second.Page.Field("Title").FillAsync("The second tab's title");
        await second.Page.Field("Summary").FillAsync("Only the second tab's.");
        await second.PressAsync("save");

        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Empty(await second.AxeViolationsAsync());
        var title = second.Page.GetByRole(AriaRole.Group, new() { Name = "Title" });
        await Expect(title).ToContainTextAsync("Before: Begun");
        await title.GetByText("The first tab's title").ClickAsync();
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Save the chosen text" }).ClickAsync();

        await Expect(second.Page.Field("Title")).ToHaveValueAsync("The first tab's title");
        await Expect(second.Page.Field("PlaceName")).ToHaveValueAsync("Arbinda");
        await Expect(second.Page.Field("Summary")).ToHaveValueAsync("Only the second tab's.");
        first.AssertClean();
        second.AssertClean();
    }

    [Fact]
    public async Task Duplicate_is_shown_while_it_is_typed_and_side_by_side_when_it_is_submitted()
    {
        await using var visit = await site.Desk.EnterAsync(new Look(), "Moussa Sidibé", Role.Editor);
        var known = await site.Desk.Scene.FormOfAsync(141);
        await visit.OpenAsync("/desk/entries/new");

        await visit.Page.TypeEventAsync("Seen before", known.StartsOn!, known.Latitude!, known.Longitude!);

        var warning = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Perhaps known already" });
        await Expect(warning.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^141 ") })).ToBeVisibleAsync();
        await visit.PressAsync("submit");
        await visit.Page.WaitForURLAsync(new Regex("after=twins"));
        await Expect(warning.GetByRole(AriaRole.Heading, new() { Name = "Your entry" })).ToBeVisibleAsync();
        await Expect(warning.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^141 ") })).ToBeVisibleAsync();
        await warning.GetByRole(AriaRole.Button).ClickAsync();
        await visit.Page.WaitForURLAsync(new Regex("/review$"));
        await Expect(visit.Page.Locator(".badge-in-review").First).ToBeVisibleAsync();
        visit.AssertClean();
    }

    /// <summary>Taps the middle of the map, which is a place in Mali.</summary>
    private static async Task ChoosePlaceOnMapAsync(Visit visit)
    {
        var (latitude, map) = (visit.Page.Field("Latitude"), visit.Page.Locator("#place-map"));
        await visit.Page.Locator("[data-map-open]").ClickAsync();
        await map.Locator(".map-land:visible").First.WaitForAsync();

        await map.ClickAsync();

        await Expect(latitude).Not.ToHaveValueAsync("15.9");
        await Expect(visit.Page.Field("CoordinateSource")).ToHaveValueAsync("estimate");
        await Expect(visit.Page.Locator("#region")).ToContainTextAsync(new Regex("Gao|Tombouctou|Timbuktu|Mopti|Kidal"));
    }
}
