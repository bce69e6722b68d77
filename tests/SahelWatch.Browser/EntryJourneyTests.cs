using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SahelWatch.Browser.Support;
using SahelWatch.Editing;

namespace SahelWatch.Browser;

/// <summary>
/// An event is entered with the help of scripts, on a phone in French, and while the connection is lost.
/// </summary>
public sealed class EntryJourneyTests(BrowserSite site)
{
    [Fact]
    public async Task Event_is_entered_by_keyboard_and_kept_while_it_is_typed()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.SignInAsync(site, "Awa", Role.Editor);
        await visit.OpenAsync("/desk/entries/new");

        await page.GetByLabel("First day").FillAsync("2026-03-03");
        await page.GetByLabel("How well is the date known?").SelectOptionAsync("day");
        var place = page.GetByRole(AriaRole.Combobox, new() { NameRegex = new Regex("^Place") });
        await place.PressSequentiallyAsync("djib");
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^Djibo") }).First.WaitForAsync();
        await place.PressAsync("ArrowDown");
        await place.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Latitude")).ToHaveValueAsync(new Regex("^14"));
        await Assertions.Expect(page.Locator("#region")).ToContainTextAsync("Region:");
        await page.GetByLabel("Type of event").SelectOptionAsync("attack");
        await Assertions.Expect(page.Locator("#subtype-definition")).Not.ToBeEmptyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an actor" }).ClickAsync();
        Assert.Equal(2, await page.Locator("[data-rows=Parties] > [data-row]").CountAsync());
        await page.Locator("[data-rows=Parties] > [data-row]").Last.GetByRole(AriaRole.Button, new() { Name = "Remove this actor" }).ClickAsync();
        await page.GetByLabel("Title", new() { Exact = false }).First.FillAsync("Kept while typed");

        await Assertions.Expect(page.Locator("#save-status")).ToContainTextAsync("Saved", new() { Timeout = 15_000 });
        await page.WaitForURLAsync(new Regex("/desk/entries/[0-9]+$"));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#f-Title")).ToHaveValueAsync("Kept while typed");
        visit.AssertClean();
    }

    [Fact]
    public async Task Lost_connection_keeps_what_is_typed_and_sends_it_later()
    {
        await using var visit = await site.VisitAsync(new Look("fr", Width: 360));
        var page = visit.Page;
        await visit.SignInAsync(site, "Awa", Role.Editor);
        await visit.OpenAsync("/desk/entries/new");

        await page.RouteAsync("**/autosave", route => route.AbortAsync());
        await page.Locator("#f-Title").FillAsync("Sans réseau");
        await Assertions.Expect(page.Locator("#save-status")).ToContainTextAsync("Hors connexion", new() { Timeout = 15_000 });
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Le rétablir" }).ClickAsync();
        await Assertions.Expect(page.Locator("#f-Title")).ToHaveValueAsync("Sans réseau");
        await page.UnrouteAsync("**/autosave");

        await page.Locator("#f-Summary").FillAsync("Résumé");
        await Assertions.Expect(page.Locator("#save-status")).ToContainTextAsync("Enregistré", new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task Text_that_arrived_without_an_answer_is_not_entered_twice_when_it_is_restored()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.SignInAsync(site, "Awa", Role.Editor);
        await visit.OpenAsync("/desk/entries/new");
        await page.RouteAsync("**/autosave", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await page.Field("Title").FillAsync("Arrived without an answer");
        await Assertions.Expect(page.Locator("#save-status")).ToContainTextAsync("Not connected");
        await page.UnrouteAsync("**/autosave");

        await visit.OpenAsync("/desk/entries/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring it back" }).ClickAsync();
        await Assertions.Expect(page.Locator("#save-status")).ToContainTextAsync("Saved");
        await visit.OpenAsync("/desk");

        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Arrived without an answer" }))
            .ToHaveCountAsync(1);
    }
}
