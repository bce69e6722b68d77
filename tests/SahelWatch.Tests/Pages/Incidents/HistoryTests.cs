using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Incidents;

public sealed class HistoryTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_revision_is_told_field_by_field_and_any_two_are_compared()
    {
        const int number = 12;
        await site.EditAsync(number, RevisionKind.Corrected, "A second report", incident =>
        {
            incident.Summary += " One more sentence.";
            incident.SubType = EventSubType.Grenade;
        });
        await site.EditAsync(number, RevisionKind.Corrected, "A third report", incident => incident.DeathsHigh = 4321);

        var page = await site.PageAsync($"/incidents/{number}/history");
        var compared = await site.PageAsync($"/incidents/{number}/history?from=1&to=3", "fr");
        var back = await site.PageAsync($"/incidents/{number}/history?from=3&to=2");

        Assert.Equal(["revision-3", "revision-2", "revision-1"], page.QuerySelectorAll(".timeline > li").Select(one => one.Id));
        var second = page.GetElementById("revision-2")!;
        Assert.Contains("A second report", second.TextContent, StringComparison.Ordinal);
        Assert.Contains("One more sentence.", second.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Grenade", second.TextContent, StringComparison.Ordinal);
        Assert.Contains("added:", second.TextContent, StringComparison.Ordinal);
        Assert.Contains("before:", second.TextContent, StringComparison.Ordinal);
        var fields = compared.QuerySelectorAll(".panel dt").Select(field => field.TextContent).ToList();
        Assert.Equal(3, fields.Count);
        Assert.Contains("Résumé", fields);
        var only = Assert.Single(back.QuerySelectorAll(".panel dd"));
        Assert.Contains("4321", only.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("3", back.QuerySelector("#compare-from option[selected]")!.GetAttribute("value"));
        Assert.Null(compared.QuerySelector("main > .notice[role=status]"));
    }

    [Theory]
    [InlineData("from=1&to=99")]
    [InlineData("from=1")]
    [InlineData("from=a&to=1")]
    public async Task Revision_that_is_not_there_is_told(string query)
    {
        using var answer = await site.Client().GetAsync($"/incidents/13/history?{query}", Stop);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(page.QuerySelector("[role=alert]"));
        Assert.NotEmpty(page.QuerySelectorAll(".timeline > li"));
    }

    [Fact]
    public async Task History_of_no_incident_is_not_found()
    {
        using var answer = await site.Client().GetAsync("/incidents/99999/history", Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Incident_page_tells_the_last_revisions_and_leads_to_all()
    {
        for (var edit = 0; edit < 4; edit++)
        {
            await site.EditAsync(14, RevisionKind.Corrected, $"Edit {edit}", incident => incident.Title += ".");
        }

        var page = await site.PageAsync("/incidents/14");

        Assert.Equal(3, page.QuerySelectorAll(".timeline > li").Length);
        Assert.NotNull(page.QuerySelector("a[href='/incidents/14/history']"));
    }

    [Fact]
    public async Task Withdrawn_incident_says_when_and_why_and_is_in_no_list()
    {
        await site.WithdrawAsync(15, "Not a security event");

        using var page = await site.Client().GetAsync("/incidents/15", Stop);
        using var api = await site.Client().GetAsync("/api/v1/incidents/15", Stop);
        using var history = await site.Client().GetAsync("/incidents/15/history", Stop);
        var html = await page.Content.ReadAsStringAsync(Stop);
        using var body = JsonDocument.Parse(await api.Content.ReadAsStringAsync(Stop));

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (page.StatusCode, api.StatusCode));
        Assert.Equal(HttpStatusCode.OK, history.StatusCode);
        Assert.Contains("Not a security event", html, StringComparison.Ordinal);
        Assert.Contains("/incidents/15/history", html, StringComparison.Ordinal);
        Assert.Equal("Not a security event", body.RootElement.GetProperty("detail").GetString());
        Assert.Equal(15, body.RootElement.GetProperty("incident").GetInt32());
        Assert.Contains("/incidents/15/history", body.RootElement.GetProperty("history").GetString(), StringComparison.Ordinal);
        Assert.Null(site.Index.RowOf(15));
        Assert.DoesNotContain("\n15,", await site.Client().GetStringAsync("/incidents.csv", Stop), StringComparison.Ordinal);
        var feed = await site.Client().GetStringAsync("/changes.atom", Stop);
        Assert.Contains("Not a security event", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duplicate_leads_to_the_incident_it_was_merged_into()
    {
        var into = await site.InDatabaseAsync(db =>
            db.Incidents.Where(one => one.Number == 17).Select(one => one.Id).SingleAsync(Stop));
        await site.WithdrawAsync(16, "The same attack", into);

        using var page = await site.Client().GetAsync("/incidents/16", Stop);
        using var api = await site.Client().GetAsync("/api/v1/incidents/16", Stop);
        using var body = JsonDocument.Parse(await api.Content.ReadAsStringAsync(Stop));
        var other = await site.PageAsync("/incidents/17");
        var history = await site.PageAsync("/incidents/16/history");

        Assert.Equal((HttpStatusCode.MovedPermanently, HttpStatusCode.MovedPermanently), (page.StatusCode, api.StatusCode));
        Assert.Equal("/incidents/17", page.Headers.Location!.ToString());
        Assert.EndsWith("/api/v1/incidents/17", api.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(17, body.RootElement.GetProperty("mergedInto").GetInt32());
        Assert.NotNull(other.QuerySelector("main a[href='/incidents/16/history']"));
        Assert.NotNull(history.QuerySelector(".notice a[href='/incidents/17']"));
    }
}
