using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using SahelWatch.Editing;

namespace SahelWatch.Tests.Support;

/// <summary>Browsers of signed-in people, and forms as browsers send them.</summary>
internal static class SignedIn
{
    /// <summary>A browser signed in as a new person of these roles; it keeps cookies and follows no redirect.</summary>
    public static async Task<HttpClient> SignedInAsync(
        this WebApplicationFactory<Program> site, params Role[] roles) =>
        await site.SignedInAsync(await site.PersonAsync("Awa Testeuse", roles));

    /// <summary>A further browser of a person there is.</summary>
    public static async Task<HttpClient> SignedInAsync(
        this WebApplicationFactory<Program> site, Person person, string language = "en")
    {
        var client = site.Browser(out var cookies, language);
        cookies.Add(client.BaseAddress!, await site.SessionAsync(person));
        return client;
    }

    /// <summary>A browser of nobody; it keeps cookies and follows no redirect.</summary>
    public static HttpClient Browser(
        this WebApplicationFactory<Program> site, out CookieContainer cookies, string language = "en")
    {
        cookies = new CookieContainer();
        var client = site.CreateDefaultClient(site.ClientOptions.BaseAddress, new CookieContainerHandler(cookies));
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>
    /// Opens the page with the form and sends the form of that address (or the page's own): the fields given and the
    /// page's antiforgery token. A page without a form lends no token, and the request is refused.
    /// </summary>
    public static async Task<HttpResponseMessage> FormPost(
        this HttpClient client, string page, IEnumerable<KeyValuePair<string, string>> fields, string? action = null)
    {
        var stop = TestContext.Current.CancellationToken;
        var token = await client.FormToken(page);
        return await client.PostAsync(
            action ?? page,
            new FormUrlEncodedContent(fields.Append(KeyValuePair.Create("__RequestVerificationToken", token))),
            stop);
    }

    public static Task<HttpResponseMessage> FormPost(
        this HttpClient client, string page, params (string Name, string Value)[] fields) =>
        client.FormPost(page, fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>The antiforgery token of a page; empty where it has no form.</summary>
    public static async Task<string> FormToken(this HttpClient client, string page)
    {
        var stop = TestContext.Current.CancellationToken;
        using var answer = await client.GetAsync(page, stop);
        var html = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(stop));
        return html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
    }
}
