using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SahelWatch.Editing;

namespace SahelWatch.Tests.Support;

/// <summary>A signed-in person's browser without scripts: pages as they come, forms with what they hold.</summary>
internal sealed class DeskVisitor(HttpClient client)
{
    public HttpClient Client => client;

    /// <summary>A new person's browser.</summary>
    public static async Task<DeskVisitor> SignInAsync(
        Site site, string name, Role[] roles, string[]? regions = null, string language = "en") =>
        new(await site.SignedInAsync(await site.PersonAsync(name, regions ?? [], roles), language));

    public async Task<Answer> GetAsync(string path) => await ReadAsync(
        await client.GetAsync(path, TestContext.Current.CancellationToken));

    /// <summary>Sends the page's form of changes with what it holds, some fields typed over and some added.</summary>
    public async Task<Answer> SendAsync(Answer page, params (string Name, string Value)[] typed)
    {
        var action = FormOf(page).GetAttribute("action") is { Length: > 0 } address ? address : page.Path;
        using var content = new FormUrlEncodedContent(FieldsOf(page, typed));
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = content };
        return await ReadAsync(await client.SendAsync(request, TestContext.Current.CancellationToken));
    }

    /// <summary>What would be sent.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> FieldsOf(
        Answer page, params (string Name, string Value)[] typed) =>
    [
        .. EntryBrowser.Fields(FormOf(page)).Where(field => !typed.Any(one => one.Name == field.Key)),
        .. typed.Select(one => KeyValuePair.Create(one.Name, one.Value)),
    ];

    private static IHtmlFormElement FormOf(Answer page) =>
        page.Document.QuerySelectorAll<IHtmlFormElement>("main form").Single(one => one.Method == "post");

    private static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(
            response.StatusCode,
            response.Headers.Location?.OriginalString,
            new HtmlParser().ParseDocument(html),
            response.RequestMessage!.RequestUri!.PathAndQuery,
            response.Headers.CacheControl?.NoStore == true);
    }

    /// <summary>An answered page.</summary>
    internal sealed record Answer(
        HttpStatusCode Status,
        string? Location,
        IHtmlDocument Document,
        string Path,
        bool IsNoStore)
    {
        public string Text => Document.Body!.TextContent;

        public string? Value(string id) => Document.GetElementById(id) switch
        {
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value,
            _ => null,
        };
    }
}
