using Microsoft.Playwright;

namespace SahelWatch.Browser.Support;

/// <summary>The form of an entry, by the names of its fields, whatever the language.</summary>
internal static class EntryScreen
{
    public static ILocator Field(this IPage page, string name) => page.Locator($"#f-{name}");

    /// <summary>Types an attack that nothing is missing of.</summary>
    public static async Task TypeEventAsync(this IPage page, string title, string day, string latitude, string longitude)
    {
        await page.Field("StartsOn").FillAsync(day);
        await page.Field("DatePrecision").SelectOptionAsync("day");
        await page.Field("PlaceName").FillAsync("Invented hamlet");
        await page.Field("Country").SelectOptionAsync("MLI");
        await page.Field("Latitude").FillAsync(latitude);
        await page.Field("Longitude").FillAsync(longitude);
        await page.Field("GeoPrecision").SelectOptionAsync("near");
        await page.Field("SubType").SelectOptionAsync("attack");
        await page.Field("Parties-0-Actor").FillAsync("JNIM");
        await page.Field("Parties-0-Role").SelectOptionAsync("perpetrator");
        await page.Field("Parties-0-Attribution").SelectOptionAsync("suspected");
        await page.Field("DeathsLow").FillAsync("2");
        await page.Field("DeathsBest").FillAsync("3");
        await page.Field("DeathsHigh").FillAsync("5");
        await page.Field("Title").FillAsync(title);
        await page.Field("Summary").FillAsync("Invented for a test: men on motorcycles came at dawn.");
        await page.Field("Citations-0-Url").FillAsync($"https://news.example.org/{day}");
        await page.Field("Citations-0-Publisher").FillAsync("Invented News");
        await page.Field("Citations-0-Title").FillAsync(title);
        await page.Field("Citations-0-PublishedOn").FillAsync(day);
        await page.Field("Citations-0-Language").SelectOptionAsync("fr");
        await page.Field("Citations-0-Kind").SelectOptionAsync("traditional-media");
        await page.Field("Citations-0-Reading").SelectOptionAsync("full-text");
        await page.Field("Citations-0-Reliability").SelectOptionAsync("C");
        await page.Field("Citations-0-Credibility").SelectOptionAsync("3");
        await page.Locator("[name='Form.Citations[0].Supports'][value=event]").CheckAsync();
    }

    /// <summary>Presses a button below the form: <c>submit</c>, <c>save</c> or <c>discard</c>.</summary>
    public static async Task PressAsync(this Visit visit, string button)
    {
        await visit.Page.Locator($".entry-foot button[value={button}]").ClickAsync();
        await visit.SettledAsync();
    }

    /// <summary>Takes a step on the page of a review, with what it asks for.</summary>
    public static async Task StepAsync(this Visit visit, string step, string? text = null)
    {
        var form = visit.Page.Locator("form", new() { Has = visit.Page.Locator($"button[value={step}]") });
        if (text is not null)
        {
            await form.Locator("textarea").FillAsync(text);
        }
        await form.Locator("button").ClickAsync();
        await visit.SettledAsync();
    }

    /// <summary>Opens an entry from the lists of the desk.</summary>
    public static async Task OpenEntryAsync(this Visit visit, string title)
    {
        await visit.OpenAsync("/desk");
        await visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await visit.SettledAsync();
    }
}
