using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SahelWatch.Actors;
using SahelWatch.Browser.Support;
using SahelWatch.Editing;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SahelWatch.Browser;

/// <summary>What scripts draw of texts that want to be more: on a site of its own, whose every text is one.</summary>
public sealed class HostileTextTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_view_that_a_script_draws_runs_or_draws_what_is_text()
    {
        await using var site = new BrowserSite();
        await site.InitializeAsync();
        await using var visit = await site.VisitAsync();
        var editor = await visit.SignInAsync(site, XssPayloads.All[0], Role.Editor);
        var reviewer = await site.PersonAsync("Issa", Role.Reviewer);
        foreach (var (index, payload) in XssPayloads.All.Index())
        {
            await PublishAsync(site, editor, reviewer, payload, index);
        }
        var page = visit.Page;

        for (var index = 0; index < XssPayloads.All.Count; index++)
        {
            await page.GotoAsync($"/?from={DayOf(index)}&to={DayOf(index)}", new() { WaitUntil = WaitUntilState.Commit });
            await page.Locator(".leaflet-marker-icon[role=button]").First.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(".popup-title a")).ToHaveAttributeAsync("lang", "en");
            Assert.Equal(
                XssPayloads.All[index].Trim(), await page.Locator(".popup-title a").EvaluateAsync<string>("one => one.textContent"));
            await AssertInertAsync(page);
        }
        foreach (var path in new[]
        {
            "/incidents?from=2026-08&to=2026-10", "/trends?from=2026-08&to=2026-10&split=actor", "/changes", "/actors",
            "/calendar", "/desk", "/desk/places", "/desk/sources", "/desk/actors", $"/?q={Uri.EscapeDataString(XssPayloads.All[15])}",
        })
        {
            await visit.OpenAsync(path);
            await AssertInertAsync(page);
        }
        await TypeAheadAsync(visit);
        visit.AssertClean();
    }

    private static async Task TypeAheadAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.OpenAsync("/desk/entries/new");
        foreach (var search in new[] { "script", "onerror" })
        {
            var box = page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Place") });
            await box.FillAsync("");
            await box.PressSequentiallyAsync(search);
            await Expect(page.Locator(".finder-list:not([hidden]) li").First).ToBeVisibleAsync();
            await AssertInertAsync(page);
            await box.PressAsync("Escape");
        }
        await page.GetByLabel("First day").FillAsync("2026-08-10");
        await page.GetByLabel("How well is the date known?").SelectOptionAsync("day");
        await page.GetByLabel("Latitude").FillAsync("14.1");
        await page.GetByLabel("Longitude").FillAsync("-1.63");
        await page.Locator("#f-Title").FillAsync("Typed");
        await Expect(page.Locator("#save-status")).ToContainTextAsync("Saved", new() { Timeout = 15_000 });
        await visit.SettledAsync();
        await AssertInertAsync(page);
    }

    private static async Task AssertInertAsync(IPage page)
    {
        Assert.Equal("undefined", await page.EvaluateAsync<string>("() => typeof window.__xss"));
        Assert.Equal(0, await page.Locator(".xss, iframe, object, embed, marquee, script:not([src])").CountAsync());
    }

    private static async Task PublishAsync(BrowserSite site, Person editor, Person reviewer, string payload, int index)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var actor = await scope.ServiceProvider.GetRequiredService<RecordDesk>().SaveAsync(
            new RecordEdit(RecordKind.Actor, null, 0, new Dictionary<string, string?>
            {
                ["name"] = payload, ["description"] = payload, ["acronym"] = payload,
                ["kind"] = Code.All<ActorKind>()[0], ["sub-kind"] = "none",
            }, payload), editor, Stop);
        Assert.Equal(RecordOutcome.Saved, actor.Outcome);
        var form = new EntryForm
        {
            Title = payload,
            Summary = payload,
            StartsOn = DayOf(index),
            DatePrecision = "day",
            SubType = "attack",
            PlaceName = payload,
            Country = "BFA",
            Latitude = FormattableString.Invariant($"{14.0 + (index / 10 * 0.02):0.00}"),
            Longitude = FormattableString.Invariant($"{-1.7 + (index % 10 * 0.02):0.00}"),
            GeoPrecision = "near",
            Parties = [new EntryParty { Actor = actor.Slug, Role = "perpetrator", Attribution = "suspected" }],
            DeathsBest = "1",
            DeathsNote = payload,
            Citations = [new EntryCitation { Url = $"https://news.example.org/{index}", Publisher = payload, Title = payload, Note = payload, Language = "fr", Kind = "report", Reading = "excerpt" }],
        };
        var entry = await StepAsync(site, desk => desk.BeginAsync(editor, form, payload, null, Stop));
        entry = await StepAsync(site, desk => desk.StepAsync(editor, entry.Id, entry.Version, EntryStep.Submit, null, [], Stop));
        await StepAsync(site, desk => desk.StepAsync(reviewer, entry.Id, entry.Version, EntryStep.Publish, null, [], Stop));
    }

    /// <summary>The day of each incident, so that a view can hold it alone.</summary>
    private static string DayOf(int index) => $"{new DateOnly(2026, 8, 1).AddDays(index):yyyy-MM-dd}";

    private static async Task<Entry> StepAsync(BrowserSite site, Func<EntryDesk, Task<EntryResult>> step)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var result = await step(scope.ServiceProvider.GetRequiredService<EntryDesk>());
        Assert.Equal((EntryOutcome.Done, ""), (result.Outcome, string.Join("; ", result.Problems)));
        return result.Entry!;
    }
}
