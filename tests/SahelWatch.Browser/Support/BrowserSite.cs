using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SahelWatch.Browser.Support;

[assembly: AssemblyFixture(typeof(BrowserSite))]

namespace SahelWatch.Browser.Support;

/// <summary>
/// The site on a real socket with the embedded data in a throw-away database, and one headless Chromium.
/// </summary>
public sealed class BrowserSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sahelwatch-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public BrowserSite() => Desk = new DeskSite(this);

    public string Address { get; private set; } = "";

    /// <summary>Another site, whose data may be changed.</summary>
    public DeskSite Desk { get; }

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

    /// <summary>Another host on the same data, on a socket of its own, that tells open pages of new versions.</summary>
    public (WebApplicationFactory<Program> Host, string Address) OpenLive()
    {
        var host = WithWebHostBuilder(builder => builder.UseSetting("Live:Listeners", "10"));
        host.UseKestrel(0);
        host.StartServer();
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return (host, $"http://localhost:{new Uri(addresses.First()).Port}");
    }

    /// <summary>A clean browser profile; skips the test where there is no browser.</summary>
    /// <param name="address">Of another host than this one.</param>
    public async Task<Visit> VisitAsync(Look? look = null, string? address = null)
    {
        Assert.SkipWhen(_browser is null, "chromium is absent: SAHELWATCH_CHROMIUM names none.");
        look ??= new Look();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address ?? Address,
            Locale = look.Language,
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = look.Width, Height = look.Width < 600 ? 740 : 860 },
            JavaScriptEnabled = look.JavaScript,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(15_000);
        await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        return new Visit(context, await context.NewPageAsync(), address ?? Address);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        await Desk.DisposeAsync();
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Database:Path", Path.Combine(_folder, "sahelwatch.db"))
        .UseSetting("Live:Listeners", "0")
        .UseEnvironment("Development");
}
