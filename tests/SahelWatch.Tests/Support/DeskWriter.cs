using System.Globalization;
using System.Net;
using System.Text.Json;
using SahelWatch.Editing;
using SahelWatch.Pages.Desk.Entries;

namespace SahelWatch.Tests.Support;

/// <summary>An editor at work over HTTP: entries begun, kept and published by the desk's own forms.</summary>
internal sealed class DeskWriter(HttpClient client, string token)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<DeskWriter> OpenAsync(HttpClient client) =>
        new(client, await client.FormToken("/desk/entries/new"));

    /// <summary>A form of 2018, whatever day it is.</summary>
    public static EntryForm Form(string title)
    {
        var form = DeskFixture.Form(title);
        return form with
        {
            StartsOn = "2018-06-10",
            Citations =
            [
                form.Citations[0] with
                {
                    Url = $"https://news.example.org/{Uri.EscapeDataString(title)}", PublishedOn = "2018-06-11",
                },
            ],
        };
    }

    /// <summary>As the page's script does it while somebody types; a new entry without a key.</summary>
    public async Task<(int Id, int Version)> AutosaveAsync(EntryForm form, int? id = null, int version = 0)
    {
        using var answer = await PostAsync("/desk/entries/autosave", form, version, id is { } known
            ? KeyValuePair.Create("id", Text(known))
            : null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var saved = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
        return (saved.GetProperty("id").GetInt32(), saved.GetProperty("version").GetInt32());
    }

    /// <summary>Presses a button of the entry's page; gives where it leads.</summary>
    public async Task<string> PressAsync(string button, EntryForm form, int? id = null, int version = 0)
    {
        using var answer = await PostAsync(
            id is null ? "/desk/entries/new" : $"/desk/entries/{id}", form, version, KeyValuePair.Create("do", button));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private async Task<HttpResponseMessage> PostAsync(
        string address, EntryForm form, int version, KeyValuePair<string, string>? field)
    {
        var fields = FormPairs.Of(form).Append(KeyValuePair.Create("Version", Text(version)));
        using var message = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(field is { } more ? fields.Append(more) : fields),
        };
        message.Headers.Add("X-Form-Token", token);
        return await client.SendAsync(message, Stop);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
