using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SahelWatch.Tests.Support;

/// <summary>The entry form as a browser without scripts uses it: every field the page shows is sent.</summary>
internal sealed class EntryBrowser(HttpClient client)
{
    private IHtmlDocument _page = null!;

    public HttpStatusCode Status { get; private set; }

    public string? Location { get; private set; }

    public IHtmlDocument Page => _page;

    public async Task<EntryBrowser> OpenAsync(string path)
    {
        await TakeAsync(await client.GetAsync(path, TestContext.Current.CancellationToken));
        return this;
    }

    /// <summary>Goes on with a page that another browser got.</summary>
    public void Show(IHtmlDocument page) => _page = page;

    /// <summary>Follows the redirect of the last answer.</summary>
    public Task<EntryBrowser> FollowAsync() => OpenAsync(Location!.Split('#')[0]);

    /// <summary>Fills fields, by name, and presses a button.</summary>
    public async Task<EntryBrowser> PressAsync(string button, params (string Name, string Value)[] filled)
    {
        var form = (IHtmlFormElement)(_page.QuerySelector("form#entry") ?? _page.QuerySelector("form.conflict")
            ?? _page.QuerySelector("form.kept"))!;
        var fields = Fields(form).Where(field => !filled.Any(one => one.Name == field.Key))
            .Concat(filled.Select(one => KeyValuePair.Create(one.Name, one.Value)))
            .Append(KeyValuePair.Create("do", button));
        var message = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action"))
        {
            Content = new FormUrlEncodedContent(fields),
        };
        message.Headers.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        message.Headers.Add("Sec-Fetch-Site", "same-origin");
        await TakeAsync(await client.SendAsync(message, TestContext.Current.CancellationToken));
        return this;
    }

    public string? ValueOf(string name) => _page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    public static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form) =>
        form.QuerySelectorAll("input, select, textarea").SelectMany(field => field switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
            IHtmlInputElement { Name: { } name } input => [KeyValuePair.Create(name, input.Value)],
            IHtmlTextAreaElement { Name: { } name } area => [KeyValuePair.Create(name, area.Value)],
            IHtmlSelectElement { Name: { } name } select => [KeyValuePair.Create(name, select.Value ?? "")],
            _ => Array.Empty<KeyValuePair<string, string>>(),
        });

    private async Task TakeAsync(HttpResponseMessage answer)
    {
        Status = answer.StatusCode;
        Location = answer.Headers.Location?.ToString();
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (Location is null)
        {
            _page = new HtmlParser().ParseDocument(html);
        }
    }
}
