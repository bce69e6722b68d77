using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Accounts;

public sealed class PeopleTests(Site site) : IClassFixture<Site>
{
    private const string Password = "seven giraffes at dusk";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_taken_back_opens_nothing()
    {
        var admin = await site.SignedInAsync(Role.Administrator);
        await admin.FormPost("/people", ("email", "taken.back@example.org"), ("roles", "editor"));
        var page = await PageAsync(admin, "/people");
        var link = new Uri(page.QuerySelector("code.secret-link")!.TextContent).PathAndQuery;
        var form = page.QuerySelectorAll("form").Single(one =>
            one.GetAttribute("action")?.Contains("Revoke", StringComparison.Ordinal) == true
            && one.ParentElement!.TextContent.Contains("taken.back@example.org", StringComparison.Ordinal));
        var id = form.QuerySelector("input[name=invitation]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.OK, (await site.Client().GetAsync(link, Stop)).StatusCode);

        using var done = await admin.FormPost("/people", [new("invitation", id)], form.GetAttribute("action"));
        using var used = await site.Browser(out _).FormPost(
            "/account/sign-in", [new("name", "Late"), new("password", Password)], link);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client().GetAsync(link, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, used.StatusCode);
        Assert.DoesNotContain(
            "taken.back@example.org", (await PageAsync(admin, "/people")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitations_of_a_disabled_administrator_open_nothing()
    {
        var rogue = await site.PersonAsync("Rogue", Role.Administrator);
        var browser = await site.SignedInAsync(rogue);
        await browser.FormPost("/people", ("email", "second@example.org"), ("roles", "administrator"));
        var page = await PageAsync(browser, "/people");
        var link = new Uri(page.QuerySelector("code.secret-link")!.TextContent).PathAndQuery;
        Assert.Equal(HttpStatusCode.OK, (await site.Client().GetAsync(link, Stop)).StatusCode);
        var admin = await site.SignedInAsync(Role.Administrator);

        using var disabled = await admin.FormPost($"/people/{rogue.Id}", [], $"/people/{rogue.Id}?handler=Disable");

        Assert.Equal(HttpStatusCode.Redirect, disabled.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client().GetAsync(link, Stop)).StatusCode);
    }

    [Fact]
    public async Task The_log_names_rights_in_the_readers_language()
    {
        var admin = await site.SignedInAsync(await site.PersonAsync("Log reader", Role.Administrator), "fr");
        await admin.FormPost("/people", ("email", "logged@example.org"), ("roles", "editor"), ("roles", "reviewer"));
        var address = (await PageAsync(admin, "/people")).QuerySelector("code.secret-link")!.TextContent;
        await site.Browser(out _).FormPost(
            new Uri(address).PathAndQuery, ("name", "Logged Editor"), ("password", Password));
        var id = (await site.InDatabaseAsync(db => db.Users.SingleAsync(one => one.Email == "logged@example.org", Stop))).Id;
        await admin.FormPost(
            $"/people/{id}", [new("roles", "reviewer"), new("regions", "ML-5")], $"/people/{id}?handler=Rights");
        await admin.FormPost($"/people/{id}", [], $"/people/{id}?handler=Rights");

        var lines = (await PageAsync(admin, "/people")).QuerySelectorAll(".timeline li")
            .Where(line => line.QuerySelector("strong")!.TextContent == "Logged Editor")
            .Select(line => line.QuerySelector(".soft")?.TextContent);

        Assert.Equal(
            [
                "Relecture (Mopti) → aucun rôle", "Rédaction, Relecture → Relecture (Mopti)", "Rédaction, Relecture",
            ],
            lines.OfType<string>());
    }

    [Fact]
    public async Task An_invitation_to_no_role_is_refused_and_keeps_what_was_typed()
    {
        var admin = await site.SignedInAsync(await site.PersonAsync("Host", Role.Administrator));

        using var refused = await admin.FormPost("/people", ("email", "no.role@example.org"), ("regions", "ML-5"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains("choose at least one", page.QuerySelector("#roles .field-problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("no.role@example.org", page.QuerySelector<IHtmlInputElement>("#email")!.Value);
        Assert.True(page.QuerySelector<IHtmlInputElement>("input[value='ML-5']")!.IsChecked);
        Assert.False(await site.InDatabaseAsync(db =>
            db.AccountLinks.AnyAsync(link => link.Email == "no.role@example.org", Stop)));
    }

    [Fact]
    public async Task A_used_invitation_cannot_be_taken_back()
    {
        var admin = await site.SignedInAsync(Role.Administrator);
        await admin.FormPost("/people", ("email", "quick@example.org"), ("roles", "editor"));
        var page = await PageAsync(admin, "/people");
        var id = page.QuerySelector("input[name=invitation]")!.GetAttribute("value")!;
        await site.Browser(out _).FormPost(
            new Uri(page.QuerySelector("code.secret-link")!.TextContent).PathAndQuery, ("name", "Quick"), ("password", Password));

        await admin.FormPost("/people", [new("invitation", id)], "/people?handler=Revoke");

        var link = await site.InDatabaseAsync(db =>
            db.AccountLinks.AsNoTracking().SingleAsync(one => one.Email == "quick@example.org", Stop));
        Assert.NotNull(link.UsedAt);
        Assert.Null(link.RevokedAt);
    }

    [Fact]
    public async Task Regions_are_chosen_from_a_list_by_country_that_keeps_what_was_chosen()
    {
        var admin = await site.SignedInAsync(Role.Administrator);
        var person = await site.PersonAsync("Of Two Regions", ["ML-5", "BF-12"], Role.Editor);
        var page = await PageAsync(admin, $"/people/{person.Id}");
        var boxes = page.QuerySelectorAll<IHtmlInputElement>("input[name=regions]").ToList();

        Assert.Equal(site.Index.Reference.Regions.Count, boxes.Count);
        Assert.Equal(["BF-12", "ML-5"], boxes.Where(box => box.IsChecked).Select(box => box.Value).Order());
        Assert.Equal(2, page.QuerySelectorAll("fieldset details[open]").Length);
        using var saved = await admin.FormPost(
            $"/people/{person.Id}", [new("roles", "editor"), new("regions", "ML-5"), new("regions", "ML-7")],
            $"/people/{person.Id}?handler=Rights");
        using var refused = await admin.FormPost(
            $"/people/{person.Id}", [new("roles", "editor"), new("regions", "XX-1")], $"/people/{person.Id}?handler=Rights");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var after = await site.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(one => one.Id == person.Id, Stop));
        Assert.Equal(["ML-5", "ML-7"], after.Regions);
        Assert.Contains("Mopti", (await PageAsync(admin, "/people")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_try_that_makes_further_ones_wait_is_told_as_a_lock_once()
    {
        var stop = TestContext.Current.CancellationToken;
        using var slow = new Site();
        var email = await SignInTests.AccountAsync(slow, "locked@example.org", Password);
        var kinds = new List<AccountEventKind>();
        for (var tries = 1; tries <= SignInGuard.FreeTries + 3; tries++)
        {
            await SignInTests.SignInAsync(slow.Browser(out _), email, "wrong password");
            do
            {
                // A line is written when the answer is on its way.
                kinds = await slow.InDatabaseAsync(db =>
                    db.AccountEvents.OrderBy(one => one.Id).Select(one => one.Kind).ToListAsync(stop));
            }
            while (kinds.Count < Math.Min(tries, SignInGuard.FreeTries));
        }

        Assert.Equal(
            [
                .. Enumerable.Repeat(AccountEventKind.SignInRefused, SignInGuard.FreeTries - 1), AccountEventKind.LockedOut,
            ],
            kinds);
    }

    private static async Task<IHtmlDocument> PageAsync(HttpClient client, string path) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync(path, Stop));
}
