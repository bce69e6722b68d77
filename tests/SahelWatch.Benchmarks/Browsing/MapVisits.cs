using System.Text.Json;
using Microsoft.Playwright;

namespace SahelWatch.Benchmarks.Browsing;

/// <summary>First visits to the map in a headless Chromium, each with an empty cache.</summary>
internal sealed class MapVisits : IAsyncDisposable
{
    private const int Width = 1366;
    private const int Height = 860;

    /// <summary>How long a page is watched after it asks for nothing more: later blocks count too.</summary>
    private const int QuietMilliseconds = 1500;

    private static readonly string Watch = Script("watch.js");
    private static readonly string Read = Script("read.js");

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private MapVisits(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public string Name => $"Chromium {_browser.Version}";

    /// <exception cref="IOException">There is no Chromium.</exception>
    public static async Task<MapVisits> OpenAsync()
    {
        var chromium = Chromium();
        var playwright = await Playwright.CreateAsync();
        return new MapVisits(playwright, await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = chromium, Args = ["--no-sandbox"] }));
    }

    public async Task<VisitFigures> VisitAsync(Uri address)
    {
        await using var context = await _browser.NewContextAsync(
            new() { ViewportSize = new() { Width = Width, Height = Height }, Locale = "en" });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(address.ToString(), new() { Timeout = 120_000 });
        await page.WaitForFunctionAsync(
            "() => globalThis.sahelwatchSeen.marker !== null", null, new() { Timeout = 120_000 });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Task.Delay(QuietMilliseconds);
        return JsonSerializer.Deserialize<VisitFigures>(
            await page.EvaluateAsync<string>(Read), JsonSerializerOptions.Web)!;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string Script(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Browsing", name));

    /// <exception cref="IOException">It is not installed.</exception>
    private static string Chromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium"))
            .Prepend(Environment.GetEnvironmentVariable("SAHELWATCH_CHROMIUM") ?? "")
            .FirstOrDefault(File.Exists)
        ?? throw new IOException("browse needs the program chromium. Debian has it: apt-get install chromium");
}
