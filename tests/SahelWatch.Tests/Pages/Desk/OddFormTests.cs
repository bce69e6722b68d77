using System.Net;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Pages.Desk.Entries;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Desk;

/// <summary>What no page of this site sends: it is kept as typed all the same, and the field is named.</summary>
public sealed class OddFormTests(Site site) : IClassFixture<Site>
{
    private const string Typed = "Typed and not lost";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Version", "abc")]
    [InlineData("Version", "99999999999999999999")]
    [InlineData("Version", "-7")]
    [InlineData("Key", "no key")]
    [InlineData("Began", "{\"Parties\":7")]
    [InlineData("Began", "{\"Parties\":null,\"Citations\":[null],\"Tactics\":[null]}")]
    [InlineData("MergedVersion", "5")]
    [InlineData("MergedVersion", "five")]
    [InlineData("Take[Title]", "nobody's")]
    [InlineData("Take[", "theirs")]
    [InlineData("PickPlace", "no such place")]
    [InlineData("Form.Parties.index", "<b>")]
    [InlineData("Form.Parties.index", "-1")]
    [InlineData("Form.Citations[", "x")]
    [InlineData("Form.Citations[1", "x")]
    [InlineData("Form.Citations[7].", "x")]
    [InlineData("Form", "x")]
    [InlineData("", "x")]
    [InlineData("Form.Summary", "\uD800 \u0001 \u202E")]
    public async Task Odd_field_loses_nothing(string name, string value)
    {
        foreach (var button in new[] { "save", "submit", "merge", "find", "add-source", "no-such-button" })
        {
            var browser = await KeptAsync();

            await browser.PressAsync(button, ("Form.Title", Typed), (name, value));

            await AssertKeptAsync(browser, $"{button} {name}={value}");
        }
    }

    [Theory]
    [InlineData("Form.SubType")]
    [InlineData("Form.DatePrecision")]
    [InlineData("Form.Country")]
    [InlineData("Form.GeoPrecision")]
    [InlineData("Form.CoordinateSource")]
    [InlineData("Form.PublicPrecision")]
    [InlineData("Form.Tactics")]
    [InlineData("Form.Targets")]
    [InlineData("Form.Place")]
    [InlineData("Form.Parties[0].Actor")]
    [InlineData("Form.Parties[0].Role")]
    [InlineData("Form.Parties[0].Attribution")]
    [InlineData("Form.Citations[0].Kind")]
    [InlineData("Form.Citations[0].Reading")]
    [InlineData("Form.Citations[0].Language")]
    [InlineData("Form.Citations[0].Reliability")]
    [InlineData("Form.Citations[0].Credibility")]
    [InlineData("Form.Citations[0].DerivedFrom")]
    [InlineData("Form.Citations[0].Source")]
    [InlineData("Form.Latitude")]
    [InlineData("Form.DeathsBest")]
    public async Task Code_that_is_none_is_shown_again_and_named(string name)
    {
        foreach (var wrong in new[] { "no such code", new string('9', 70_000) })
        {
            var browser = await new EntryBrowser(await site.SignedInAsync(Role.Editor)).OpenAsync("/desk/entries/new");
            var filled = FormPairs.Of(DeskFixture.Form()).Where(pair => pair.Key != name)
                .Select(pair => (pair.Key, pair.Value));

            await browser.PressAsync("submit-anyway", [.. filled, (name, wrong)]);
            await browser.FollowAsync();

            var form = (AngleSharp.Html.Dom.IHtmlFormElement)browser.Page.QuerySelector("form#entry")!;
            Assert.Contains(KeyValuePair.Create(name, wrong), EntryBrowser.Fields(form));
            Assert.Contains(
                browser.Page.QuerySelectorAll("#found a"),
                link => link.GetAttribute("href") == $"#{FieldView.IdOf(name["Form.".Length..])}");
        }
    }

    [Fact]
    public async Task Rows_without_their_index_are_kept()
    {
        var client = await site.SignedInAsync(Role.Editor);
        var token = await client.FormToken("/desk/entries/new");
        var message = new HttpRequestMessage(HttpMethod.Post, "/desk/entries/new")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["do"] = "save",
                ["Form.Citations[5].Note"] = "Fifth",
                ["Form.Citations[12].Note"] = "Twelfth",
                ["Form.Parties[3].Actor"] = "Nobody known",
            }),
        };

        var answer = await client.SendAsync(message, Stop);

        var browser = await new EntryBrowser(client).OpenAsync(answer.Headers.Location!.ToString());
        Assert.Equal(
            ("Fifth", "Twelfth", "Nobody known"),
            (browser.ValueOf("Form.Citations[0].Note"), browser.ValueOf("Form.Citations[1].Note"),
                browser.ValueOf("Form.Parties[0].Actor")));
    }

    [Fact]
    public async Task Reason_too_long_is_kept_and_named()
    {
        var browser = await KeptAsync();
        var reason = new string('é', 20_000);

        await browser.PressAsync("submit", ("Reason", reason));
        await browser.FollowAsync();

        Assert.Equal(reason, browser.ValueOf("Reason"));
        Assert.NotNull(browser.Page.QuerySelector("#found a[href='#f-Reason']"));
    }

    [Fact]
    public async Task Choices_without_end_lose_nothing()
    {
        var browser = await KeptAsync();

        await browser.PressAsync(
            "merge", [("Form.Title", Typed), .. Enumerable.Range(0, 1_500).Select(number => ($"Take[{number}]", "theirs"))]);

        await AssertKeptAsync(browser, "choices");
    }

    [Theory]
    [InlineData(5_000, 10, "1")]
    [InlineData(1, 3_000, "1")]
    [InlineData(1, 10, "x\0y")]
    public async Task Form_that_cannot_be_read_is_refused_in_words(int count, int length, string value)
    {
        var browser = await KeptAsync();
        var more = Enumerable.Range(0, count).Select(number => (new string('a', length) + number, value));

        await browser.PressAsync("save", [("Form.Title", Typed), .. more]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("could not be understood", browser.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_of_nobody_that_cannot_be_read_is_refused_too()
    {
        var answer = await site.Client().PostAsync(
            "/account/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("Email", "x\0y")]), Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/incidents")]
    [InlineData("/desk/entries/new")]
    public async Task Bracket_that_is_not_closed_is_no_failure_of_the_site(string path)
    {
        var answer = await (await site.SignedInAsync(Role.Editor)).GetAsync($"{path}?a[=1", Stop);

        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task Form_for_an_entry_that_is_not_there_comes_back()
    {
        var browser = await KeptAsync();
        browser.Page.QuerySelector("form#entry")!.SetAttribute("action", "/desk/entries/999999");

        await browser.PressAsync("save", ("Form.Title", Typed));

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Equal(Typed, browser.ValueOf("Form.Title"));
    }

    [Fact]
    public async Task Form_with_a_token_that_is_too_old_comes_back()
    {
        var browser = await KeptAsync();

        await browser.PressAsync("submit", ("Form.Title", Typed), ("__RequestVerificationToken", "old"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Equal(Typed, browser.ValueOf("Form.Title"));
        await browser.PressAsync("save");

        await AssertKeptAsync(browser, "sent again");
    }

    private async Task<EntryBrowser> KeptAsync()
    {
        var author = await site.PersonAsync("Author", Role.Editor);
        var entry = (await site.AtDeskAsync(desk => desk.BeginAsync(author, new EntryForm { Title = "Begun" }, null, null, Stop)))
            .Entry!;
        return await new EntryBrowser(await site.SignedInAsync(author)).OpenAsync($"/desk/entries/{entry.Id}");
    }

    private static async Task AssertKeptAsync(EntryBrowser browser, string what)
    {
        if (browser.Status == HttpStatusCode.Redirect)
        {
            await browser.FollowAsync();
        }
        Assert.True(
            browser.Status is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.BadRequest,
            $"{what}: {browser.Status}");
        Assert.True(browser.ValueOf("Form.Title") == Typed, $"{what}: {browser.Status}: {browser.ValueOf("Form.Title")}");
    }
}
