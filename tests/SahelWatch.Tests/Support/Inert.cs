using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SahelWatch.Tests.Support;

/// <summary>Answers in which <see cref="XssPayloads"/> are text and nothing else.</summary>
internal static class Inert
{
    private const string Forbidden =
        ".xss, iframe, object, embed, base, style, marquee, frame, video, math, template:not([data-template], #map-row), [style], [srcdoc], "
        + "meta[http-equiv], script:not([src]), link[href^='//'], [src^='//']";

    private static readonly string[] Addresses = ["href", "src", "action", "xlink:href", "data", "poster", "formaction"];

    /// <summary>Fetches an address, checks it as what it says it is, and gives it.</summary>
    public static async Task<string> FetchAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return await CheckAsync(answer, path);
    }

    public static async Task<string> CheckAsync(HttpResponseMessage answer, string path)
    {
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain(
            answer.Headers.NonValidated.SelectMany(header => header.Value),
            value => value.Contains("xss=1", StringComparison.Ordinal) && value.Contains('<', StringComparison.Ordinal));
        switch (answer.Content.Headers.ContentType?.MediaType)
        {
            case "text/html":
                Page(new HtmlParser().ParseDocument(body), path);
                break;
            case "application/json" or "application/problem+json" or "application/geo+json":
                JsonDocument.Parse(body).Dispose();
                break;
            case "application/atom+xml" or "image/svg+xml":
                Drawing(XDocument.Parse(body), path);
                break;
            case "text/csv":
                Table(body, path);
                break;
            case null when body.Length == 0:
                break;
            case var other:
                Assert.Fail($"{path} is {other}.");
                break;
        }
        return body;
    }

    public static void Page(IHtmlDocument page, string path)
    {
        Assert.True(page.QuerySelector(Forbidden) is null, $"{path}: {page.QuerySelector(Forbidden)?.OuterHtml}");
        foreach (var element in page.All)
        {
            foreach (var attribute in element.Attributes)
            {
                Assert.False(
                    attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{path}: {element.OuterHtml}");
                Assert.False(
                    Addresses.Contains(attribute.Name) && IsScript(attribute.Value), $"{path}: {element.OuterHtml}");
            }
        }
    }

    private static void Drawing(XDocument drawing, string path)
    {
        foreach (var element in drawing.Descendants())
        {
            Assert.False(
                element.Name.LocalName is "script" or "foreignObject" or "iframe", $"{path}: {element.Name}");
            Assert.DoesNotContain(element.Attributes(), attribute =>
                attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || (attribute.Name.LocalName == "href" && IsScript(attribute.Value)));
        }
    }

    /// <summary>No cell that a spreadsheet takes for a formula; numbers stay numbers.</summary>
    private static void Table(string body, string path)
    {
        foreach (var cell in CsvText.Records(body).SelectMany(row => row))
        {
            Assert.False(
                cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal)
                    && !double.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out _),
                $"{path}: {cell}");
        }
    }

    private static bool IsScript(string address)
    {
        var plain = string.Concat(address.Where(letter => letter > ' '));
        return plain.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
            || plain.StartsWith("vbscript:", StringComparison.OrdinalIgnoreCase)
            || (plain.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
                && !plain.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
            || plain.StartsWith("//", StringComparison.Ordinal);
    }
}
