using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SahelWatch.Browser.Support;

[assembly: AssemblyFixture(typeof(BrowserSite))]

namespace SahelWatch.Browser.Support;

/// <summary>The site on a real socket with the embedded data in a throw-away database, and one headless Chromium.</summary>
public sealed class BrowserSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sahelwatch-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("SAHELWATCH_CHROMIUM") is not { Length: > 0 } chromium)
        {
            return;
        }
        UseKestrel(0);
        StartServer();
        var port = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        Address = $"http://localhost:{port}";
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
    }

    /// <summary>A clean browser profile; skips the test where there is no browser.</summary>
    public async Task<Visit> VisitAsync(Look? look = null)
    {
        Assert.SkipWhen(_browser is null, "chromium is absent: SAHELWATCH_CHROMIUM names none.");
        look ??= new Look();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address,
            Locale = look.Language,
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = look.Width, Height = look.Width < 600 ? 740 : 860 },
            JavaScriptEnabled = look.JavaScript,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(15_000);
        await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        return new Visit(context, await context.NewPageAsync(), Address);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Database:Path", Path.Combine(_folder, "sahelwatch.db"))
        .UseEnvironment("Development");
}
