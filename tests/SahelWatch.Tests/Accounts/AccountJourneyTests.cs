using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Accounts;

public sealed class AccountJourneyTests
{
    private const string Password = "seven giraffes at dusk";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task First_administrator_comes_by_a_link_that_works_once()
    {
        using var site = new Site();
        var link = $"/account/link?key={await FirstAsync(site)}";
        (string, string)[] form = [("name", "Awa"), ("email", "awa@example.org"), ("password", Password)];

        var made = await site.Browser(out _).FormPost(link, form);
        var again = await site.Browser(out _).GetAsync(link, Stop);
        var admin = await site.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(Stop));

        Assert.Equal("/account", made.Headers.Location?.OriginalString);
        Assert.Equal([Role.Administrator], admin.Roles);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Null(await FirstAsync(site));
    }

    [Fact]
    public async Task A_link_too_old_makes_no_account()
    {
        using var site = new Site();
        var secret = await FirstAsync(site);
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(
            "UPDATE AccountLinks SET ExpiresAt = '2026-10-31 12:00:00'", Stop));

        var answer = await site.Browser(out _).GetAsync($"/account/link?key={secret}", Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_invited_person_gets_the_roles_of_the_invitation_and_no_field_adds_any()
    {
        using var site = new Site();
        var admin = await site.SignedInAsync(Role.Administrator);
        await admin.FormPost(
            "/people", ("email", "oumar@example.org"), ("roles", "editor"), ("regions", "ML-5"));
        var page = new HtmlParser().ParseDocument(await admin.GetStringAsync("/people", Stop));
        var link = new Uri(page.QuerySelector("code.secret-link")!.TextContent).PathAndQuery;

        await site.Browser(out _).FormPost(
            link, ("name", "Oumar"), ("password", Password), ("email", "other@example.org"),
            ("roles", "administrator"), ("Roles[0]", "Administrator"), ("regions", ""), ("Id", "77"),
            ("IsDisabled", "true"), ("EmailConfirmed", "false"), ("TwoFactorEnabled", "true"));

        var made = await site.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(one => one.Name == "Oumar", Stop));
        Assert.Equal("oumar@example.org", made.Email);
        Assert.Equal([Role.Editor], made.Roles);
        Assert.Equal(["ML-5"], made.Regions);
        Assert.False(made.IsDisabled);
        Assert.False(made.TwoFactorEnabled);
        Assert.NotEqual(77, made.Id);
    }

    [Theory]
    [InlineData("en", "present password is wrong")]
    [InlineData("fr", "mot de passe actuel est faux")]
    public async Task Codes_are_set_up_with_the_password_and_a_wrong_one_loses_nothing(string language, string sentence)
    {
        using var site = new Site();
        var email = await SignInTests.AccountAsync(site, "code@example.org", Password);
        var person = (await site.InDatabaseAsync(db => db.Users.SingleAsync(one => one.Email == email, Stop))).Person;
        var own = await site.SignedInAsync(person, language);
        var setup = new HtmlParser().ParseDocument(await own.GetStringAsync("/account/second-factor", Stop));
        var secret = setup.QuerySelector("code.secret-link")!.TextContent;
        var code = OneTimeCode.At(secret, new DateTimeOffset(Site.Now));

        foreach (var typed in new[] { "", "wrong password" })
        {
            using var answer = await own.FormPost("/account/second-factor", ("code", code), ("current", typed));
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Stop));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal(secret, page.QuerySelector("code.secret-link")!.TextContent);
            Assert.Equal(code, page.GetElementById("code")!.GetAttribute("value"));
            var field = page.GetElementById("current")!;
            Assert.Equal(("true", null), (field.GetAttribute("aria-invalid"), field.GetAttribute("value")));
            Assert.Contains(
                sentence,
                page.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent,
                StringComparison.Ordinal);
        }
        Assert.False(await site.InDatabaseAsync(db => db.Users.AnyAsync(one => one.TwoFactorEnabled, Stop)));
        using var done = await own.FormPost("/account/second-factor", ("code", code), ("current", Password));
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    [Fact]
    public async Task A_code_signs_in_once_and_a_recovery_code_once()
    {
        using var site = new Site();
        var email = await SignInTests.AccountAsync(site, "code@example.org", Password);
        var own = site.Browser(out _);
        await SignInTests.SignInAsync(own, email, Password);
        var setup = new HtmlParser().ParseDocument(await own.GetStringAsync("/account/second-factor", Stop));
        var secret = setup.QuerySelector("code.secret-link")!.TextContent;
        string Code(int seconds) => OneTimeCode.At(secret, new DateTimeOffset(Site.Now).AddSeconds(seconds));
        var done = await own.FormPost("/account/second-factor", ("code", Code(-30)), ("current", Password));
        var recovery = new HtmlParser().ParseDocument(await done.Content.ReadAsStringAsync(Stop))
            .QuerySelectorAll(".codes li").Select(one => one.TextContent).ToList();

        Assert.Equal(10, recovery.Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(Code(-30)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(Code(60)));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(Code(0)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(Code(0).Insert(3, " ")));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(recovery[0].ToLowerInvariant()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(recovery[0]));

        async Task<HttpStatusCode> StatusAsync(string code)
        {
            await own.FormPost("/account/sign-out");
            Assert.Equal(
                "/account/sign-in/code",
                (await SignInTests.SignInAsync(own, email, Password)).Headers.Location?.OriginalString);
            return (await own.FormPost("/account/sign-in/code", ("code", code))).StatusCode;
        }
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        using var site = new Site();
        var person = await site.PersonAsync("Only One", Role.Administrator);
        var admin = await site.SignedInAsync(person);

        var disabled = await admin.FormPost(
            $"/people/{person.Id}", [], $"/people/{person.Id}?handler=Disable");
        var demoted = await admin.FormPost(
            $"/people/{person.Id}", [KeyValuePair.Create("roles", "editor")], $"/people/{person.Id}?handler=Rights");

        var after = await site.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, disabled.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, demoted.StatusCode);
        Assert.False(after.IsDisabled);
        Assert.Equal([Role.Administrator], after.Roles);
    }

    [Fact]
    public async Task Changed_roles_are_in_force_at_the_next_request()
    {
        using var site = new Site();
        var person = await site.PersonAsync("Soon More", Role.Editor);
        var browser = await site.SignedInAsync(person);
        var before = await browser.GetAsync("/people", Stop);
        await site.InDatabaseAsync(async db =>
        {
            (await db.Users.FindAsync([person.Id], Stop))!.Roles = [Role.Administrator];
            return await db.SaveChangesAsync(Stop);
        });

        var after = await browser.GetAsync("/people", Stop);

        Assert.Equal(HttpStatusCode.Forbidden, before.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Theory]
    [InlineData("short", "PasswordShort")]
    [InlineData("aaaaaaaaaaaaaa", "PasswordPattern")]
    [InlineData("abcdefghijklmnop", "PasswordPattern")]
    [InlineData("azertyuiopqsdf", "PasswordPattern")]
    [InlineData("abcabcabcabcabc", "PasswordPattern")]
    [InlineData("MotDePasse2026!", "PasswordCommon")]
    [InlineData("P4ssw0rd123456", "PasswordCommon")]
    [InlineData("awa.traore@example.org", "PasswordOwn")]
    [InlineData("AwaTraore2026", "PasswordOwn")]
    [InlineData("seven giraffes at dusk", null)]
    [InlineData("ééééà la lune, 月が綺麗ですね", null)]
    public void A_password_that_is_guessed_first_is_refused(string password, string? fault) =>
        Assert.Equal(fault, PasswordRules.Fault(password, "awa.traore@example.org", "Awa Traore"));

    [Fact]
    public void Passwords_of_128_letters_are_taken_and_longer_ones_refused()
    {
        var text = string.Concat(Enumerable.Range(0, 129).Select(i => (char)('a' + (i * i * 7 + i / 5) % 26)));

        Assert.Null(PasswordRules.Fault(text[..128], null, null));
        Assert.Equal("PasswordLong", PasswordRules.Fault(text, null, null));
    }

    private static async Task<string?> FirstAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountLinks>().FirstAdministratorAsync(Stop);
    }
}
