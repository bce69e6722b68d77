using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Accounts;

/// <summary>The two switches of section Access.</summary>
public sealed class AccessModeTests
{
    private const string Password = "seven giraffes at dusk";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_only_lets_people_read_and_sign_in_and_out_and_change_nothing()
    {
        using var site = new Site();
        using var readOnly = site.WithWebHostBuilder(host => host.UseSetting("Access:IsReadOnly", "true"));
        var email = await SignInTests.AccountAsync(readOnly, "admin@example.org", Password, Role.Administrator);
        var browser = Browser(readOnly);

        var entered = await SignInTests.SignInAsync(browser, email, Password, "/people");
        var read = await browser.GetAsync("/people", Stop);
        var invited = await browser.FormPost("/people", ("email", "new@example.org"));
        var left = await browser.FormPost("/account/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, invited.StatusCode);
        Assert.Contains("read-only mode", await invited.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
    }

    [Fact]
    public async Task Closed_reading_asks_everyone_to_sign_in_for_every_page_and_file()
    {
        using var site = new Site();
        using var closed = site.WithWebHostBuilder(host => host.UseSetting("Access:IsReadingPublic", "false"));
        var email = await SignInTests.AccountAsync(closed, "reader@example.org", Password, Role.Analyst);
        var reader = Browser(closed);
        await SignInTests.SignInAsync(reader, email, Password);
        foreach (var path in Addresses.Pages.Concat(Addresses.Files.Select(file => file.Path))
            .Where(path => !path.StartsWith("/healthz", StringComparison.Ordinal)))
        {
            using var shown = await reader.GetAsync(path, Stop);
            using var asked = await Browser(closed).GetAsync(path, Stop);

            Assert.Equal((path, HttpStatusCode.OK), (path, shown.StatusCode));
            Assert.Equal((path, "no-store"), (path, shown.Headers.CacheControl?.ToString()));
            Assert.Contains(asked.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Unauthorized });
        }
    }

    private static HttpClient Browser(WebApplicationFactory<Program> site)
    {
        var client = site.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return client;
    }
}
