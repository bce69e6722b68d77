using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Accounts;

/// <summary>What ends or changes a session is in force at the next request, on every device.</summary>
public sealed class SessionTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_ended_from_another_device_is_out_and_the_others_stay()
    {
        var (_, devices) = await DevicesAsync(3, Role.Editor);
        var page = new HtmlParser().ParseDocument(await devices[0].GetStringAsync("/account", Stop));
        var sessions = page.QuerySelectorAll("input[name=session]").Select(one => one.GetAttribute("value")!).ToList();
        Assert.Equal(2, sessions.Count);

        await devices[0].FormPost("/account", [new("session", sessions[0])], "/account?handler=End");

        Assert.Equal([true], await InsideAsync(devices[0]));
        Assert.Equal([false, true], (await InsideAsync(devices[1..])).Order());
    }

    [Fact]
    public async Task A_session_of_another_person_cannot_be_ended()
    {
        var (_, theirs) = await DevicesAsync(2, Role.Editor);
        var page = new HtmlParser().ParseDocument(await theirs[0].GetStringAsync("/account", Stop));
        var session = page.QuerySelector("input[name=session]")!.GetAttribute("value")!;
        var other = await site.SignedInAsync(Role.Editor);

        await other.FormPost("/account", [new("session", session)], "/account?handler=End");

        Assert.Equal([true, true], await InsideAsync(theirs));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_of_the_person_and_no_other()
    {
        var (_, devices) = await DevicesAsync(3, Role.Editor);
        var other = await site.SignedInAsync(Role.Editor);

        await devices[1].FormPost("/account", [], "/account?handler=Everywhere");

        Assert.Equal([false, false, false], await InsideAsync(devices));
        Assert.Equal([true], await InsideAsync(other));
    }

    [Fact]
    public async Task A_cookie_kept_from_before_signing_out_opens_nothing()
    {
        var person = await site.PersonAsync("Leaving", Role.Editor);
        var cookie = await site.SessionAsync(person);
        var (own, thief) = (site.Browser(out var owns), site.Browser(out var steals));
        owns.Add(own.BaseAddress!, new Cookie(cookie.Name, cookie.Value, "/"));
        steals.Add(thief.BaseAddress!, new Cookie(cookie.Name, cookie.Value, "/"));
        Assert.Equal([true, true], await InsideAsync(own, thief));

        await own.FormPost("/account/sign-out");

        Assert.Equal([false, false], await InsideAsync(own, thief));
    }

    [Theory]
    [InlineData("Disable", false)]
    [InlineData("Rights", true)]
    public async Task A_person_disabled_or_without_the_role_is_out_on_every_device(string handler, bool isSignedIn)
    {
        var (person, devices) = await DevicesAsync(2, Role.Editor);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], await StatusesAsync(devices, "/desk"));
        var admin = await site.SignedInAsync(Role.Administrator);

        await admin.FormPost(
            $"/people/{person.Id}", [new("roles", "analyst")], $"/people/{person.Id}?handler={handler}");

        Assert.Equal([isSignedIn, isSignedIn], await InsideAsync(devices));
        var refused = isSignedIn ? HttpStatusCode.Forbidden : HttpStatusCode.Redirect;
        Assert.Equal([refused, refused], await StatusesAsync(devices, "/desk"));
    }

    [Fact]
    public async Task Another_person_s_region_is_in_force_at_the_next_request()
    {
        var (person, devices) = await DevicesAsync(2, Role.Editor);
        var admin = await site.SignedInAsync(Role.Administrator);

        await admin.FormPost(
            $"/people/{person.Id}", [new("roles", "editor"), new("regions", "ML-7")], $"/people/{person.Id}?handler=Rights");

        foreach (var device in devices)
        {
            Assert.Contains("Gao", await device.GetStringAsync("/account", Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_new_password_by_link_ends_every_session()
    {
        var (person, devices) = await DevicesAsync(2, Role.Editor);
        var admin = await site.SignedInAsync(Role.Administrator);
        await admin.FormPost($"/people/{person.Id}", [], $"/people/{person.Id}?handler=Reset");
        var page = new HtmlParser().ParseDocument(await admin.GetStringAsync($"/people/{person.Id}", Stop));
        var link = new Uri(page.QuerySelector("code.secret-link")!.TextContent).PathAndQuery;
        Assert.Equal([true, true], await InsideAsync(devices));

        using var set = await site.Browser(out _).FormPost(link, ("password", "nine tortoises at dawn"));

        Assert.Equal("/account", set.Headers.Location?.OriginalString);
        Assert.Equal([false, false], await InsideAsync(devices));
    }

    [Fact]
    public async Task An_unused_session_ends_by_itself()
    {
        var (person, devices) = await DevicesAsync(1, Role.Editor);
        await site.InDatabaseAsync(async db =>
        {
            (await db.AccountSessions.SingleAsync(one => one.AccountId == person.Id, Stop)).SeenAt = Site.Now.AddHours(-13);
            return await db.SaveChangesAsync(Stop);
        });

        Assert.Equal([false], await InsideAsync(devices));
    }

    private async Task<(Person Person, HttpClient[] Devices)> DevicesAsync(int count, params Role[] roles)
    {
        var person = await site.PersonAsync("Of Several Devices", roles);
        var devices = new HttpClient[count];
        for (var i = 0; i < count; i++)
        {
            devices[i] = await site.SignedInAsync(person);
        }
        return (person, devices);
    }

    private static async Task<IReadOnlyList<bool>> InsideAsync(params HttpClient[] devices) =>
        [.. (await StatusesAsync(devices, "/account")).Select(status => status == HttpStatusCode.OK)];

    private static async Task<IReadOnlyList<HttpStatusCode>> StatusesAsync(HttpClient[] devices, string path)
    {
        var statuses = new HttpStatusCode[devices.Length];
        for (var i = 0; i < devices.Length; i++)
        {
            using var answer = await devices[i].GetAsync(path, Stop);
            statuses[i] = answer.StatusCode;
        }
        return statuses;
    }
}
