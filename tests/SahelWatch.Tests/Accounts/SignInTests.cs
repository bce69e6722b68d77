using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Accounts;

public sealed class SignInTests(Site site) : IClassFixture<Site>
{
    private const string Password = "seven giraffes at dusk";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_signs_in_by_address_and_password_and_out_again()
    {
        var email = await AccountAsync();
        var browser = site.Browser(out var cookies);

        var entered = await SignInAsync(browser, email, Password, "/incidents?country=MLI");

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal("/incidents?country=MLI", entered.Headers.Location?.OriginalString);
        Assert.Contains("Awa Sangaré", await browser.GetStringAsync("/about", Stop), StringComparison.Ordinal);

        var left = await browser.FormPost("/account/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.DoesNotContain("Awa Sangaré", await browser.GetStringAsync("/about", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain(cookies.GetAllCookies(), cookie => cookie.Name == SessionBook.CookieName);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("~//evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    public async Task Signing_in_leads_to_no_other_site(string returnUrl)
    {
        var email = await AccountAsync();

        var entered = await SignInAsync(site.Browser(out _), email, Password, returnUrl);

        Assert.Equal("/", entered.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Unknown_and_known_addresses_are_answered_alike()
    {
        var email = await AccountAsync();

        var known = await SignInAsync(site.Browser(out _), email, "wrong password");
        var unknown = await SignInAsync(site.Browser(out _), "nobody@example.org", "wrong password");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, known.StatusCode);
        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Equal(
            await SentencesAsync(known, email), await SentencesAsync(unknown, "nobody@example.org"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sixth_wrong_password_has_to_wait_whoever_it_is_for(bool isKnown)
    {
        var email = isKnown ? await AccountAsync() : $"{Guid.NewGuid():N}@example.org";
        using var slow = new Site();
        if (isKnown)
        {
            await AccountAsync(slow, email);
        }
        for (var i = 0; i < SignInGuard.FreeTries; i++)
        {
            var free = await SignInAsync(slow.Browser(out _), email, "wrong password");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, free.StatusCode);
        }

        var sixth = await SignInAsync(slow.Browser(out _), email, Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.StatusCode);
        Assert.Contains("Too many tries", await sixth.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_of_a_known_browser_gets_in_while_others_try()
    {
        using var slow = new Site();
        var email = await AccountAsync(slow, "owner@example.org");
        var own = slow.Browser(out _);
        await SignInAsync(own, email, Password);
        await own.FormPost("/account/sign-out");
        for (var i = 0; i < 10; i++)
        {
            await SignInAsync(slow.Browser(out _), email, "wrong password");
        }

        var elsewhere = await SignInAsync(slow.Browser(out _), email, Password);
        var back = await SignInAsync(own, email, Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
    }

    [Fact]
    public async Task A_disabled_person_is_out_at_the_next_request_and_stays_out()
    {
        var person = await site.PersonAsync("Out Soon", Role.Editor);
        var browser = await site.SignedInAsync(person);
        Assert.Contains("Out Soon", await browser.GetStringAsync("/about", Stop), StringComparison.Ordinal);

        await site.InDatabaseAsync(async db =>
        {
            (await db.Users.FindAsync([person.Id], Stop))!.IsDisabled = true;
            return await db.SaveChangesAsync(Stop);
        });

        Assert.DoesNotContain("Out Soon", await browser.GetStringAsync("/about", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Composed_and_decomposed_letters_are_one_password()
    {
        var email = await AccountAsync(site, $"{Guid.NewGuid():N}@example.org", "\u00e9l\u00e9phants au cr\u00e9puscule");

        var entered = await SignInAsync(
            site.Browser(out _), email, "e\u0301le\u0301phants au cre\u0301puscule");

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
    }

    internal static Task<HttpResponseMessage> SignInAsync(
        HttpClient browser, string email, string password, string returnUrl = "") =>
        browser.FormPost(
            "/account/sign-in", ("email", email), ("password", password), ("returnUrl", returnUrl));

    private Task<string> AccountAsync() => AccountAsync(site, $"{Guid.NewGuid():N}@example.org");

    internal static async Task<string> AccountAsync(
        WebApplicationFactory<Program> site, string email, string password = Password, params Role[] roles)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var made = await users.CreateAsync(
            new Account
            {
                Name = "Awa Sangaré", Email = email, UserName = email, CreatedAt = Site.Now, Roles = [.. roles],
            },
            password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        return email;
    }

    private static async Task<string> SentencesAsync(HttpResponseMessage answer, string email)
    {
        var html = new AngleSharp.Html.Parser.HtmlParser()
            .ParseDocument(await answer.Content.ReadAsStringAsync(Stop));
        foreach (var token in html.QuerySelectorAll("input[name=__RequestVerificationToken]"))
        {
            token.Remove();
        }
        return html.QuerySelector("main")!.InnerHtml.Replace(email, "EMAIL", StringComparison.Ordinal);
    }
}
