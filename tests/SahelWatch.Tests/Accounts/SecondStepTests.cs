using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Accounts;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Accounts;

/// <summary>A one-time code signs in once, however it is sent again.</summary>
public sealed class SecondStepTests : IDisposable
{
    private const string Password = "seven giraffes at dusk";
    private const string Email = "codes@example.org";

    private readonly Site site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Of_many_at_once_with_one_code_one_gets_in()
    {
        var code = OneTimeCode.At(await SecretAsync(), new DateTimeOffset(Site.Now));
        List<(HttpClient Browser, string Token)> browsers = [];
        for (var i = 0; i < SignInGuard.FreeTries - 1; i++)
        {
            var browser = await ExpectedAsync();
            browsers.Add((browser, await browser.FormToken("/account/sign-in/code")));
        }

        var answers = await Task.WhenAll(browsers.Select(one => SendAsync(one.Browser, one.Token, code)));

        Assert.Single(answers, status => status == HttpStatusCode.Redirect);
        Assert.Equal(answers.Length - 1, answers.Count(status => status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AccountSessions.CountAsync(Stop)));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData(" {0} ")]
    [InlineData("{0}\u00a0")]
    [InlineData("{0}\r\n")]
    [InlineData("\u200b{0}")]
    [InlineData("0{0}")]
    public async Task A_code_that_was_used_opens_nothing_in_any_writing(string writing)
    {
        var code = OneTimeCode.At(await SecretAsync(), new DateTimeOffset(Site.Now));
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(code));

        var again = await TryAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, writing, code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again);
    }

    [Fact]
    public async Task A_code_of_an_earlier_step_than_the_last_one_used_opens_nothing()
    {
        var secret = await SecretAsync();
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(OneTimeCode.At(secret, new DateTimeOffset(Site.Now))));

        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            await TryAsync(OneTimeCode.At(secret, new DateTimeOffset(Site.Now).AddSeconds(-30))));
    }

    [Fact]
    public async Task A_code_taken_after_a_wrong_one_is_used_up_by_it()
    {
        var code = OneTimeCode.At(await SecretAsync(), new DateTimeOffset(Site.Now));
        var browser = await ExpectedAsync();
        var wrong = await browser.FormPost("/account/sign-in/code", ("code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);

        var right = await browser.FormPost("/account/sign-in/code", ("code", code));

        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync(code));
    }

    [Fact]
    public async Task A_recovery_code_sent_twice_at_once_works_once()
    {
        await SecretAsync();
        string shown;
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var account = (await users.FindByEmailAsync(Email))!;
            shown = (await scope.ServiceProvider.GetRequiredService<RecoveryCodes>().ReplaceAsync(account, Stop))[0];
            await users.UpdateAsync(account);
        }
        List<(HttpClient Browser, string Token)> browsers = [];
        for (var i = 0; i < 3; i++)
        {
            var browser = await ExpectedAsync();
            browsers.Add((browser, await browser.FormToken("/account/sign-in/code")));
        }

        var answers = await Task.WhenAll(browsers.Select(one => SendAsync(one.Browser, one.Token, shown)));

        Assert.Single(answers, status => status == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_second_step_opens_nothing_without_the_password_nor_after_it_was_changed()
    {
        var code = OneTimeCode.At(await SecretAsync(), new DateTimeOffset(Site.Now));
        var stranger = site.Browser(out _);
        var token = await stranger.FormToken("/account/sign-in");
        var waiting = await ExpectedAsync();
        var waitingToken = await waiting.FormToken("/account/sign-in/code");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var changed = await users.ChangePasswordAsync(
                (await users.FindByEmailAsync(Email))!, Password, "nine tortoises at dawn");
            Assert.True(changed.Succeeded);
        }

        await SendAsync(stranger, token, code);
        await SendAsync(waiting, waitingToken, code);

        Assert.Equal(0, await site.InDatabaseAsync(db => db.AccountSessions.CountAsync(Stop)));
    }

    [Fact]
    public async Task Second_step_is_removed_by_the_password_only()
    {
        await SecretAsync();
        var own = await site.SignedInAsync(
            (await site.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(Stop))).Person);

        using var without = await own.FormPost("/account", [], "/account?handler=RemoveFactor");
        using var wrong = await own.FormPost(
            "/account", [new("current", "wrong password")], "/account?handler=RemoveFactor");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.True((await site.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(Stop))).TwoFactorEnabled);

        using var right = await own.FormPost("/account", [new("current", Password)], "/account?handler=RemoveFactor");
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.False((await site.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(Stop))).TwoFactorEnabled);
    }

    /// <summary>An account with a second step; gives the secret of its codes.</summary>
    private async Task<string> SecretAsync()
    {
        await SignInTests.AccountAsync(site, Email, Password);
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await users.FindByEmailAsync(Email))!;
        await users.ResetAuthenticatorKeyAsync(account);
        await users.SetTwoFactorEnabledAsync(account, true);
        return (await users.GetAuthenticatorKeyAsync(account))!;
    }

    /// <summary>A browser whose password was right.</summary>
    private async Task<HttpClient> ExpectedAsync()
    {
        var browser = site.Browser(out _);
        var entered = await SignInTests.SignInAsync(browser, Email, Password);
        Assert.Equal("/account/sign-in/code", entered.Headers.Location?.OriginalString);
        return browser;
    }

    private async Task<HttpStatusCode> TryAsync(string code)
    {
        using var answer = await (await ExpectedAsync()).FormPost("/account/sign-in/code", ("code", code));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient browser, string token, string code)
    {
        using var content = new FormUrlEncodedContent(
            [new("code", code), new("__RequestVerificationToken", token)]);
        using var answer = await browser.PostAsync("/account/sign-in/code", content, Stop);
        return answer.StatusCode;
    }
}
