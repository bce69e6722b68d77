using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SahelWatch.Browser.Support;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Browser;

/// <summary>A page that stands open learns of an edit, and shows it when its reader wants it to.</summary>
public sealed class LiveJourneyTests(BrowserSite site)
{
    [Theory]
    [InlineData("/", "en", 1366, "New data: 1 change.", "Refresh")]
    [InlineData("/incidents?sort=number&size=25", "fr", 360, "Nouvelles données : 1 modification.", "Actualiser")]
    [InlineData("/trends?violence=political", "en", 1366, "New data: 1 change.", "Refresh")]
    public async Task Open_page_offers_new_data(string path, string language, int width, string told, string refresh)
    {
        Assert.SkipWhen(site.Address.Length == 0, "chromium is absent: SAHELWATCH_CHROMIUM names none.");
        var (host, address) = site.OpenLive();
        await using var _ = host;
        await using var visit = await site.VisitAsync(new Look(language, Width: width), address);
        var page = visit.Page;
        await page.GotoAsync(path);
        var notice = page.Locator(".live");
        await WaitForListenerAsync(host);
        await Assertions.Expect(notice).ToBeEmptyAsync();

        await EditAsync(host);

        await Assertions.Expect(notice.GetByText(told)).ToBeVisibleAsync();
        Assert.Equal("status", await notice.GetAttributeAsync("role"));
        Assert.Empty(await visit.AxeViolationsAsync());
        await notice.GetByRole(AriaRole.Button, new() { Name = refresh }).ClickAsync();
        await Assertions.Expect(page.Locator(".live:empty")).ToHaveCountAsync(1);
        visit.AssertClean();
    }

    private static async Task WaitForListenerAsync(WebApplicationFactory<Program> host)
    {
        var listeners = host.Services.GetRequiredService<LiveListeners>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (listeners.Count == 0)
        {
            await Task.Delay(50, limit.Token);
        }
    }

    private static async Task EditAsync(WebApplicationFactory<Program> host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>();
        var incident = await db.Incidents.Include(one => one.Revisions)
            .SingleAsync(one => one.Number == 1, TestContext.Current.CancellationToken);
        incident.Version++;
        incident.DeathsNote = $"Edited {incident.Version}";
        incident.Revisions.Add(new Revision
        {
            Number = incident.Revisions.Count + 1,
            Kind = RevisionKind.Corrected,
            Author = "Editor",
            At = DateTime.UtcNow,
            Reason = "Synthetic",
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<IncidentStore>()
            .CatchUpAsync(db, TestContext.Current.CancellationToken);
    }
}
