using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SahelWatch.Accounts;
using SahelWatch.Browser.Support;
using SahelWatch.Editing;
using static Microsoft.Playwright.Assertions;

namespace SahelWatch.Browser;

/// <summary>From the first administrator's link to a colleague who signs in with codes, and with a passkey.</summary>
public sealed class AccountJourneyTests(BrowserSite site)
{
    private const string Password = "seven giraffes at dusk";

    [Fact]
    public async Task Administrator_invites_a_colleague_who_signs_in_by_code_and_by_passkey()
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await visit.OpenAsync($"/account/link?key={await FirstAsync()}");
        await page.GetByLabel("Your name").FillAsync("Awa Traoré");
        await page.GetByLabel("E-mail address").FillAsync("awa@example.org");
        await SendPasswordAsync(page, "New password", "Save and sign in");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "My account" })).ToBeVisibleAsync();

        await visit.OpenAsync("/people");
        await page.GetByLabel("E-mail address").FillAsync("oumar@example.org");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Editor" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite a person" }).ClickAsync();
        var link = await page.Locator("code.secret-link").InnerTextAsync();
        Assert.Empty(await visit.AxeViolationsAsync());
        await SignOutAsync(page);

        await visit.OpenAsync(new Uri(link).PathAndQuery);
        await page.GetByLabel("Your name").FillAsync("Oumar Diallo");
        await SendPasswordAsync(page, "New password", "Save and sign in");
        await Expect(page.Locator(".account-name")).ToHaveTextAsync("Oumar Diallo");
        var secret = await SetUpCodesAsync(page);
        await AddPasskeyAsync(visit);
        await SignOutAsync(page);

        await visit.OpenAsync("/account/sign-in");
        Assert.Empty(await visit.AxeViolationsAsync());
        await page.GetByLabel("E-mail address").FillAsync("oumar@example.org");
        await SendPasswordAsync(page, "Password", "Sign in");
        await page.GetByLabel("Code").FillAsync(OneTimeCode.At(secret, DateTimeOffset.UtcNow));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(page.Locator(".account-name")).ToHaveTextAsync("Oumar Diallo");
        await SignOutAsync(page);

        await visit.OpenAsync("/account/sign-in?returnUrl=%2Faccount");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "My account" })).ToBeVisibleAsync();
        visit.AssertClean();
    }

    [Fact]
    public async Task Disabled_person_is_out_at_the_next_page()
    {
        await using var editor = await site.Desk.EnterAsync(new Look(Width: 360), "Moussa Keïta", Role.Editor);
        await using var administrator = await site.Desk.EnterAsync(new Look(), "Rokia Diarra", Role.Administrator);
        await editor.OpenAsync("/desk");
        await administrator.OpenAsync("/people");
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Moussa Keïta" }).ClickAsync();
        await administrator.Page.Locator("form[action*=Disable] button").ClickAsync();
        await Expect(administrator.Page.Locator("form[action*=Enable] button")).ToBeVisibleAsync();

        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Enter an event" }).First.ClickAsync();

        await Expect(editor.Page.GetByLabel("E-mail address")).ToBeVisibleAsync();
        await Expect(editor.Page.Locator(".account-name")).ToHaveCountAsync(0);
        editor.AssertClean();
        administrator.AssertClean();
    }

    private static async Task<string> SetUpCodesAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Set up one-time codes" }).ClickAsync();
        var secret = await page.Locator("code.secret-link").InnerTextAsync();
        await page.GetByLabel("Code").FillAsync(OneTimeCode.At(secret, DateTimeOffset.UtcNow.AddSeconds(-30)));
        await SendPasswordAsync(page, "Present password", "Set up one-time codes");
        await Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        return secret;
    }

    private static async Task AddPasskeyAsync(Visit visit)
    {
        var page = visit.Page;
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true,
                ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await visit.OpenAsync("/account");
        var form = page.Locator("form[data-passkey=add]");
        var (name, password) = (form.GetByLabel("Name of the passkey"), form.GetByLabel("Present password"));
        await name.FillAsync("Laptop");
        await password.FillAsync("wrong password");
        await password.PressAsync("Enter");
        await Expect(password).ToHaveAccessibleDescriptionAsync(new Regex("present password is wrong"));
        await Expect(password).ToBeFocusedAsync();
        await Expect(name).ToHaveValueAsync("Laptop");
        Assert.Empty(await visit.AxeViolationsAsync());
        await password.FillAsync(Password);
        await form.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByText("Laptop")).ToBeVisibleAsync();
        Assert.Empty(await visit.AxeViolationsAsync());
    }

    private static async Task SendPasswordAsync(IPage page, string label, string button)
    {
        await page.GetByLabel(label, new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.Locator(".account-menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    private async Task<string?> FirstAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountLinks>()
            .FirstAdministratorAsync(TestContext.Current.CancellationToken);
    }
}
