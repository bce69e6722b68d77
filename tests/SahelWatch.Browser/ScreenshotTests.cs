using Microsoft.Playwright;
using SahelWatch.Browser.Support;

namespace SahelWatch.Browser;

/// <summary>
/// Makes the README's pictures anew. Explicit, so that an ordinary run leaves them alone:
/// <c>dotnet test tests/SahelWatch.Browser --filter ScreenshotTests -- xUnit.Explicit=only</c>.
/// </summary>
public sealed class ScreenshotTests(BrowserSite site)
{
    [Theory(Explicit = true)]
    [InlineData("map", "/?actor=jnim&from=2018&to=2018-12", "en", false)]
    [InlineData("trends", "/trends?violence=political&from=2017&to=2020&by=quarter&split=country", "fr", false)]
    [InlineData("incident", "/incidents/99", "en", true)]
    public async Task Picture(string name, string path, string language, bool dark)
    {
        await using var visit = await site.VisitAsync(new Look(language, dark));

        await visit.OpenAsync(path);
        await visit.SettledAsync();

        visit.AssertClean();
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder(), $"{name}.png"), Type = ScreenshotType.Png });
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "Screenshots");
}
