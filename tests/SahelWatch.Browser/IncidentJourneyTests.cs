using Microsoft.Playwright;
using SahelWatch.Browser.Support;
using SahelWatch.Editing;
using static Microsoft.Playwright.Assertions;

namespace SahelWatch.Browser;

/// <summary>What is public is corrected, restored, withdrawn, reinstated, merged and parted.</summary>
public sealed class IncidentJourneyTests(BrowserSite site)
{
    [Fact]
    public async Task Incident_is_corrected_and_an_older_state_restored()
    {
        await using var editor = await site.Desk.EnterAsync(new Look(), "Moussa Sidibé", Role.Editor);
        await using var reviewer = await site.Desk.EnterAsync(new Look(), "Kadi Sow", Role.Reviewer);
        await editor.OpenAsync("/incidents/57");
        var old = await editor.Page.Locator("h1").InnerTextAsync();

        await editor.OpenAsync("/desk/incidents/57");
        await ClickAsync(editor, "Correct");
        await editor.Page.Field("Title").FillAsync("Corrected on the way");
        await editor.PressAsync("submit");
        await Expect(editor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Reason");
        await editor.Page.Field("Reason").FillAsync("The camp's own name");
        await editor.PressAsync("submit");
        await reviewer.OpenEntryAsync("Corrected on the way");
        await reviewer.StepAsync("publish");

        await editor.OpenAsync("/incidents/57/history");
        await Expect(editor.Page.Locator("main")).ToContainTextAsync("The camp's own name");
        await editor.OpenAsync("/desk/incidents/57");
        await ClickAsync(editor, "Restore this state 1");
        await Expect(editor.Page.Field("Title")).ToHaveValueAsync(old);
        await editor.Page.Field("Reason").FillAsync("The first title was right");
        await editor.PressAsync("submit");
        await reviewer.OpenEntryAsync(old);
        await reviewer.StepAsync("publish");

        await editor.OpenAsync("/incidents/57");
        await Expect(editor.Page.Locator("h1")).ToHaveTextAsync(old);
        await Expect(editor.Page.Locator("main .timeline").Last).ToContainTextAsync("The first title was right");
        editor.AssertClean();
        reviewer.AssertClean();
    }

    [Fact]
    public async Task Incident_is_withdrawn_and_reinstated()
    {
        await using var visit = await site.Desk.EnterAsync(new Look("fr", Width: 360), "Kadi Sow", Role.Reviewer);
        await visit.OpenAsync("/desk/incidents/26");
        await WriteReasonAsync(visit, "Withdraw", "Aucune seconde source");
        Assert.Equal(410, await StatusAsync(visit, "/incidents/26"));
        await Expect(visit.Page.GetByRole(AriaRole.Alert).Or(visit.Page.Locator(".notice-problem")).First)
            .ToContainTextAsync("Aucune seconde source");

        await visit.OpenAsync("/desk/incidents/26");
        await WriteReasonAsync(visit, "Reinstate", "La source est retrouvée");

        Assert.Equal(200, await StatusAsync(visit, "/incidents/26"));
        await Expect(visit.Page.Locator("main .timeline").Last).ToContainTextAsync("La source est retrouvée");
        visit.AssertClean();
    }

    [Fact]
    public async Task Two_incidents_are_merged_and_parted_and_both_numbers_answer()
    {
        await using var visit = await site.Desk.EnterAsync(new Look(), "Kadi Sow", Role.Reviewer);
        await visit.OpenAsync("/desk/incidents/187/merge");
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("209");
        await ClickAsync(visit, "Find");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Compare with 209" }).First.ClickAsync();
        await visit.Page.GetByLabel("Reason (public)").FillAsync("One event, two reports");
        await ClickAsync(visit, "Merge 187 into 209");
        await Expect(visit.Page.Locator(".notice-done")).ToBeVisibleAsync();

        Assert.Equal(200, await StatusAsync(visit, "/incidents/187"));
        Assert.EndsWith("/incidents/209", visit.Page.Url, StringComparison.Ordinal);
        await visit.OpenAsync("/desk/incidents/187");
        await WriteReasonAsync(visit, "Unmerge", "They are two");

        foreach (var number in (int[])[187, 209])
        {
            Assert.Equal(200, await StatusAsync(visit, $"/incidents/{number}"));
            Assert.EndsWith($"/incidents/{number}", visit.Page.Url, StringComparison.Ordinal);
        }
        visit.AssertClean();
    }

    private static async Task<int> StatusAsync(Visit visit, string path)
    {
        var answer = await visit.Page.GotoAsync(path);
        await visit.SettledAsync();
        return answer!.Status;
    }

    private static async Task ClickAsync(Visit visit, string button)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await visit.SettledAsync();
    }

    private static async Task WriteReasonAsync(Visit visit, string handler, string reason)
    {
        var form = visit.Page.Locator($"form[action*={handler}]");
        await form.Locator("[name=reason]").FillAsync(reason);
        await form.Locator("button").ClickAsync();
        await Expect(visit.Page.Locator(".notice-done")).ToBeVisibleAsync();
    }
}
