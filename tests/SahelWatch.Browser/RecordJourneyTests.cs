using Microsoft.Playwright;
using SahelWatch.Browser.Support;
using SahelWatch.Editing;
using static Microsoft.Playwright.Assertions;

namespace SahelWatch.Browser;

/// <summary>Editors keep the records that incidents refer to.</summary>
public sealed class RecordJourneyTests(BrowserSite site)
{
    [Fact]
    public async Task Editor_corrects_a_place_with_the_keyboard_alone_and_without_scripts()
    {
        await using var visit = await site.VisitAsync(new Look("fr", Width: 360, JavaScript: false));
        await visit.SignInAsync(site, "Awa", Role.Editor);
        await visit.OpenAsync("/desk/places?q=menaka");
        await TabTo(visit, visit.Page.Locator(".record-list a").First);
        await visit.Page.Keyboard.PressAsync("Enter");
        await TabTo(visit, visit.Page.GetByLabel("Autres graphies"));
        await visit.Page.Keyboard.PressAsync("Control+End");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.TypeAsync("Minaka");
        await TabTo(visit, visit.Page.GetByLabel("Pourquoi cette modification"));
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Pourquoi cette modification");
        await Expect(visit.Page.GetByLabel("Autres graphies")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Minaka$"));

        await TabTo(visit, visit.Page.GetByLabel("Pourquoi cette modification"));
        await visit.Page.Keyboard.TypeAsync("Graphie de la carte de 1960");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Enregistré");
        await visit.OpenAsync("/desk/places?q=minaka");
        await Expect(visit.Page.Locator(".record-list a")).ToHaveCountAsync(1);
        visit.AssertClean();
    }

    [Fact]
    public async Task Two_editors_of_one_actor_keep_both_their_changes()
    {
        await using var first = await site.VisitAsync();
        await using var second = await site.VisitAsync(new Look(Width: 360));
        await first.SignInAsync(site, "Awa", Role.Editor);
        await second.SignInAsync(site, "Issa", Role.Editor);
        await first.OpenAsync("/desk/actors/isgs");
        await second.OpenAsync("/desk/actors/isgs");
        await first.Page.GetByLabel("Description").FillAsync("Described by Awa.");
        await Save(first, "Better words");

        await second.Page.GetByLabel("Description").FillAsync("Described by Issa.");
        await second.Page.GetByLabel("Acronym").FillAsync("IS-GS");
        await Save(second, "Acronym of 2022");

        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Awa");
        Assert.Empty(await second.AxeViolationsAsync());
        var description = second.Page.GetByRole(AriaRole.Group, new() { Name = "Description" });
        await Expect(description).ToContainTextAsync("Described by Awa.");
        await description.GetByRole(AriaRole.Radio, new() { Name = "Yours" }).CheckAsync();
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Save what is chosen" }).ClickAsync();

        await Expect(second.Page.GetByLabel("Acronym")).ToHaveValueAsync("IS-GS");
        await second.OpenAsync("/desk/actors/isgs/history");
        await Expect(second.Page.Locator(".timeline .reason").Nth(0)).ToHaveTextAsync("Acronym of 2022");
        await Expect(second.Page.Locator(".timeline .reason").Nth(1)).ToHaveTextAsync("Better words");
        first.AssertClean();
        second.AssertClean();
    }

    private static async Task Save(Visit visit, string reason)
    {
        await visit.Page.GetByLabel("Why this change?").FillAsync(reason);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await visit.SettledAsync();
    }

    private static async Task TabTo(Visit visit, ILocator target)
    {
        for (var steps = 0; steps < 80; steps++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }
        Assert.Fail($"{target} is not reached by keyboard.");
    }
}
